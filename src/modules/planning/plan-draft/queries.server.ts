import type { Selectable } from 'kysely';
import type { PlanningPlanDraft } from '#db/types.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { PlanHead } from '../reading/plan-reading.ts';
import type { AnyRow, DraftOrigin, DraftState, PlanDraft, RowKind, RowState } from './plan-draft.ts';
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

/** The text of the source, one string a line. */
export async function getSourceLines(ctx: Ctx, draftId: Id<'plan-draft'>): Promise<string[]> {
  const row = await ctx.db
    .selectFrom('planning.plan_draft')
    .select('lines')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', draftId)
    .executeTakeFirst();
  return (row?.lines as string[] | null) ?? [];
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

/** The file as uploaded, for the reader. */
export async function getFile(
  ctx: Ctx,
  draftId: string,
): Promise<{ fileName: string; content: Buffer } | undefined> {
  const row = await ctx.db
    .selectFrom('planning.plan_draft as i')
    .innerJoin('planning.plan_draft_file as f', (join) =>
      join.onRef('f.tenant_id', '=', 'i.tenant_id').onRef('f.draft_id', '=', 'i.id'),
    )
    .select(['i.file_name', 'f.content'])
    .where('i.tenant_id', '=', ctx.tenant.id)
    .where('i.id', '=', draftId)
    .where('i.state', '=', 'reading')
    .where('f.part', '=', 'source')
    .executeTakeFirst();
  return row && { fileName: row.file_name ?? '', content: row.content };
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
