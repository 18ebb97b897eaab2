import { type RawBuilder, type SqlBool, sql } from 'kysely';
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

/**
 * The SQL twin of `waitsFor`: true for the tasks (aliased `t`) that wait for this person; undefined where none can. A
 * recurring task as a whole waits for nobody, its times do.
 */
export function waitingFor(actor: Actor) {
  const ways = waysOfWaiting(actor);
  return ways.length === 0 ? undefined : sql<SqlBool>`(${canWait} and (${sql.join(ways, sql` or `)}))`;
}

/** What holds of every task that waits for anybody. */
export const canWait = sql<SqlBool>`t.state = 'open' and t.nature <> 'series'`;

/** Each way in which a task can wait for this person: one of them holds for whatever `waitingFor` is true. */
export function waysOfWaiting(actor: Actor): RawBuilder<SqlBool>[] {
  return [actor, ...(actor.standsInFor ?? [])].flatMap(waysOf);
}

function waysOf(one: StoodInFor): RawBuilder<SqlBool>[] {
  if (!one.grants.has('planning.task.read')) return [];
  const stages = (...kinds: readonly WaitingKind[]) =>
    kinds
      .filter((kind) => one.grants.has(`planning.task.${deedFor[kind]}`))
      .flatMap((kind) => stagesOf[kind]);
  const named = (column: RawBuilder<unknown>, at: readonly string[]) =>
    one.officerId === null || at.length === 0
      ? []
      : [sql<SqlBool>`(${column} = ${one.officerId} and ${isAt(at)})`];
  const given = givesOut(one) && one.unitIds.length > 0 ? stages('give') : [];
  return [
    ...named(sql`t.approver_id`, stages('approve')),
    ...named(sql`t.assignee_id`, stages('again', 'accept', 'do', 'event')),
    ...(given.length === 0
      ? []
      : [sql<SqlBool>`(${isAt(given)} and t.lead_unit_id = any(${[...one.unitIds]}::uuid[]))`]),
  ];
}

/** Named in the text, so that the planner knows how few tasks stand there without planning anew for each page. */
function isAt(stages: readonly string[]) {
  return sql<SqlBool>`t.stage in (${sql.join(stages.map((stage) => sql.lit(stage)))})`;
}

/** The SQL twin of `sectionOf`. */
export function sectionAt(today: PlainDate) {
  return sql<string>`case t.stage
    when 'submitted' then 'approve' when 'sent-back' then 'again' when 'assigned' then 'accept'
    when 'waiting' then 'event' when 'draft' then 'give'
    else case when t.due_on < ${today} then 'late' when t.due_on = ${today} then 'today'
      when t.due_on <= ${endOfWeek(today)} then 'week' else 'later' end end`;
}
