import { sql } from 'kysely';
import {
  addWorkingDays,
  loadOfficeCalendar,
  type WorkCalendar,
  workingDaysBetween,
} from '#modules/calendar/index.server.ts';
import { mostRecords } from '#modules/casework/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { counted } from '../task/list-tasks.server.ts';
import type { TaskStage, TaskState } from '../task/task-life.ts';
import { visibleTo } from '../task/visible-to.server.ts';
import type { Asked } from './chasing-paper.ts';
import { paperWords } from './texts.ts';

/** A task as a paper says it. */
export interface ChasedTask {
  readonly id: Id<'task'>;
  readonly code: string;
  readonly title: string;
  readonly activity: string | null;
  readonly product: string | null;
  readonly unitId: Id<'unit'> | null;
  readonly unitName: string | null;
  readonly coordinators: readonly string[];
  readonly assigneeName: string | null;
  readonly approverName: string | null;
  readonly chairLeader: string | null;
  readonly dueText: string | null;
  readonly dueOn: PlainDate | null;
  readonly firstDueOn: PlainDate | null;
  readonly state: TaskState;
  readonly stage: TaskStage;
  readonly closedOn: PlainDate | null;
  /** The plan or the document from above that orders it. */
  readonly basis: string | null;
  /** Working days since the first deadline; undefined where that is still to come or there is none. */
  readonly lateDays: number | undefined;
  /** How many papers have asked for it before. */
  readonly reminded: number;
  /** A request for another deadline that waits for its answer: until when, and why. */
  readonly asksFor: { readonly on: PlainDate; readonly reason: string } | null;
}

/**
 * The open tasks that a paper is about, as the person sees them: late by their first deadline, as the list of late tasks
 * has them, or due within the working days that were asked for. A meeting also hears of what waits for approval or for
 * another deadline; a slip that assigns names every task that was chosen. Units in the order of the office; within one the latest first. One more than a paper may hold at most.
 */
export async function listChased(
  ctx: Ctx,
  asked: Asked,
  which: 'late' | 'for-meeting' | 'every' = 'late',
): Promise<ChasedTask[]> {
  const today = ctx.clock.today();
  const calendar = await loadOfficeCalendar(ctx);
  const until = asked.nearDays > 0 ? addWorkingDays(calendar, today, asked.nearDays) : today;
  let query = tasks(ctx).where('t.state', '=', 'open').where(visibleTo(ctx.actor));
  const isLate =
    asked.nearDays > 0 ? sql<boolean>`t.first_due_on <= ${until}` : sql<boolean>`t.first_due_on < ${today}`;
  if (which === 'late') query = query.where(isLate);
  if (which === 'for-meeting')
    query = query.where(sql<boolean>`(${isLate} or t.stage = 'submitted' or exists (
      select from planning.due_change_request r
      where r.tenant_id = t.tenant_id and r.task_id = t.id and r.state = 'open'))`);
  if (asked.taskIds.length > 0) query = query.where(sql`t.id`, '=', sql`any(${[...asked.taskIds]}::uuid[])`);
  else query = query.where(counted);
  if (asked.unitIds.length > 0 && asked.taskIds.length === 0)
    query = query.where(sql`t.lead_unit_id`, '=', sql`any(${[...asked.unitIds]}::uuid[])`);
  const rows = await query
    .orderBy(sql`t.lead_unit_id is null`)
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .orderBy('t.lead_unit_id')
    .orderBy(sql`t.first_due_on nulls last`)
    .orderBy('t.ordinal')
    .orderBy('t.id')
    .limit(mostRecords + 1)
    .execute();
  return rows.map((row) => toChased(row, calendar, today));
}

/** These tasks as they stand now, as far as the person sees them. */
export async function findChased(ctx: Ctx, taskIds: readonly string[]): Promise<ChasedTask[]> {
  if (taskIds.length === 0) return [];
  const calendar = await loadOfficeCalendar(ctx);
  const rows = await tasks(ctx)
    .where(visibleTo(ctx.actor))
    .where(sql`t.id`, '=', sql`any(${[...taskIds]}::uuid[])`)
    .execute();
  return rows.map((row) => toChased(row, calendar, ctx.clock.today()));
}

function tasks(ctx: Ctx) {
  return ctx.db
    .selectFrom('planning.task as t')
    .leftJoin('planning.plan as p', (join) =>
      join.onRef('p.tenant_id', '=', 't.tenant_id').onRef('p.id', '=', 't.plan_id'),
    )
    .leftJoin('directory.published_unit as u', (join) =>
      join.onRef('u.tenant_id', '=', 't.tenant_id').onRef('u.id', '=', 't.lead_unit_id'),
    )
    .leftJoin('directory.published_officer as a', (join) =>
      join.onRef('a.tenant_id', '=', 't.tenant_id').onRef('a.id', '=', 't.assignee_id'),
    )
    .leftJoin('directory.published_officer as b', (join) =>
      join.onRef('b.tenant_id', '=', 't.tenant_id').onRef('b.id', '=', 't.approver_id'),
    )
    .select(['t.id', 't.code', 't.title', 't.activity', 't.product', 't.lead_unit_id', 't.chair_leader'])
    .select([
      't.due_text',
      't.due_on',
      't.first_due_on',
      't.state',
      't.stage',
      't.closed_on',
      't.from_number',
      't.from_issuer',
    ])
    .select(['p.title as plan_title', 'p.number as plan_number', 'u.name as unit_name'])
    .select(['a.full_name as assignee_name', 'b.full_name as approver_name'])
    .select([
      sql<string[]>`array(select cu.name from planning.task_unit tu
        join directory.published_unit cu on cu.tenant_id = tu.tenant_id and cu.id = tu.unit_id
        where tu.tenant_id = t.tenant_id and tu.task_id = t.id and tu.part = 'coordinating'
        order by tu.ordinal)`.as('coordinators'),
      sql<number>`(select count(*) from planning.published_chased_task c
        where c.tenant_id = t.tenant_id and c.task_id = t.id)`.as('reminded'),
      sql<{ on: string; reason: string } | null>`(select json_build_object('on', r.to_on, 'reason', r.reason)
        from planning.due_change_request r
        where r.tenant_id = t.tenant_id and r.task_id = t.id and r.state = 'open'
        order by r.asked_at desc limit 1)`.as('asks_for'),
    ])
    .where('t.tenant_id', '=', ctx.tenant.id);
}

type Row = Awaited<ReturnType<ReturnType<typeof tasks>['execute']>>[number];

function toChased(row: Row, calendar: WorkCalendar, today: PlainDate): ChasedTask {
  const firstDueOn = row.first_due_on as PlainDate | null;
  const isLate = firstDueOn !== null && firstDueOn < today;
  return {
    id: row.id as Id<'task'>,
    code: row.code,
    title: row.title,
    activity: row.activity,
    product: row.product,
    unitId: row.lead_unit_id as Id<'unit'> | null,
    unitName: row.unit_name,
    coordinators: row.coordinators,
    assigneeName: row.assignee_name,
    approverName: row.approver_name,
    chairLeader: row.chair_leader,
    dueText: row.due_text,
    dueOn: row.due_on as PlainDate | null,
    firstDueOn,
    state: row.state as TaskState,
    stage: row.stage as TaskStage,
    closedOn: row.closed_on as PlainDate | null,
    basis: basisOf(row),
    lateDays: isLate ? workingDaysBetween(calendar, firstDueOn, today) : undefined,
    reminded: row.reminded,
    asksFor: row.asks_for ? { on: row.asks_for.on as PlainDate, reason: row.asks_for.reason } : null,
  };
}

/** The plan or the document from above that orders a task, as a paper cites it. */
function basisOf(row: Row): string | null {
  if (row.from_number !== null) return paperWords.slip.fromAbove(row.from_number, row.from_issuer ?? '');
  return row.plan_title === null ? null : paperWords.slip.plan(row.plan_title, row.plan_number);
}
