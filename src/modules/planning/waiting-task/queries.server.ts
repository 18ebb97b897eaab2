import { sql } from 'kysely';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Asker } from '#platform/session/kept-for-actor.server.ts';
import { handedInOf } from '../task/handed-in.server.ts';
import { listedColumns, type TaskRow, toTaskRow } from '../task/list-tasks.server.ts';
import type { HandedIn } from '../task/task.ts';
import { visibleTo } from '../task/visible-to.server.ts';
import { canWait, sectionAt, waitingFor, waysOfWaiting } from './visible-to.server.ts';
import { type Section, sectionOf, sections, type Waiting, waitsFor } from './waiting-task.ts';

/** A task that waits for a person, with what is needed to answer it. */
export interface WaitingTask extends TaskRow, Waiting {
  readonly section: Section;
  readonly version: number;
  readonly handedIn: HandedIn | null;
  /** Who did it and handed it in. */
  readonly assigneeName: string | null;
  /** Why it was sent back last; null where it was not. */
  readonly sentBack: string | null;
  /** The years of its plan, for judging its evidence; null for a task from above. */
  readonly years: { readonly from: number; readonly to: number } | null;
  /** The name of the absent officer in whose place the person acts. */
  readonly insteadOfName: string | null;
}

/** One part of the inbox: how much it holds, and the first of it by deadline. */
export interface WaitingSection {
  readonly section: Section;
  readonly total: number;
  readonly tasks: readonly WaitingTask[];
}

/**
 * What waits for this person, and for those in whose place the person acts, part by part, at most `most` of each; the
 * totals count all. One query, whatever there is. @param only one part alone
 */
export async function listWaiting(
  ctx: Ctx,
  { most, only }: { readonly most: number; readonly only?: Section | undefined },
): Promise<WaitingSection[]> {
  const today = ctx.clock.today();
  const mine = waitingFor(ctx.actor);
  if (!mine) return [];
  const section = sectionAt(today);
  const within = ctx.db
    .selectFrom('planning.task as t')
    .select(listedColumns)
    .select([
      't.tenant_id',
      't.plan_id',
      't.version',
      't.handed_in_text',
      't.handed_in_exception',
      't.handed_in_on',
      section.as('section'),
      sql<number>`(row_number() over (partition by ${section} order by t.due_on nulls last, t.ordinal, t.id))::int`.as(
        'place',
      ),
      sql<number>`(count(*) over (partition by ${section}))::int`.as('total'),
    ])
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where(visibleTo(ctx.actor))
    .where(mine);
  const rows = await ctx.db
    .selectFrom(within.as('w'))
    .leftJoin('planning.plan as p', (join) =>
      join.onRef('p.tenant_id', '=', 'w.tenant_id').onRef('p.id', '=', 'w.plan_id'),
    )
    .leftJoin('directory.published_officer as a', (join) =>
      join.onRef('a.tenant_id', '=', 'w.tenant_id').onRef('a.id', '=', 'w.assignee_id'),
    )
    .selectAll('w')
    .select([
      'p.year_from',
      'p.year_to',
      'a.full_name as assignee_name',
      sql<string | null>`(select e.detail ->> 'text' from planning.task_event e
        where w.stage = 'sent-back' and e.tenant_id = w.tenant_id and e.task_id = w.id and e.kind = 'sent-back'
        order by e.at desc limit 1)`.as('sent_back'),
    ])
    .where('w.tenant_id', '=', ctx.tenant.id)
    .where('w.place', '<=', most)
    .$if(only !== undefined, (query) => query.where('w.section', '=', only ?? ''))
    .orderBy('w.section')
    .orderBy('w.place')
    .execute();
  const names = await namesOfAbsent(ctx);
  const tasks = rows.flatMap((row) => {
    const task = toTaskRow(row);
    const waiting = waitsFor(ctx.actor, task);
    if (!waiting) return [];
    return {
      ...task,
      ...waiting,
      section: sectionOf(waiting.kind, task.dueOn, today),
      total: row.total,
      version: row.version,
      handedIn: handedInOf(row),
      assigneeName: row.assignee_name,
      sentBack: row.sent_back,
      years: row.year_from === null ? null : { from: row.year_from, to: row.year_to ?? row.year_from },
      insteadOfName: waiting.insteadOf && (names.get(waiting.insteadOf) ?? null),
    };
  });
  return sections.flatMap((name) => {
    const found = tasks.filter((task) => task.section === name);
    return found[0] ? [{ section: name, total: found[0].total, tasks: found }] : [];
  });
}

/** How many tasks wait for this person, counted to `countedWaiting`, as a query of one number. */
export function tasksWaiting(ctx: Asker) {
  const ways = waysOfWaiting(ctx.actor);
  if (ways.length === 0) return undefined;
  // One branch for each way, so that each goes by an index of its own and none through all tasks of the office.
  const branches = ways.map(
    (
      way,
    ) => sql`(select t.id from planning.task t where t.tenant_id = ${ctx.tenant.id} and ${canWait} and ${way}
      limit ${sql.lit(countedWaiting)})`,
  );
  return sql<number>`(select count(*) from (select * from (${sql.join(branches, sql` union `)}) x
    limit ${sql.lit(countedWaiting)}) w)`;
}
const countedWaiting = 999;

/** The absent officers in whose place this person acts today, by id. */
async function namesOfAbsent(ctx: Ctx): Promise<ReadonlyMap<Id<'officer'>, string>> {
  const ids = (ctx.actor.standsInFor ?? []).flatMap((one) => one.officerId ?? []);
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('directory.published_officer')
    .select(['id', 'full_name'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id as Id<'officer'>, row.full_name ?? '']));
}
