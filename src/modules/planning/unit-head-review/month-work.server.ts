import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { endOfDay, tasksAt } from '../progress/at-day.server.ts';
import type { TaskStage } from '../task/task-life.ts';
import type { WorkItem } from './counted-work.ts';
import { dataDay, type ReviewMonth } from './review-month.ts';

/**
 * The tasks that count in a month for these units, told by their events as of its end, or as of today while it lasts:
 * what was finished in the month, and what was due by its end and is not finished. The caller has asked for the right to
 * read the evaluation of each unit: a head sees all that counts, whatever tasks they may read otherwise.
 */
export async function listMonthWork(
  ctx: Ctx,
  month: ReviewMonth,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, WorkItem[]>> {
  const work = new Map<string, WorkItem[]>(unitIds.map((id) => [id, []]));
  if (unitIds.length === 0) return work;
  const rows = await monthWork(ctx, month, unitIds).execute();
  for (const row of rows) work.get(row.lead_unit_id ?? '')?.push(toItem(row));
  return work;
}

function monthWork(ctx: Ctx, month: ReviewMonth, unitIds: readonly string[]) {
  const day = dataDay(month, ctx.clock.today());
  const start = sql`${`${month.first}T00:00:00+07:00`}::timestamptz`;
  const end = sql`${endOfDay(day)}::timestamptz`;
  const doneEvents = sql`from planning.task_event x where x.tenant_id = ${ctx.tenant.id} and x.stage = 'done'`;
  // Approved in the month, however early it was handed in; what was closed before events were kept tells by its day.
  const wasFinished = sql<boolean>`(w.id in (select x.task_id ${doneEvents} and x.at >= ${start} and x.at < ${end})
    or (w.done_on between ${month.first} and ${day} and not exists (select ${doneEvents} and x.task_id = w.id)))`;
  return tasksAt(ctx, day, () => sql`t.lead_unit_id = any(${[...unitIds]}::uuid[])`)
    .innerJoin(
      sql<{
        sent_back: number;
        handed_in_on: string | null;
        exception: string | null;
      }>`lateral (
        select greatest(0, count(*) filter (where e.kind = 'sent-back')
            - count(*) filter (where e.kind = 'taken-back' and e.detail->>'deed' = 'send-back'))::int as sent_back,
          max((e.at at time zone 'Asia/Ho_Chi_Minh')::date) filter (where e.kind in ('submitted', 'completed'))
            as handed_in_on,
          (array_agg(e.detail->>'exception' order by e.at desc, e.id desc) filter (where e.kind = 'submitted'))[1]
            as exception
        from planning.task_event e
        where e.tenant_id = w.tenant_id and e.task_id = w.id and e.at < ${end})`.as('e'),
      (join) => join.onTrue(),
    )
    .innerJoin('planning.task as d', (join) =>
      join.onRef('d.tenant_id', '=', 'w.tenant_id').onRef('d.id', '=', 'w.id'),
    )
    .leftJoin('directory.published_officer as a', (join) =>
      join.onRef('a.tenant_id', '=', 'w.tenant_id').onRef('a.id', '=', 'w.assignee_id'),
    )
    .select([
      'w.id',
      'w.lead_unit_id',
      'w.plan_id',
      'd.code',
      'd.title',
      'w.stage',
      'w.first_due_on',
      'e.sent_back',
      'e.exception',
      'a.full_name as assignee_name',
      sql<string | null>`coalesce(w.done_on, e.handed_in_on)`.as('handed_in_on'),
      // Work that lies with the approver is late only where it was handed in late.
      sql<boolean>`coalesce(case when w.stage in ('done', 'submitted')
          then coalesce(w.done_on, e.handed_in_on, ${day}::date) > w.first_due_on
        else w.first_due_on < ${day}::date end, false)`.as('is_late'),
    ])
    .where(
      sql<boolean>`case when w.stage = 'done' then ${wasFinished}
        else w.stage not in ('draft', 'waiting') and w.first_due_on <= ${month.last}::date end`,
    )
    .orderBy('w.first_due_on')
    .orderBy('w.ordinal')
    .orderBy('w.id');
}

type Row = Awaited<ReturnType<ReturnType<typeof monthWork>['execute']>>[number];

function toItem(row: Row): WorkItem {
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    stage: row.stage as TaskStage,
    isFromAbove: row.plan_id === null,
    firstDueOn: row.first_due_on as PlainDate | null,
    handedInOn: row.handed_in_on as PlainDate | null,
    isLate: row.is_late,
    sentBack: row.sent_back,
    exception: row.exception,
    assigneeName: row.assignee_name,
  };
}
