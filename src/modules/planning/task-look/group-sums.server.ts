import { type RawBuilder, sql } from 'kysely';
import type { WorkCalendar } from '#modules/calendar/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { ListFilter } from '#platform/list/filter.ts';
import { compareText } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { axes } from '../plan/axis.ts';
import { filtered } from '../task/list-tasks.server.ts';
import { taskStages } from '../task/task-life.ts';
import { texts as taskTexts } from '../task/texts.ts';
import { countOf } from './queries.server.ts';
import { type FigureName, figures, type Grouping } from './task-look.ts';

export type GroupFigures = Readonly<Record<FigureName, number>>;

/** The tasks of one group of the filter, counted, with the days between which they lie. */
export interface GroupSum extends GroupFigures {
  /** Id of the unit or officer, or the axis or step; null for the tasks without one. */
  readonly key: string | null;
  /** Null for the tasks without a group. */
  readonly name: string | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** The groups of the tasks of the filter that this person may read, in the order in which lists name them. */
export async function listGroups(
  ctx: Ctx,
  calendar: WorkCalendar,
  filter: Pick<ListFilter, 'search' | 'clauses'>,
  grouping: Grouping,
): Promise<GroupSum[]> {
  const count = countOf(ctx, calendar);
  const key = keys[grouping];
  const rows = await filtered(ctx, calendar, filter)
    .select([
      key.as('key'),
      ...figures.map((figure) => count(figure).as(figure)),
      sql<PlainDate>`(min(t.created_at) at time zone 'Asia/Ho_Chi_Minh')::date`.as('from'),
      sql<PlainDate | null>`max(t.due_on)`.as('to'),
    ])
    .groupBy(key)
    .execute();
  const names = await namesOf(
    ctx,
    grouping,
    rows.flatMap((row) => row.key ?? []),
  );
  return rows
    .map((row) => ({
      key: row.key,
      name: row.key === null ? null : (names.get(row.key) ?? row.key),
      ...(Object.fromEntries(figures.map((figure) => [figure, row[figure]])) as Record<FigureName, number>),
      from: row.from,
      to: row.to,
    }))
    .sort((a, b) => compareGroups(ctx, grouping, a, b));
}

const keys: Readonly<Record<Grouping, RawBuilder<string | null>>> = {
  'don-vi': sql`t.lead_unit_id`,
  'lanh-dao': sql`t.approver_id`,
  buoc: sql`t.stage`,
  truc: sql`(select s.axis from planning.plan_section s where s.tenant_id = t.tenant_id and s.id = t.section_id)`,
};

async function namesOf(
  ctx: Ctx,
  grouping: Grouping,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const t = taskTexts(ctx.lang);
  if (grouping === 'truc') return new Map(Object.entries(t.axis));
  if (grouping === 'buoc') return new Map(Object.entries(t.stage));
  if (ids.length === 0) return new Map();
  const rows =
    grouping === 'don-vi'
      ? await ctx.db
          .selectFrom('directory.published_unit')
          .select(['id', 'name'])
          .where('tenant_id', '=', ctx.tenant.id)
          .where('id', 'in', [...ids])
          .execute()
      : await ctx.db
          .selectFrom('directory.published_officer')
          .select(['id', 'full_name as name'])
          .where('tenant_id', '=', ctx.tenant.id)
          .where('id', 'in', [...ids])
          .execute();
  return new Map(rows.map((row) => [row.id ?? '', row.name ?? '']));
}

/** What has no group comes last. */
function compareGroups(ctx: Ctx, grouping: Grouping, a: GroupSum, b: GroupSum): number {
  if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
  const order: readonly string[] | undefined =
    grouping === 'truc' ? axes : grouping === 'buoc' ? taskStages : undefined;
  return order
    ? order.indexOf(a.key) - order.indexOf(b.key)
    : compareText(ctx.lang, a.name ?? '', b.name ?? '');
}
