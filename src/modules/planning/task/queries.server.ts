import { type SqlBool, sql } from 'kysely';
import { soonUntil, type WorkCalendar } from '#modules/calendar/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { pageSize, type TaskFilter } from './input.ts';
import { type DueWindow, type Task, type TaskState } from './task.ts';
import { visibleTo } from './visible-to.server.ts';

/** A task as one line of a list. */
export type TaskRow = Pick<
  Task,
  | 'id'
  | 'code'
  | 'title'
  | 'product'
  | 'dueText'
  | 'dueKind'
  | 'dueOn'
  | 'state'
  | 'closedOn'
  | 'leadUnitId'
  | 'assigneeId'
  | 'approverId'
> & { readonly leadUnitName: string | null; readonly sectionId: Id<'plan-section'> | null };

/** The tasks of the filter that this person may read, one page of them, and how many there are in all. */
export async function listTasks(
  ctx: Ctx,
  calendar: WorkCalendar,
  filter: TaskFilter,
): Promise<{ rows: TaskRow[]; total: number }> {
  const [field, direction] = sortOf(filter.xep);
  const rows = await filtered(ctx, calendar, filter)
    .leftJoin('directory.published_unit as u', (join) =>
      join.onRef('u.tenant_id', '=', 't.tenant_id').onRef('u.id', '=', 't.lead_unit_id'),
    )
    .select([
      't.id',
      't.code',
      't.title',
      't.product',
      't.due_text',
      't.due_kind',
      't.due_on',
      't.state',
      't.closed_on',
      't.lead_unit_id',
      't.section_id',
      't.assignee_id',
      't.approver_id',
      'u.name as lead_unit_name',
    ])
    .orderBy(field, (order) => (direction === 'desc' ? order.desc().nullsLast() : order.asc().nullsLast()))
    .orderBy('t.ordinal')
    .orderBy('t.id')
    .limit(pageSize)
    .offset((filter.trang - 1) * pageSize)
    .execute();
  const total = await countTasks(ctx, calendar, filter);
  return { rows: rows.map(toRow), total };
}

/** How many tasks of the filter this person may read. */
export async function countTasks(ctx: Ctx, calendar: WorkCalendar, filter: TaskFilter): Promise<number> {
  const row = await filtered(ctx, calendar, filter)
    .select((select) => select.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Every task of the filter, for a file: at most `mostExported` of them. */
export async function exportTasks(ctx: Ctx, calendar: WorkCalendar, filter: TaskFilter): Promise<TaskRow[]> {
  const rows = await filtered(ctx, calendar, filter)
    .leftJoin('directory.published_unit as u', (join) =>
      join.onRef('u.tenant_id', '=', 't.tenant_id').onRef('u.id', '=', 't.lead_unit_id'),
    )
    .selectAll('t')
    .select('u.name as lead_unit_name')
    .orderBy('t.ordinal')
    .limit(mostExported)
    .execute();
  return rows.map(toRow);
}

export const mostExported = 100_000;

/** The whole task with its units and people; throws `NotFound` when it is not there for this person. */
export async function getTask(ctx: Ctx, taskId: string): Promise<TaskRecord> {
  const id = parseId<'task'>(taskId);
  const row =
    id &&
    (await ctx.db
      .selectFrom('planning.task as t')
      .innerJoin('planning.plan as p', (join) =>
        join.onRef('p.tenant_id', '=', 't.tenant_id').onRef('p.id', '=', 't.plan_id'),
      )
      .leftJoin('planning.plan_section as s', (join) =>
        join.onRef('s.tenant_id', '=', 't.tenant_id').onRef('s.id', '=', 't.section_id'),
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
      .selectAll('t')
      .select([
        'p.title as plan_title',
        'p.draft_id',
        's.code as section_code',
        's.title as section_title',
        's.axis',
        'u.name as lead_unit_name',
        'a.full_name as assignee_name',
        'b.full_name as approver_name',
        sql<{ id: Id<'unit'>; name: string }[]>`(
          select coalesce(json_agg(json_build_object('id', cu.id, 'name', cu.name) order by tu.ordinal), '[]')
          from planning.task_unit tu join directory.published_unit cu on cu.tenant_id = tu.tenant_id and cu.id = tu.unit_id
          where tu.tenant_id = t.tenant_id and tu.task_id = t.id and tu.part = 'coordinating')`.as(
          'coordinating',
        ),
      ])
      .where('t.tenant_id', '=', ctx.tenant.id)
      .where('t.id', '=', id)
      .where(visibleTo(ctx.actor))
      .executeTakeFirst());
  if (!row) throw new NotFound();
  return {
    ...toRow(row),
    planId: row.plan_id as Id<'plan'>,
    planTitle: row.plan_title,
    draftId: row.draft_id as Id<'plan-draft'> | null,
    section:
      row.section_code === null
        ? null
        : { code: row.section_code, title: row.section_title ?? '', axis: row.axis },
    objective: row.objective,
    activity: row.activity,
    chairLeader: row.chair_leader,
    dueFrom: row.due_from as PlainDate | null,
    note: row.note,
    originLines: row.origin_lines as number[],
    closingText: row.closing_text,
    version: row.version,
    coordinatingUnits: row.coordinating,
    coordinatingUnitIds: row.coordinating.map((unit) => unit.id),
    assigneeName: row.assignee_name,
    approverName: row.approver_name,
  };
}

export interface TaskRecord extends Task {
  readonly planTitle: string;
  readonly draftId: Id<'plan-draft'> | null;
  readonly section: { code: string; title: string; axis: string | null } | null;
  readonly leadUnitName: string | null;
  readonly assigneeName: string | null;
  readonly approverName: string | null;
  readonly coordinatingUnits: readonly { id: Id<'unit'>; name: string }[];
}

export interface TaskEvent {
  readonly at: Date;
  readonly kind:
    | 'imported'
    | 'assigned'
    | 'completed'
    | 'cancelled'
    | 'reopened'
    | 'amended'
    | 'dropped'
    | 'restored';
  readonly actorName: string;
  readonly detail: Readonly<Record<string, string | null>>;
}

/** What happened to a task that the caller has read already, newest first. */
export async function listTaskEvents(ctx: Ctx, taskId: Id<'task'>): Promise<TaskEvent[]> {
  const rows = await ctx.db
    .selectFrom('planning.task_event')
    .select(['at', 'kind', 'actor_name', 'detail'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('task_id', '=', taskId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    at: row.at,
    kind: row.kind as TaskEvent['kind'],
    actorName: row.actor_name,
    detail: row.detail as TaskEvent['detail'],
  }));
}

/** The tasks of the filter that this person may read, aliased `t`: the beginning of every list of them. */
export function filtered(ctx: Ctx, calendar: WorkCalendar, filter: TaskFilter) {
  const today = ctx.clock.today();
  let query = ctx.db
    .selectFrom('planning.task as t')
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where(visibleTo(ctx.actor));
  if (filter['ke-hoach']) query = query.where('t.plan_id', '=', filter['ke-hoach']);
  if (filter['don-vi']) query = query.where('t.lead_unit_id', '=', filter['don-vi']);
  if (filter['trang-thai']) query = query.where('t.state', '=', filter['trang-thai']);
  if (filter['sau-ro'] === 'chua-giao')
    query = query.where('t.state', '=', 'open').where('t.assignee_id', 'is', null);
  if (filter['sau-ro'] === 'thieu') query = query.where('t.state', '=', 'open').where(unclear);
  if (filter.han)
    query = query
      .where('t.state', '=', 'open')
      .where(inWindow(filter.han, today, soonUntil(calendar, today)));
  if (filter.tim) query = query.where(sql<SqlBool>`t.folded like '%' || platform.fold(${filter.tim}) || '%'`);
  if (filter.truc) {
    const { truc } = filter;
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom('planning.plan_section as s')
          .select('s.id')
          .whereRef('s.tenant_id', '=', 't.tenant_id')
          .whereRef('s.id', '=', 't.section_id')
          .where('s.axis', '=', truc),
      ),
    );
  }
  return query;
}

/** The SQL twin of `clearOf`: one of the six is missing. */
const unclear = sql<SqlBool>`(t.assignee_id is null or t.lead_unit_id is null or t.due_kind is null
  or coalesce(t.product, '') = '' or t.approver_id is null)`;

/** An open task's due date in one window; the windows share no task and leave none out. */
function inWindow(window: DueWindow, today: PlainDate, soon: PlainDate) {
  switch (window) {
    case 'late':
      return sql<SqlBool>`t.due_on < ${today}`;
    case 'soon':
      return sql<SqlBool>`t.due_on between ${today} and ${soon}`;
    case 'later':
      return sql<SqlBool>`t.due_on > ${soon}`;
    case 'undated':
      return sql<SqlBool>`t.due_on is null`;
  }
}

function sortOf(sort: TaskFilter['xep']) {
  const fields = { ma: 't.ordinal', han: 't.due_on', 'don-vi': sql`u.name collate "vi-x-icu"` } as const;
  const name = sort.replace('-don-vi', 'don-vi').replace(/^-(ma|han)$/, '$1') as keyof typeof fields;
  return [fields[name], sort.startsWith('-') ? 'desc' : 'asc'] as const;
}

function toRow(row: {
  id: string;
  code: string;
  title: string;
  product: string | null;
  due_text: string | null;
  due_kind: string | null;
  due_on: string | null;
  state: string;
  closed_on: string | null;
  lead_unit_id: string | null;
  section_id: string | null;
  assignee_id: string | null;
  approver_id: string | null;
  lead_unit_name: string | null;
}): TaskRow {
  return {
    id: row.id as Id<'task'>,
    code: row.code,
    title: row.title,
    product: row.product,
    dueText: row.due_text,
    dueKind: row.due_kind as Task['dueKind'],
    dueOn: row.due_on as PlainDate | null,
    state: row.state as TaskState,
    closedOn: row.closed_on as PlainDate | null,
    leadUnitId: row.lead_unit_id as Id<'unit'> | null,
    leadUnitName: row.lead_unit_name,
    sectionId: row.section_id as Id<'plan-section'> | null,
    assigneeId: row.assignee_id as Id<'officer'> | null,
    approverId: row.approver_id as Id<'officer'> | null,
  };
}
