import type { PlainDate } from '#platform/clock/plain-date.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { keptQuery } from '#platform/db/kept-query.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { Axis, PlanKind, ReportPeriod } from '../reading/plan-reading.ts';
import type { Plan, PlanCitation, PlanSection, ReportRegime } from './plan.ts';
import * as policy from './policy.ts';
import type { RecurrenceRule } from './recurrence.ts';

const columns = [
  'id',
  'kind',
  'title',
  'issuer',
  'number',
  'issued_on',
  'year_from',
  'year_to',
  'signer_name',
  'signer_title',
  'draft_id',
  'state',
  'replaces_plan_id',
] as const;

const planRows = keptQuery((db, tenant: { readonly id: Id<'tenant'> }) =>
  db
    .selectFrom('planning.plan')
    .select(columns)
    .where('tenant_id', '=', tenant.id)
    .orderBy('year_from', 'desc')
    .orderBy('created_at', 'desc')
    .limit(200),
);

/** The plans of the tenant, the newest year first. */
export async function listPlans(ctx: Ctx): Promise<Plan[]> {
  must(policy.read(ctx.actor));
  const rows = await planRows(ctx.db, ctx.tenant);
  return rows.map(toPlan);
}

/** One plan; throws `NotFound` when the tenant has no such one. */
export async function getPlan(ctx: Ctx, planId: string): Promise<Plan> {
  must(policy.read(ctx.actor));
  const id = parseId<'plan'>(planId);
  const row =
    id &&
    (await ctx.db
      .selectFrom('planning.plan')
      .select(columns)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', id)
      .executeTakeFirst());
  if (!row) throw new NotFound();
  return toPlan(row);
}

/** The version that took the place of a plan; undefined while it is in force. */
export async function findSuccessor(ctx: Ctx, planId: Id<'plan'>): Promise<Plan | undefined> {
  const row = await ctx.db
    .selectFrom('planning.plan')
    .select(columns)
    .where('tenant_id', '=', ctx.tenant.id)
    .where('replaces_plan_id', '=', planId)
    .executeTakeFirst();
  return row && toPlan(row);
}

/** The sections of a plan in printed order. */
export async function listSections(ctx: Ctx, planId: Id<'plan'>): Promise<PlanSection[]> {
  const rows = await ctx.db
    .selectFrom('planning.plan_section')
    .select(['id', 'code', 'title', 'axis'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('plan_id', '=', planId)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({ ...row, id: row.id as Id<'plan-section'>, axis: row.axis as Axis | null }));
}

/** The documents that a plan rests on and names, in printed order. */
export async function listCitations(ctx: Ctx, planId: Id<'plan'>): Promise<PlanCitation[]> {
  const rows = await ctx.db
    .selectFrom('planning.citation')
    .select(['id', 'role', 'type', 'number', 'issued_on', 'issuer', 'place'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('plan_id', '=', planId)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    id: row.id as Id<'citation'>,
    role: row.role as PlanCitation['role'],
    type: row.type,
    number: row.number,
    issuedOn: row.issued_on as PlainDate | null,
    issuer: row.issuer,
    place: row.place,
  }));
}

/** The report calendar of one plan, or of all plans in force, in printed order. */
export async function listReportRegimes(ctx: Ctx, planId?: string): Promise<ReportRegime[]> {
  must(policy.read(ctx.actor));
  let query = ctx.db
    .selectFrom('planning.report_regime as r')
    .innerJoin('planning.plan as p', (join) =>
      join.onRef('p.tenant_id', '=', 'r.tenant_id').onRef('p.id', '=', 'r.plan_id'),
    )
    .select([
      'r.id',
      'r.plan_id',
      'r.period',
      'r.data_from',
      'r.data_to',
      'r.submit_by',
      'r.submit_rule',
      'r.addressee',
      'r.reporter',
      'r.text',
    ])
    .where('r.tenant_id', '=', ctx.tenant.id)
    .orderBy('r.plan_id')
    .orderBy('r.ordinal')
    .limit(1_000);
  query = planId ? query.where('r.plan_id', '=', planId) : query.where('p.state', '=', 'issued');
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id as Id<'report-regime'>,
    planId: row.plan_id as Id<'plan'>,
    period: row.period as ReportPeriod,
    dataFrom: row.data_from as PlainDate | null,
    dataTo: row.data_to as PlainDate | null,
    submitBy: row.submit_by as PlainDate | null,
    submitRule: row.submit_rule as unknown as RecurrenceRule | null,
    addressee: row.addressee,
    reporter: row.reporter,
    text: row.text,
  }));
}

function toPlan(row: {
  id: string;
  kind: string;
  title: string;
  issuer: string | null;
  number: string | null;
  issued_on: string | null;
  year_from: number;
  year_to: number;
  signer_name: string | null;
  signer_title: string | null;
  draft_id: string | null;
  state: string;
  replaces_plan_id: string | null;
}): Plan {
  return {
    id: row.id as Id<'plan'>,
    kind: row.kind as PlanKind,
    title: row.title,
    issuer: row.issuer,
    number: row.number,
    issuedOn: row.issued_on as PlainDate | null,
    yearFrom: row.year_from,
    yearTo: row.year_to,
    signerName: row.signer_name,
    signerTitle: row.signer_title,
    draftId: row.draft_id as Id<'plan-draft'> | null,
    state: row.state as Plan['state'],
    replacesPlanId: row.replaces_plan_id as Id<'plan'> | null,
  };
}
