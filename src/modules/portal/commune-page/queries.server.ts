import { type SqlBool, sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { pageSize, type PublicFilter, type PublicState } from './input.ts';

export interface PublicPlan {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly issuedOn: PlainDate | null;
  readonly yearFrom: number;
  readonly yearTo: number;
}

export interface PublicTask {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly product: string | null;
  readonly leadUnitName: string | null;
  readonly dueText: string | null;
  readonly dueOn: PlainDate | null;
  /** The deadline as first set: a task past it is late. */
  readonly firstDueOn: PlainDate | null;
  readonly state: PublicState;
}

export interface SectionProgress {
  readonly id: string | null;
  readonly label: string | null;
  readonly total: number;
  readonly done: number;
  readonly inTime: number;
  readonly late: number;
  readonly cancelled: number;
}

/** The issued plans of the commune, the newest first. */
export async function listPublicPlans(ctx: Ctx): Promise<PublicPlan[]> {
  const rows = await ctx.db
    .selectFrom('planning.published_plan')
    .select(['id', 'title', 'number', 'issued_on', 'year_from', 'year_to'])
    .where('tenant_id', '=', ctx.tenant.id)
    .orderBy('year_from', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    id: row.id ?? '',
    title: row.title ?? '',
    number: row.number,
    issuedOn: row.issued_on as PlainDate | null,
    yearFrom: row.year_from ?? 0,
    yearTo: row.year_to ?? 0,
  }));
}

/** One issued plan of the commune; throws `NotFound` for anything else. */
export async function getPublicPlan(ctx: Ctx, planId: string): Promise<PublicPlan> {
  const id = parseId<'plan'>(planId);
  const found = id && (await listPublicPlans(ctx)).find((plan) => plan.id === id);
  if (!found) throw new NotFound();
  return found;
}

/** How the tasks of a plan stand, by section in printed order. */
export async function listProgress(ctx: Ctx, planId: string): Promise<SectionProgress[]> {
  const today = ctx.clock.today();
  const count = (state: PublicState) => sql<number>`count(*) filter (where ${isIn(state, today)})`;
  return ctx.db
    .selectFrom('planning.published_task as t')
    .leftJoin('planning.published_section as s', (join) =>
      join.onRef('s.tenant_id', '=', 't.tenant_id').onRef('s.id', '=', 't.section_id'),
    )
    .select([
      's.id',
      sql<string | null>`s.code || '. ' || s.title`.as('label'),
      sql<number>`count(*)`.as('total'),
      count('hoan-thanh').as('done'),
      count('con-han').as('inTime'),
      count('qua-han').as('late'),
      count('da-huy').as('cancelled'),
    ])
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where('t.plan_id', '=', planId)
    .groupBy(['s.id', 's.code', 's.title', 's.ordinal'])
    .orderBy('s.ordinal', (order) => order.asc().nullsLast())
    .execute();
}

/** The tasks of a plan under a filter, one page of them, and how many there are. */
export async function listPublicTasks(
  ctx: Ctx,
  planId: string,
  filter: PublicFilter,
): Promise<{ rows: PublicTask[]; total: number }> {
  const rows = await tasksOf(ctx, planId, filter)
    .limit(pageSize)
    .offset((filter.trang - 1) * pageSize)
    .execute();
  const { n } = await filtered(ctx, planId, filter)
    .select((select) => select.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map((row) => toTask(row, ctx.clock.today())), total: n };
}

/** Every task of a plan. */
export async function listAllPublicTasks(ctx: Ctx, planId: string): Promise<PublicTask[]> {
  const rows = await tasksOf(ctx, planId, { trang: 1 }).limit(100_000).execute();
  return rows.map((row) => toTask(row, ctx.clock.today()));
}

/** The targets of a plan in printed order. */
export async function listPublicTargets(ctx: Ctx, planId: string) {
  return ctx.db
    .selectFrom('planning.published_target')
    .select(['id', 'text', 'operator', 'value', 'unit', 'year'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('plan_id', '=', planId)
    .orderBy('ordinal')
    .limit(1_000)
    .execute();
}

function tasksOf(ctx: Ctx, planId: string, filter: PublicFilter) {
  return filtered(ctx, planId, filter)
    .leftJoin('directory.published_unit as u', (join) =>
      join.onRef('u.tenant_id', '=', 't.tenant_id').onRef('u.id', '=', 't.lead_unit_id'),
    )
    .select([
      't.id',
      't.code',
      't.title',
      't.product',
      't.due_text',
      't.due_on',
      't.first_due_on',
      't.state',
      'u.name as lead_unit_name',
    ])
    .orderBy('t.ordinal');
}

function filtered(ctx: Ctx, planId: string, filter: PublicFilter) {
  let query = ctx.db
    .selectFrom('planning.published_task as t')
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where('t.plan_id', '=', planId);
  if (filter.muc) query = query.where('t.section_id', '=', filter.muc);
  if (filter['trang-thai']) query = query.where(isIn(filter['trang-thai'], ctx.clock.today()));
  return query;
}

function isIn(state: PublicState, today: PlainDate) {
  switch (state) {
    case 'hoan-thanh':
      return sql<SqlBool>`t.state = 'done'`;
    case 'da-huy':
      return sql<SqlBool>`t.state = 'cancelled'`;
    case 'qua-han':
      return sql<SqlBool>`t.state = 'open' and t.first_due_on < ${today}`;
    case 'con-han':
      return sql<SqlBool>`t.state = 'open' and (t.first_due_on is null or t.first_due_on >= ${today})`;
  }
}

function toTask(
  row: {
    id: string | null;
    code: string | null;
    title: string | null;
    product: string | null;
    due_text: string | null;
    due_on: string | null;
    first_due_on: string | null;
    state: string | null;
    lead_unit_name: string | null;
  },
  today: PlainDate,
): PublicTask {
  const isLate = row.first_due_on !== null && row.first_due_on < today;
  return {
    id: row.id ?? '',
    code: row.code ?? '',
    title: row.title ?? '',
    product: row.product,
    leadUnitName: row.lead_unit_name,
    dueText: row.due_text,
    dueOn: row.due_on as PlainDate | null,
    firstDueOn: row.first_due_on as PlainDate | null,
    state:
      row.state === 'done'
        ? 'hoan-thanh'
        : row.state === 'cancelled'
          ? 'da-huy'
          : isLate
            ? 'qua-han'
            : 'con-han',
  };
}
