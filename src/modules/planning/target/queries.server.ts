import { sql } from 'kysely';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { compileFilter, type FieldMap } from '#platform/list/compile-filter.server.ts';
import { countRows, type ListCount } from '#platform/list/count.server.ts';
import type { ListFilter, ListState } from '#platform/list/filter.ts';
import { type KeysetPage, keysetPage, nextBatch } from '#platform/list/keyset.server.ts';
import type { OrderMap } from '#platform/list/order.server.ts';
import { matchesWords } from '#platform/search/matching.server.ts';
import { readSearch } from '#platform/search/search-words.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { PlanYears } from '../plan/report-regime.ts';
import { visibleTo } from '../plan/visible-to.server.ts';
import type { Axis, Operator } from '../reading/plan-reading.ts';
import { pageSize, targetList } from './input.ts';
import type { TargetFacts } from './target.ts';

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

/** A target with what its own page says besides. */
export interface TargetRecord extends TargetRow {
  readonly version: number;
  /** False when a later version took the place of its plan. */
  readonly isInForce: boolean;
}

/** What was changed of a target, and how it stood before. */
export interface TargetEvent {
  readonly at: Date;
  readonly kind: 'edited' | 'taken-back';
  readonly actorName: string;
  readonly reason: string;
  readonly version: number;
  readonly before: TargetFacts;
}

/** One target; throws `NotFound` when it is not there for this person. */
export async function getTarget(ctx: Ctx, targetId: string): Promise<TargetRecord> {
  const [found] = await findTargets(ctx, [targetId]);
  if (!found) throw new NotFound();
  return found;
}

/** Those of these targets that this person may read. */
export async function findTargets(ctx: Ctx, ids: readonly string[]): Promise<TargetRecord[]> {
  const known = ids.flatMap((id) => parseId<'target'>(id) ?? []);
  if (known.length === 0) return [];
  const rows = await everyTarget(ctx)
    .select([...columns, 'g.version', 'p.state'])
    .where(sql`g.id`, '=', sql`any(${known}::uuid[])`)
    .orderBy('g.ordinal')
    .orderBy('g.id')
    .execute();
  return rows.map((row) => ({ ...toTarget(row), version: row.version, isInForce: row.state === 'issued' }));
}

/** What was changed of a target since its plan was issued, newest first. */
export async function listTargetEvents(ctx: Ctx, targetId: Id<'target'>): Promise<TargetEvent[]> {
  const rows = await ctx.db
    .selectFrom('planning.target_event as e')
    .innerJoin('planning.target as g', (join) =>
      join.onRef('g.tenant_id', '=', 'e.tenant_id').onRef('g.id', '=', 'e.target_id'),
    )
    .innerJoin('planning.plan as p', (join) =>
      join.onRef('p.tenant_id', '=', 'g.tenant_id').onRef('p.id', '=', 'g.plan_id'),
    )
    .select(['e.at', 'e.kind', 'e.actor_name', 'e.reason', 'e.version', 'e.before'])
    .where('e.tenant_id', '=', ctx.tenant.id)
    .where('e.target_id', '=', targetId)
    .where(visibleTo(ctx.actor))
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(mostEvents)
    .execute();
  return rows.map((row) => ({
    at: new Date(row.at),
    kind: row.kind as TargetEvent['kind'],
    actorName: row.actor_name,
    reason: row.reason,
    version: row.version,
    before: row.before as unknown as TargetFacts,
  }));
}
const mostEvents = 200;

/** One page of the targets of the filter that this person may read. */
export async function listTargets(
  ctx: Ctx,
  state: Pick<ListState, 'search' | 'clauses' | 'sort' | 'cursor'>,
): Promise<KeysetPage<TargetRow>> {
  const page = await keysetPage(ctx.db, rowsOf(ctx, state), orders, state, pageSize);
  return { ...page, rows: page.rows.map(toTarget) };
}

/** How many targets of the filter this person may read; exact up to ten thousand. */
export function countTargets(ctx: Ctx, filter: Pick<ListFilter, 'search' | 'clauses'>): Promise<ListCount> {
  return countRows(ctx.db, filtered(ctx, filter));
}

/** The next targets of the filter in its order, for files; `after` as the last batch gave it. */
export async function nextTargets(
  ctx: Ctx,
  filter: ListFilter,
  after: string | undefined,
  size: number,
): Promise<{ rows: TargetRow[]; after: string | undefined }> {
  const batch = await nextBatch(ctx.db, rowsOf(ctx, filter), orders, filter.sort, after, size);
  return { rows: batch.rows.map(toTarget), after: batch.after };
}

/** Every target of a plan, in the order of the plan. */
export async function listTargetsOfPlan(ctx: Ctx, planId: Id<'plan'>): Promise<TargetRow[]> {
  return (await nextTargets(ctx, targetList({ 'ke-hoach': planId }), undefined, mostOfPlan)).rows;
}
const mostOfPlan = 10_000;

function rowsOf(ctx: Ctx, filter: Pick<ListFilter, 'search' | 'clauses'>) {
  return filtered(ctx, filter).select(columns);
}

const columns = [
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
] as const;

/** The newest plans first; within a plan, its own order. */
const ties = [
  { kind: 'whole', sql: sql`-p.year_from` },
  { kind: 'id', sql: sql`g.plan_id` },
  { kind: 'whole', sql: sql`g.ordinal` },
  { kind: 'id', sql: sql`g.id` },
] as const;

const orders: OrderMap = {
  'ke-hoach': { ties },
  'chi-tieu': { by: { kind: 'text', sql: sql`left(g.text, 100) collate "vi-x-icu"` }, ties },
  nam: { by: { kind: 'whole', sql: sql`coalesce(g.year, p.year_to)` }, ties },
};

const fields: FieldMap = {
  'ke-hoach': { kind: 'id', column: sql`g.plan_id` },
  truc: { kind: 'choice', column: sql`s.axis` },
  nam: { kind: 'number', column: sql`coalesce(g.year, p.year_to)` },
  'muc-dat': { kind: 'number', column: sql`g.value` },
  'don-vi-tinh': { kind: 'text', column: sql`g.unit` },
  'noi-dung': { kind: 'text', column: sql`g.text` },
  'thuoc-do': { kind: 'text', column: sql`g.metric` },
};

/** The targets that this person may read, with plan and section. */
function everyTarget(ctx: Ctx) {
  return ctx.db
    .selectFrom('planning.target as g')
    .innerJoin('planning.plan as p', (join) =>
      join.onRef('p.tenant_id', '=', 'g.tenant_id').onRef('p.id', '=', 'g.plan_id'),
    )
    .leftJoin('planning.plan_section as s', (join) =>
      join.onRef('s.tenant_id', '=', 'g.tenant_id').onRef('s.id', '=', 'g.section_id'),
    )
    .where('g.tenant_id', '=', ctx.tenant.id)
    .where(visibleTo(ctx.actor));
}

function filtered(ctx: Ctx, filter: Pick<ListFilter, 'search' | 'clauses'>) {
  const query = everyTarget(ctx)
    .where(compileFilter(fields, filter, ctx.clock.today()))
    // A promise that a later version replaced is read on the page of its plan only.
    .$if(!asksForPlan(filter), (all) => all.where('p.state', '=', 'issued'));
  const words = readSearch(filter.search);
  return words ? query.where(matchesWords('g', words)) : query;
}

function asksForPlan(filter: Pick<ListFilter, 'clauses'>): boolean {
  return filter.clauses.some(
    (clause) => clause.length === 1 && clause[0]?.field === 'ke-hoach' && clause[0].operator === 'is',
  );
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
