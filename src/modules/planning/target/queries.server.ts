import { sql } from 'kysely';
import type { Id } from '#platform/db/id.ts';
import { matchesWords } from '#platform/search/matching.server.ts';
import { readSearch } from '#platform/search/search-words.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { PlanYears } from '../plan/report-regime.ts';
import { visibleTo } from '../plan/visible-to.server.ts';
import type { Axis, Operator } from '../reading/plan-reading.ts';
import { pageSize, type TargetFilter } from './input.ts';

/** A quantified promise of a plan, with the place where it stands. */
export interface TargetRow {
  readonly id: Id<'target'>;
  readonly text: string;
  readonly metric: string | null;
  readonly operator: Operator;
  readonly value: number;
  /** `%`, `score`, or the thing counted, as printed. */
  readonly unit: string;
  /** Of what a share is taken, where the plan says so. */
  readonly denominatorScope: string | null;
  /** The year it is promised for; null where it holds for all years of the plan. */
  readonly year: number | null;
  readonly section: { readonly code: string; readonly title: string; readonly axis: Axis | null } | null;
  readonly plan: PlanYears & { readonly id: Id<'plan'>; readonly title: string };
}

/** A file of targets ends here; no tenant comes near. */
const mostExported = 100_000;

/** The targets of the filter that this person may read, one page of them, and how many there are in all. */
export async function listTargets(
  ctx: Ctx,
  filter: TargetFilter,
): Promise<{ rows: TargetRow[]; total: number }> {
  const { total } = await filtered(ctx, filter)
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const offset = (filter.trang - 1) * pageSize;
  const rows = await inOrder(ctx, filter).limit(pageSize).offset(offset).execute();
  return { rows: rows.map(toTarget), total };
}

/** Every target of the filter, in its order, for a file. */
export async function exportTargets(ctx: Ctx, filter: TargetFilter): Promise<TargetRow[]> {
  return (await inOrder(ctx, filter).limit(mostExported).execute()).map(toTarget);
}

/** Every target of a plan, in the order of the plan. */
export function listTargetsOfPlan(ctx: Ctx, planId: Id<'plan'>): Promise<TargetRow[]> {
  return exportTargets(ctx, { 'ke-hoach': planId, xep: 'ke-hoach', trang: 1 });
}

function inOrder(ctx: Ctx, filter: TargetFilter) {
  const query = filtered(ctx, filter).select([
    'g.id',
    'g.text',
    'g.metric',
    'g.operator',
    'g.value',
    'g.unit',
    'g.denominator_scope',
    'g.year',
    'g.plan_id',
    'p.title as plan_title',
    'p.year_from',
    'p.year_to',
    's.code as section_code',
    's.title as section_title',
    's.axis',
  ]);
  const direction = filter.xep.startsWith('-') ? 'desc' : 'asc';
  const sorted =
    filter.xep === 'ke-hoach'
      ? query
      : filter.xep.endsWith('nam')
        ? query.orderBy(sql`coalesce(g.year, p.year_to)`, direction)
        : query.orderBy(sql`g.text collate "vi-x-icu"`, direction);
  return sorted.orderBy('p.year_from', 'desc').orderBy('g.plan_id').orderBy('g.ordinal').orderBy('g.id');
}

function filtered(ctx: Ctx, filter: TargetFilter) {
  let query = ctx.db
    .selectFrom('planning.target as g')
    .innerJoin('planning.plan as p', (join) =>
      join.onRef('p.tenant_id', '=', 'g.tenant_id').onRef('p.id', '=', 'g.plan_id'),
    )
    .leftJoin('planning.plan_section as s', (join) =>
      join.onRef('s.tenant_id', '=', 'g.tenant_id').onRef('s.id', '=', 'g.section_id'),
    )
    .where('g.tenant_id', '=', ctx.tenant.id)
    .where(visibleTo(ctx.actor));
  // A promise that a later version replaced is read on the page of its plan only.
  query = filter['ke-hoach']
    ? query.where('g.plan_id', '=', filter['ke-hoach'])
    : query.where('p.state', '=', 'issued');
  if (filter.truc) query = query.where('s.axis', '=', filter.truc);
  const words = readSearch(filter.tim);
  if (words) query = query.where(matchesWords('g', words));
  return query;
}

function toTarget(row: {
  id: string;
  text: string;
  metric: string | null;
  operator: string;
  value: number;
  unit: string;
  denominator_scope: string | null;
  year: number | null;
  plan_id: string;
  plan_title: string;
  year_from: number;
  year_to: number;
  section_code: string | null;
  section_title: string | null;
  axis: string | null;
}): TargetRow {
  return {
    id: row.id as Id<'target'>,
    text: row.text,
    metric: row.metric,
    operator: row.operator as Operator,
    value: row.value,
    unit: row.unit,
    denominatorScope: row.denominator_scope,
    year: row.year,
    section:
      row.section_code === null
        ? null
        : { code: row.section_code, title: row.section_title ?? '', axis: row.axis as Axis | null },
    plan: {
      id: row.plan_id as Id<'plan'>,
      title: row.plan_title,
      yearFrom: row.year_from,
      yearTo: row.year_to,
    },
  };
}
