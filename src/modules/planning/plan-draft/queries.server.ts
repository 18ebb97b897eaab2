import type { Selectable } from 'kysely';
import type { PlanningPlanDraft } from '#db/types.ts';
import { listUnits } from '#modules/directory/index.server.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { PlanHead } from '../reading/plan-reading.ts';
import type { KeptSource } from './contained-reading.server.ts';
import type { CopyablePlan } from './handed-down.ts';
import {
  type AnyRow,
  type DraftOrigin,
  type DraftState,
  draftName,
  type PlanDraft,
  type RowKind,
  type RowState,
} from './plan-draft.ts';
import * as policy from './policy.ts';

const columns = [
  'id',
  'origin',
  'origin_words',
  'file_name',
  'state',
  'refusal_code',
  'head',
  'plan_id',
  'amends_plan_id',
  'recognised',
  'progress',
  'version',
  'created_by_name',
  'created_at',
  'issued_at',
] as const;

/** The drafts of the tenant, newest first: the last hundred. */
export async function listDrafts(ctx: Ctx): Promise<PlanDraft[]> {
  must(policy.read(ctx.actor));
  const rows = await ctx.db
    .selectFrom('planning.plan_draft')
    .select(columns)
    .where('tenant_id', '=', ctx.tenant.id)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(toDraft);
}

/** How far the review of drafts has come: rows seen and rows in all, by draft. */
export async function countSeenRows(
  ctx: Ctx,
  draftIds: readonly Id<'plan-draft'>[],
): Promise<Map<string, { seen: number; all: number }>> {
  if (draftIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('planning.plan_draft_row')
    .select((eb) => [
      'draft_id',
      eb.fn.countAll<number>().as('all'),
      eb.fn.countAll<number>().filterWhere('state', '<>', 'unseen').as('seen'),
    ])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', 'in', draftIds)
    .groupBy('draft_id')
    .execute();
  return new Map(rows.map((row) => [row.draft_id, { seen: row.seen, all: row.all }]));
}

/** One draft; throws `NotFound` when the tenant has no such one, `Forbidden` when the person may not look. */
export async function getDraft(ctx: Ctx, draftId: string): Promise<PlanDraft> {
  must(policy.read(ctx.actor));
  const id = parseId<'plan-draft'>(draftId);
  const row =
    id &&
    (await ctx.db
      .selectFrom('planning.plan_draft')
      .select(columns)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', id)
      .executeTakeFirst());
  if (!row) throw new NotFound();
  return toDraft(row);
}

/** Every row of a draft, in the order of review. */
export async function listRows(ctx: Ctx, draftId: Id<'plan-draft'>): Promise<AnyRow[]> {
  const rows = await ctx.db
    .selectFrom('planning.plan_draft_row')
    .select(['id', 'kind', 'data', 'doubts', 'state', 'ordinal', 'pair', 'version'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draftId)
    .orderBy('ordinal')
    .execute();
  return rows.map(
    (row) =>
      ({
        id: row.id as Id<'plan-draft-row'>,
        kind: row.kind as RowKind,
        data: row.data,
        doubts: row.doubts,
        state: row.state as RowState,
        ordinal: row.ordinal,
        pair: row.pair,
        version: row.version,
      }) as unknown as AnyRow,
  );
}

/** The rows that count: those that nobody skipped. */
export async function listKeptRows(ctx: Ctx, draftId: Id<'plan-draft'>): Promise<AnyRow[]> {
  return (await listRows(ctx, draftId)).filter((row) => row.state !== 'skipped');
}

/** What was uploaded or pasted, and the commune's units, for the reader. */
export async function getFile(ctx: Ctx, draftId: string): Promise<KeptSource | undefined> {
  const row = await ctx.db
    .selectFrom('planning.plan_draft as i')
    .innerJoin('planning.plan_draft_file as f', (join) =>
      join.onRef('f.tenant_id', '=', 'i.tenant_id').onRef('f.draft_id', '=', 'i.id'),
    )
    .select(['i.file_name', 'i.origin', 'f.content'])
    .where('i.tenant_id', '=', ctx.tenant.id)
    .where('i.id', '=', draftId)
    .where('i.state', '=', 'reading')
    .where('f.part', '=', 'source')
    .executeTakeFirst();
  if (!row) return undefined;
  const units = (await listUnits(ctx)).filter((unit) => !unit.isCollective);
  return {
    fileName: row.file_name ?? '',
    content: row.content,
    isPasted: row.origin === 'pasted',
    unitNames: units.map((unit) => unit.name),
  };
}

/** The signed paper of a plan, or the file that its draft was read from; throws `NotFound` where there is neither. */
export async function getKeptFile(ctx: Ctx, draftId: string): Promise<{ fileName: string; content: Buffer }> {
  const draft = await getDraft(ctx, draftId);
  const file = await ctx.db
    .selectFrom('planning.plan_draft_file')
    .select(['file_name', 'content'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft.id)
    .orderBy('part')
    .limit(1)
    .executeTakeFirst();
  if (!file) throw new NotFound();
  return { fileName: file.file_name ?? draftName(draft), content: file.content };
}

/** A plan that may be copied into a new draft, and how people call it. */
export interface CopyableSource extends CopyablePlan {
  readonly words: string;
}

/** Issued plans that a new draft may copy: the tenant's own, or those of the level above. */
export async function listCopyable(
  ctx: Ctx,
  origin: 'earlier-plan' | 'higher-plan',
): Promise<{ id: string; words: string; yearFrom: number; yearTo: number }[]> {
  const rows = await copyable(ctx, origin).orderBy('year_from', 'desc').orderBy('title').limit(100).execute();
  return rows.map((row) => ({
    id: row.id,
    words: wordsFor(row),
    yearFrom: row.year_from,
    yearTo: row.year_to,
  }));
}

/** The issued plans of the tenant that a draft may take the place of. */
export function listAmendable(ctx: Ctx): Promise<{ id: string; words: string }[]> {
  return listCopyable(ctx, 'earlier-plan');
}

/** One plan to copy with its rows as issued; throws `NotFound` for any other. */
export async function getCopyable(
  ctx: Ctx,
  origin: 'earlier-plan' | 'higher-plan',
  planId: string,
): Promise<CopyableSource> {
  const id = parseId<'plan'>(planId);
  const plan = id && (await copyable(ctx, origin).where('id', '=', id).executeTakeFirst());
  if (!plan?.draft_id) throw new NotFound();
  const rows =
    origin === 'earlier-plan'
      ? await listKeptRows(ctx, plan.draft_id as Id<'plan-draft'>)
      : await ctx.db
          .selectFrom('planning.published_higher_row')
          .select(['id', 'kind', 'data'])
          .where('draft_id', '=', plan.draft_id)
          .orderBy('ordinal')
          .execute();
  return {
    head: {
      title: plan.title,
      issuer: plan.issuer,
      commune: null,
      level: null,
      province: null,
      kind: 'cchc-plan',
      number: plan.number,
      date: plan.issued_on,
      year_from: plan.year_from,
      year_to: plan.year_to,
      signer: { name: null, title: null, authority: null },
      basis: [],
      recipients: [],
      ...(origin === 'earlier-plan' ? await getHead(ctx, plan.draft_id as Id<'plan-draft'>) : {}),
    },
    rows: rows.map(
      ({ id: rowId, kind, data }) => ({ id: rowId ?? '', kind, data }) as CopyablePlan['rows'][number],
    ),
    words: wordsFor(plan),
  };
}

/** The facts of a plan as its draft keeps them; the caller says who may see the plan. */
export async function getHead(ctx: Ctx, draftId: Id<'plan-draft'>): Promise<PlanHead | null> {
  const row = await ctx.db
    .selectFrom('planning.plan_draft')
    .select('head')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', draftId)
    .executeTakeFirst();
  return (row?.head ?? null) as PlanHead | null;
}

/** The two kinds of plans under one set of names. */
function copyable(ctx: Ctx, origin: 'earlier-plan' | 'higher-plan') {
  const own = ctx.db
    .selectFrom('planning.plan')
    .select(['id', 'title', 'number', 'issued_on', 'issuer', 'year_from', 'year_to', 'draft_id'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('state', '=', 'issued')
    .where('draft_id', 'is not', null);
  const higher = ctx.db
    .selectFrom('planning.published_higher_plan')
    .select((eb) => [
      eb.ref('id').$notNull().as('id'),
      eb.ref('title').$notNull().as('title'),
      'number',
      'issued_on',
      'issuer',
      eb.ref('year_from').$notNull().as('year_from'),
      eb.ref('year_to').$notNull().as('year_to'),
      'draft_id',
    ]);
  return ctx.db.selectFrom((origin === 'earlier-plan' ? own : higher).as('plan')).selectAll();
}

function wordsFor(plan: { title: string; number: string | null }): string {
  return plan.number ? `${plan.title} (${plan.number})` : plan.title;
}

/** Plans of the tenant that look like the one to be stored: the same years and title. */
export async function listTwins(ctx: Ctx, head: PlanHead): Promise<{ id: string; title: string }[]> {
  if (head.title === null || head.year_from === null) return [];
  return ctx.db
    .selectFrom('planning.plan')
    .select(['id', 'title'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('title', '=', head.title)
    .where('year_from', '=', head.year_from)
    .execute();
}

function toDraft(row: Pick<Selectable<PlanningPlanDraft>, (typeof columns)[number]>): PlanDraft {
  return {
    id: row.id as Id<'plan-draft'>,
    origin: row.origin as DraftOrigin,
    originWords: row.origin_words,
    fileName: row.file_name,
    state: row.state as DraftState,
    refusalCode: row.refusal_code,
    head: row.head as unknown as PlanHead | null,
    planId: row.plan_id as Id<'plan'> | null,
    amendsPlanId: row.amends_plan_id as Id<'plan'> | null,
    isRecognised: row.recognised,
    progress: row.progress as PlanDraft['progress'],
    version: row.version,
    createdByName: row.created_by_name,
    createdAt: row.created_at,
    issuedAt: row.issued_at,
  };
}
