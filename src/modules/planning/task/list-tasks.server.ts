import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { soonUntil, type WorkCalendar } from '#modules/calendar/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { compileFilter, type FieldMap } from '#platform/list/compile-filter.server.ts';
import { ordersOf } from '#platform/list/best-first.server.ts';
import { countedUpTo, countRows, type ListCount } from '#platform/list/count.server.ts';
import type { ListFilter, ListState } from '#platform/list/filter.ts';
import { type KeysetPage, keysetPage, nextBatch } from '#platform/list/keyset.server.ts';
import type { OrderMap } from '#platform/list/order.server.ts';
import { matchesWords } from '#platform/search/matching.server.ts';
import { readSearch } from '#platform/search/search-words.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { pageSize } from './input.ts';
import type { DueWindow, Task, TaskNature } from './task.ts';
import type { Clarity } from './task-list.ts';
import { provenAs } from './proof-standing.server.ts';
import type { TaskStage, TaskState } from './task-life.ts';
import { visibleTo } from './visible-to.server.ts';

/** A task as one line of a list. */
export type TaskRow = Pick<
  Task,
  | 'id'
  | 'nature'
  | 'parentId'
  | 'taskPeriod'
  | 'code'
  | 'title'
  | 'product'
  | 'dueText'
  | 'dueKind'
  | 'dueOn'
  | 'firstDueOn'
  | 'state'
  | 'stage'
  | 'closedOn'
  | 'leadUnitId'
  | 'assigneeId'
  | 'approverId'
  | 'conclusionId'
> & {
  readonly leadUnitName: string | null;
  readonly sectionId: Id<'plan-section'> | null;
  readonly fromNumber: string | null;
};

/** One page of the tasks of the filter that this person may read. */
export async function listTasks(
  ctx: Ctx,
  calendar: WorkCalendar,
  state: Pick<ListState, 'search' | 'clauses' | 'sort' | 'cursor'>,
): Promise<KeysetPage<TaskRow>> {
  const order = ordersOf(ordersFor(ctx), 'ma', 't', readSearch(state.search), state.sort);
  const place = { sort: order.sort, cursor: state.cursor };
  const page = await keysetPage(ctx.db, rowsOf(ctx, calendar, state), order.orders, place, pageSize);
  return { ...page, rows: page.rows.map(toTaskRow) };
}

/** How many tasks of the filter this person may read; exact up to ten thousand, or as many as the caller needs. */
export function countTasks(
  ctx: Ctx,
  calendar: WorkCalendar,
  filter: Pick<ListFilter, 'search' | 'clauses'>,
  upTo = countedUpTo,
): Promise<ListCount> {
  return countRows(ctx.db, filtered(ctx, calendar, filter), upTo);
}

/** What a search finds must be read row by row to be counted, so the page counts fewer of it. */
export const searchedUpTo = 1_000;

/** The next tasks of the filter in its order, for files and for acts on all of them; `after` as the last batch gave it. */
export async function nextTasks(
  ctx: Ctx,
  calendar: WorkCalendar,
  filter: ListFilter,
  after: string | undefined,
  size: number,
): Promise<{ rows: TaskRow[]; after: string | undefined }> {
  const order = ordersOf(ordersFor(ctx), 'ma', 't', readSearch(filter.search), filter.sort);
  const batch = await nextBatch(ctx.db, rowsOf(ctx, calendar, filter), order.orders, order.sort, after, size);
  return { rows: batch.rows.map(toTaskRow), after: batch.after };
}

/** Every task of the filter in its order, at most `mostAtOnce`: for the page of one plan. */
export async function listAllTasks(ctx: Ctx, calendar: WorkCalendar, filter: ListFilter): Promise<TaskRow[]> {
  return (await nextTasks(ctx, calendar, filter, undefined, mostAtOnce)).rows;
}
const mostAtOnce = 20_000;

function rowsOf(ctx: Ctx, calendar: WorkCalendar, filter: Pick<ListFilter, 'search' | 'clauses'>) {
  return filtered(ctx, calendar, filter).select(listedColumns);
}

/** What every list of tasks reads of each, aliased `t`. */
export const listedColumns = [
  't.id',
  't.nature',
  't.parent_id',
  't.period_from',
  't.period_to',
  't.period_no',
  't.code',
  't.title',
  't.product',
  't.due_text',
  't.due_kind',
  't.due_on',
  't.from_number',
  't.conclusion_id',
  't.first_due_on',
  't.state',
  't.stage',
  't.closed_on',
  't.lead_unit_id',
  't.section_id',
  't.assignee_id',
  't.approver_id',
  sql<string | null>`(select u.name from directory.published_unit u
    where u.tenant_id = t.tenant_id and u.id = t.lead_unit_id)`.as('lead_unit_name'),
] as const;

/** The tasks of the filter that this person may read, aliased `t`: the beginning of every list of them. */
export function filtered(ctx: Ctx, calendar: WorkCalendar, filter: Pick<ListFilter, 'search' | 'clauses'>) {
  const today = ctx.clock.today();
  const query = ctx.db
    .selectFrom('planning.task as t')
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where(visibleTo(ctx.actor))
    .where(compileFilter(taskFields(ctx, calendar), filter, today))
    .where(asksForNature(filter) ? sql<SqlBool>`true` : counted);
  const words = readSearch(filter.search);
  return words ? query.where(matchesWords('t', words)) : query;
}

/** What figures count, and lists show unless the filter says which natures it wants. */
export const counted = sql<SqlBool>`t.nature in ('single', 'occurrence')`;

function asksForNature(filter: Pick<ListFilter, 'clauses'>): boolean {
  return filter.clauses.some((clause) => clause.some((condition) => condition.field === 'loai'));
}

const ties = [
  { kind: 'whole', sql: sql`t.ordinal` },
  { kind: 'id', sql: sql`t.id` },
] as const;

const orders: OrderMap = {
  ma: { ties },
  han: { by: { kind: 'date', sql: sql`t.due_on`, canBeEmpty: true }, ties },
  'ngay-xong': { by: { kind: 'date', sql: sql`t.closed_on`, canBeEmpty: true }, ties },
  ten: { by: { kind: 'text', sql: sql`left(t.title, 100) collate "vi-x-icu"` }, ties },
};

/** The orders of the list; units stand in the order of their names. */
function ordersFor(ctx: Ctx): OrderMap {
  const inOrder = sql`array(select u.id from directory.published_unit u
    where u.tenant_id = ${ctx.tenant.id} order by u.name collate "vi-x-icu", u.id)`;
  return { ...orders, 'don-vi': { groups: { column: sql`t.lead_unit_id`, inOrder }, ties } };
}

const foldedWithin = sql`t.folded`;

/** Where each field of the filter lies; deadlines are judged on the day of `ctx`, followed is what the person follows. */
export function taskFields(ctx: Ctx, calendar: WorkCalendar): FieldMap {
  const tenantId = ctx.tenant.id;
  const today = ctx.clock.today();
  const soon = soonUntil(calendar, today);
  // The planner may turn a subquery into a hash of its own, so each names the tenant itself.
  const coordinating = sql`select 1 from planning.task_unit tu
    where tu.tenant_id = ${tenantId} and tu.task_id = t.id and tu.part = 'coordinating'`;
  const asked = sql<SqlBool>`(t.state = 'open' and t.id in (select r.task_id from planning.due_change_request r
    where r.tenant_id = ${tenantId} and r.state = 'open'))`;
  const sections = sql`select s.id from planning.plan_section s where s.tenant_id = ${tenantId}`;
  const followed = sql`select f.record_id from casework.published_follow f
    where f.tenant_id = ${tenantId} and f.officer_id = ${ctx.actor.officerId}::uuid and f.record_kind = 'task'`;
  return {
    'ke-hoach': { kind: 'id', column: sql`t.plan_id` },
    nguon: {
      matches: (source) =>
        source === 'ket-luan'
          ? sql`t.conclusion_id is not null`
          : source === 'cap-tren'
            ? sql`(t.from_number is not null and t.conclusion_id is null)`
            : sql`t.from_number is null`,
    },
    'ket-luan': {
      matches: (conclusion) => sql`t.id in (select l.task_id from planning.conclusion_line l
        where l.tenant_id = ${tenantId} and l.conclusion_id = ${conclusion}::uuid and l.task_id is not null)`,
    },
    'so-van-ban': { kind: 'text', column: sql`t.from_number` },
    'don-vi': { kind: 'id', column: sql`t.lead_unit_id` },
    'nguoi-lam': { kind: 'id', column: sql`t.assignee_id` },
    'nguoi-duyet': { kind: 'id', column: sql`t.approver_id` },
    'trang-thai': { matches: (step) => atStep(step) },
    'ngay-han': { kind: 'date', column: sql`t.due_on` },
    'han-dau': { kind: 'date', column: sql`t.first_due_on` },
    'xin-han': { matches: () => asked },
    'doi-han': { kind: 'yes-no', column: sql`t.due_on <> t.first_due_on` },
    'ngay-xong': { kind: 'date', column: sql`t.closed_on` },
    'loai-han': { kind: 'choice', column: sql`t.due_kind` },
    ma: { kind: 'text', column: sql`t.code`, foldedWithin },
    ten: { kind: 'text', column: sql`t.title`, foldedWithin },
    'san-pham': { kind: 'text', column: sql`t.product`, foldedWithin },
    'ghi-chu': { kind: 'text', column: sql`t.note` },
    'minh-chung': { matches: (standing) => provenAs(tenantId, standing) },
    'dinh-ky': {
      kind: 'yes-no',
      column: sql`(t.nature = 'occurrence' or t.due_kind in ('recurring', 'ongoing'))`,
    },
    'theo-doi': { kind: 'yes-no', column: sql`t.id in (${followed})` },
    loai: {
      matches: (nature) =>
        nature === 'moi-viec'
          ? sql`t.nature <> 'series'`
          : nature === 'theo-ke-hoach'
            ? sql`t.nature in ('single', 'series')`
            : sql`t.nature = ${nature}`,
    },
    han: { matches: (window) => sql`(t.state = 'open' and ${inWindow(window as DueWindow, today, soon)})` },
    'sau-ro': { matches: (lack) => sql`(t.state = 'open' and ${lacking[lack as Clarity]})` },
    truc: {
      matches: (axis) => sql`t.section_id in (${sections} and s.axis = ${axis})`,
      isEmpty: sql`(t.section_id in (${sections} and s.axis is not null)) is not true`,
    },
    'phoi-hop': {
      matches: (unit) => sql`exists (${coordinating} and tu.unit_id = ${unit}::uuid)`,
      isEmpty: sql`not exists (${coordinating})`,
    },
  };
}

/** Open as a whole, one step of it, or closed; each in the words of an index. */
function atStep(step: string) {
  if (step === 'open' || step === 'done' || step === 'cancelled') return sql<SqlBool>`t.state = ${step}`;
  return sql<SqlBool>`(t.state = 'open' and t.stage = ${step})`;
}

/** The SQL twin of `clearOf`: one of the six is missing, a certain one, or none. */
export const lacking: Readonly<Record<Clarity, RawBuilder<SqlBool>>> = {
  thieu: sql`(t.assignee_id is null or t.title = '' or t.lead_unit_id is null or t.due_kind is null
    or coalesce(t.product, '') = '' or t.approver_id is null)`,
  'chua-giao': sql`t.assignee_id is null`,
  'thieu-viec': sql`t.title = ''`,
  'thieu-trach-nhiem': sql`t.lead_unit_id is null`,
  'thieu-tien-do': sql`t.due_kind is null`,
  'thieu-ket-qua': sql`coalesce(t.product, '') = ''`,
  'thieu-tham-quyen': sql`t.approver_id is null`,
  du: sql`(t.assignee_id is not null and t.title <> '' and t.lead_unit_id is not null and t.due_kind is not null
    and coalesce(t.product, '') <> '' and t.approver_id is not null)`,
};

/** An open task's first deadline in one window; the windows share no task and leave none out. */
function inWindow(window: DueWindow, today: PlainDate, soon: PlainDate) {
  switch (window) {
    case 'late':
      return sql<SqlBool>`t.first_due_on < ${today}`;
    case 'soon':
      return sql<SqlBool>`t.first_due_on between ${today} and ${soon}`;
    case 'later':
      return sql<SqlBool>`t.first_due_on > ${soon}`;
    case 'undated':
      return sql<SqlBool>`t.first_due_on is null`;
  }
}

/** A row of the database as a line of the list. */
export function toTaskRow(row: {
  id: string;
  nature: string;
  parent_id: string | null;
  period_from: string | null;
  period_to: string | null;
  period_no: number | null;
  code: string;
  title: string;
  product: string | null;
  due_text: string | null;
  due_kind: string | null;
  due_on: string | null;
  from_number: string | null;
  conclusion_id: string | null;
  first_due_on: string | null;
  state: string;
  stage: string;
  closed_on: string | null;
  lead_unit_id: string | null;
  section_id: string | null;
  assignee_id: string | null;
  approver_id: string | null;
  lead_unit_name: string | null;
}): TaskRow {
  return {
    id: row.id as Id<'task'>,
    nature: row.nature as TaskNature,
    parentId: row.parent_id as Id<'task'> | null,
    taskPeriod:
      row.period_from === null || row.period_to === null
        ? null
        : {
            from: row.period_from as PlainDate,
            to: row.period_to as PlainDate,
            no: row.period_no ?? 1,
          },
    code: row.code,
    title: row.title,
    product: row.product,
    dueText: row.due_text,
    dueKind: row.due_kind as Task['dueKind'],
    dueOn: row.due_on as PlainDate | null,
    firstDueOn: row.first_due_on as PlainDate | null,
    state: row.state as TaskState,
    stage: row.stage as TaskStage,
    closedOn: row.closed_on as PlainDate | null,
    leadUnitId: row.lead_unit_id as Id<'unit'> | null,
    leadUnitName: row.lead_unit_name,
    fromNumber: row.from_number,
    conclusionId: row.conclusion_id as Id<'conclusion'> | null,
    sectionId: row.section_id as Id<'plan-section'> | null,
    assigneeId: row.assignee_id as Id<'officer'> | null,
    approverId: row.approver_id as Id<'officer'> | null,
  };
}
