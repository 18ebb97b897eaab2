import { type SqlBool, sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Actor, StoodInFor } from '#platform/session/actor.ts';
import { deedFor, endOfWeek, givesOut, type WaitingKind } from './waiting-task.ts';

/** The steps at which a task waits for each thing. */
const stagesOf: Readonly<Record<WaitingKind, readonly string[]>> = {
  approve: ['submitted'],
  again: ['sent-back'],
  accept: ['assigned'],
  do: ['accepted', 'in-progress'],
  event: ['waiting'],
  give: ['draft'],
};
const kinds = Object.keys(stagesOf) as WaitingKind[];

/**
 * The SQL twin of `waitsFor`: true for the tasks (aliased `t`) that wait for this person; undefined where none can. A
 * recurring task as a whole waits for nobody, its times do.
 */
export function waitingFor(actor: Actor) {
  const parts = [actor, ...(actor.standsInFor ?? [])].flatMap((one) =>
    kinds.flatMap((kind) => concerns(one, kind) ?? []),
  );
  return parts.length === 0
    ? undefined
    : sql<SqlBool>`(t.state = 'open' and t.nature <> 'series' and (${sql.join(parts, sql` or `)}))`;
}

function concerns(one: StoodInFor, kind: WaitingKind) {
  if (!one.grants.has('planning.task.read') || !one.grants.has(`planning.task.${deedFor[kind]}`))
    return undefined;
  const atStage = sql`t.stage = any(${[...stagesOf[kind]]}::text[])`;
  if (kind === 'give') {
    if (!givesOut(one) || one.unitIds.length === 0) return undefined;
    return sql`(${atStage} and t.lead_unit_id = any(${[...one.unitIds]}::uuid[]))`;
  }
  if (one.officerId === null) return undefined;
  const named = kind === 'approve' ? sql`t.approver_id` : sql`t.assignee_id`;
  return sql`(${named} = ${one.officerId} and ${atStage})`;
}

/** The SQL twin of `sectionOf`. */
export function sectionAt(today: PlainDate) {
  return sql<string>`case t.stage
    when 'submitted' then 'approve' when 'sent-back' then 'again' when 'assigned' then 'accept'
    when 'waiting' then 'event' when 'draft' then 'give'
    else case when t.due_on < ${today} then 'late' when t.due_on = ${today} then 'today'
      when t.due_on <= ${endOfWeek(today)} then 'week' else 'later' end end`;
}
