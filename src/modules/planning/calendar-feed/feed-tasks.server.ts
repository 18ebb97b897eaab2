import { sql } from 'kysely';
import { loadWorkCalendar, type WorkCalendar } from '#modules/calendar/index.server.ts';
import { addDays, type PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { readList } from '#platform/list/address.ts';
import type { Clause } from '#platform/list/filter.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Due } from '../reading/plan-reading.ts';
import { filtered } from '../task/list-tasks.server.ts';
import type { Task } from '../task/task.ts';
import { taskListShape } from '../task/task-list.ts';
import { cancelledDays, doneDays, type FeedKind, mostEntries } from './calendar-feed.ts';

/** Which tasks a feed shows, of those that its holder may read. */
export interface FeedScope {
  readonly kind: Exclude<FeedKind, 'reports'>;
  readonly planId: string | null;
  /** A filter of the task list as it stands in an address. */
  readonly filter: string;
}

/** A task as it stands in a calendar. */
export interface FeedTask
  extends Pick<Task, 'id' | 'code' | 'title' | 'product' | 'state' | 'stage' | 'version'> {
  readonly dueText: string | null;
  readonly dueKind: Task['dueKind'];
  readonly dueFrom: PlainDate | null;
  readonly dueOn: PlainDate | null;
  readonly due: Due | null;
  readonly unitName: string | null;
  /** The plan that orders it, or the number of the document. */
  readonly basis: string | null;
  readonly years: { readonly yearFrom: number; readonly yearTo: number };
}

/** The tasks of a feed in the order of their deadlines, and whether there are more than a calendar can hold. */
export async function listFeedTasks(
  ctx: Ctx,
  scope: FeedScope,
): Promise<{ tasks: FeedTask[]; hasMore: boolean }> {
  const rows = await (await rowsOfFeed(ctx, scope))
    .orderBy(sql`t.due_on nulls last`)
    .orderBy('t.id')
    .limit(mostEntries + 1)
    .execute();
  return {
    tasks: rows.slice(0, mostEntries).map((row) => toTask(ctx, row)),
    hasMore: rows.length > mostEntries,
  };
}

/**
 * What `listFeedTasks` would read, as a few digits that change when anything of it does. The sum of the hashes of the
 * rows needs neither their order nor their text, which took most of the time of an answer that nothing changed. A hash of
 * a row is itself a sum over its columns, and is mixed once more: else rows that change a value for one another's would
 * add up to the same.
 */
export async function fingerprintOf(ctx: Ctx, scope: FeedScope): Promise<string> {
  const rows = await rowsOfFeed(ctx, scope);
  const { print } = await ctx.db
    .selectFrom(rows.as('r'))
    .select(
      sql<string>`count(*) || ':' || coalesce(sum(hashint8extended(hash_record_extended(r, 0), 0)), 0)`.as(
        'print',
      ),
    )
    .executeTakeFirstOrThrow();
  return print;
}

/** One task, as its file holds it; undefined where it has no day, or this person may not read it. */
export async function findFeedTask(ctx: Ctx, taskId: string): Promise<FeedTask | undefined> {
  const anyNature: Clause = [{ field: 'loai', operator: 'is', values: ['moi-viec', 'theo-ke-hoach'] }];
  const rows = dated(ctx, await loadWorkCalendar(ctx.db), { search: '', clauses: [anyNature] });
  const row = await rows.where('t.id', '=', taskId).executeTakeFirst();
  return row && toTask(ctx, row);
}

async function rowsOfFeed(ctx: Ctx, scope: FeedScope) {
  const today = ctx.clock.today();
  const own = readList(taskListShape, new URLSearchParams(scope.filter));
  const filter = { search: own.search, clauses: [...scopeClauses(ctx, scope), ...own.clauses] };
  return dated(ctx, await loadWorkCalendar(ctx.db), filter).where((where) =>
    where.or([
      where('t.state', '=', 'open'),
      where.and([where('t.state', '=', 'done'), where('t.closed_on', '>=', addDays(today, -doneDays))]),
      where.and([
        where('t.state', '=', 'cancelled'),
        where('t.closed_on', '>=', addDays(today, -cancelledDays)),
      ]),
    ]),
  );
}

/** The tasks of a filter that have a day, or recur. */
function dated(
  ctx: Ctx,
  calendar: WorkCalendar,
  filter: { readonly search: string; readonly clauses: readonly Clause[] },
) {
  return (
    filtered(ctx, calendar, filter)
      .leftJoin('planning.plan as p', (join) =>
        join.onRef('p.tenant_id', '=', 't.tenant_id').onRef('p.id', '=', 't.plan_id'),
      )
      .leftJoin('directory.published_unit as u', (join) =>
        join.onRef('u.tenant_id', '=', 't.tenant_id').onRef('u.id', '=', 't.lead_unit_id'),
      )
      .select(['t.id', 't.code', 't.title', 't.product', 't.state', 't.stage', 't.version', 't.due_text'])
      .select(['t.due_kind', 't.due_from', 't.due_on', 't.from_number', 'p.title as plan_title'])
      // Only what recurs is asked for more than its last day.
      .select(sql<Due | null>`case when t.due_kind = 'recurring' then t.due end`.as('due'))
      .select(['p.year_from', 'p.year_to', 'u.name as unit_name'])
      .where((where) => where.or([where('t.due_on', 'is not', null), where('t.due_kind', '=', 'recurring')]))
  );
}

type Row = Awaited<ReturnType<ReturnType<typeof dated>['executeTakeFirstOrThrow']>>;

function toTask(ctx: Ctx, row: Row): FeedTask {
  const year = Number(ctx.clock.today().slice(0, 4));
  return {
    id: row.id as Id<'task'>,
    code: row.code,
    title: row.title,
    product: row.product,
    state: row.state as Task['state'],
    stage: row.stage as Task['stage'],
    version: row.version,
    dueText: row.due_text,
    dueKind: row.due_kind as Task['dueKind'],
    dueFrom: row.due_from as PlainDate | null,
    dueOn: row.due_on as PlainDate | null,
    due: row.due,
    unitName: row.unit_name,
    basis: row.plan_title ?? row.from_number,
    years: { yearFrom: row.year_from ?? year, yearTo: row.year_to ?? year },
  };
}

/** Of one's own counts what one does for somebody absent, too; of a unit what it leads or helps with. */
function scopeClauses({ actor }: Ctx, { kind, planId }: FeedScope): Clause[] {
  const nobody = ['00000000-0000-0000-0000-000000000000'];
  const among = (field: string, ids: readonly (string | null)[]) => {
    const known = ids.filter((id) => id !== null);
    return { field, operator: 'is', values: known.length > 0 ? known : nobody } as const;
  };
  if (kind === 'plan') return [[among('ke-hoach', [planId])]];
  if (kind === 'unit') return [[among('don-vi', actor.unitIds), among('phoi-hop', actor.unitIds)]];
  const people = [actor.officerId, ...(actor.standsInFor ?? []).map((absent) => absent.officerId)];
  return [[among('nguoi-lam', people)], [{ field: 'loai', operator: 'is', values: ['moi-viec'] }]];
}
