import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { PlanHead } from '../reading/plan-reading.ts';
import type { AnyRow, ImportState, PlanImport, RowKind, RowState } from './plan-import.ts';
import * as policy from './policy.ts';

const columns = [
  'id',
  'file_name',
  'file_size',
  'state',
  'refusal_code',
  'head',
  'plan_id',
  'version',
  'created_by_name',
  'created_at',
  'stored_at',
] as const;

/** The imports of the tenant, newest first: the last hundred. */
export async function listImports(ctx: Ctx): Promise<PlanImport[]> {
  must(policy.read(ctx.actor));
  const rows = await ctx.db
    .selectFrom('planning.plan_import')
    .select(columns)
    .where('tenant_id', '=', ctx.tenant.id)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(toImport);
}

/** One import; throws `NotFound` when the tenant has no such one, `Forbidden` when the person may not look. */
export async function getImport(ctx: Ctx, importId: string): Promise<PlanImport> {
  must(policy.read(ctx.actor));
  const id = parseId<'plan-import'>(importId);
  const row =
    id &&
    (await ctx.db
      .selectFrom('planning.plan_import')
      .select(columns)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', id)
      .executeTakeFirst());
  if (!row) throw new NotFound();
  return toImport(row);
}

/** The text of the source, one string a line. */
export async function getSourceLines(ctx: Ctx, importId: Id<'plan-import'>): Promise<string[]> {
  const row = await ctx.db
    .selectFrom('planning.plan_import')
    .select('lines')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', importId)
    .executeTakeFirst();
  return (row?.lines as string[] | null) ?? [];
}

/** Every row of an import, in the order of review. */
export async function listRows(ctx: Ctx, importId: Id<'plan-import'>): Promise<AnyRow[]> {
  const rows = await ctx.db
    .selectFrom('planning.plan_import_row')
    .select(['id', 'kind', 'data', 'doubts', 'state', 'version'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('import_id', '=', importId)
    .orderBy('ordinal')
    .execute();
  return rows.map(
    (row) =>
      ({
        id: row.id as Id<'plan-import-row'>,
        kind: row.kind as RowKind,
        data: row.data,
        doubts: row.doubts,
        state: row.state as RowState,
        version: row.version,
      }) as unknown as AnyRow,
  );
}

/** The file as uploaded, for the reader. */
export async function getFile(
  ctx: Ctx,
  importId: string,
): Promise<{ fileName: string; content: Buffer } | undefined> {
  const row = await ctx.db
    .selectFrom('planning.plan_import as i')
    .innerJoin('planning.plan_import_file as f', (join) =>
      join.onRef('f.tenant_id', '=', 'i.tenant_id').onRef('f.import_id', '=', 'i.id'),
    )
    .select(['i.file_name', 'f.content'])
    .where('i.tenant_id', '=', ctx.tenant.id)
    .where('i.id', '=', importId)
    .where('i.state', '=', 'reading')
    .executeTakeFirst();
  return row && { fileName: row.file_name, content: row.content };
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

function toImport(row: {
  id: string;
  file_name: string;
  file_size: number;
  state: string;
  refusal_code: string | null;
  head: unknown;
  plan_id: string | null;
  version: number;
  created_by_name: string;
  created_at: Date;
  stored_at: Date | null;
}): PlanImport {
  return {
    id: row.id as Id<'plan-import'>,
    fileName: row.file_name,
    fileSize: row.file_size,
    state: row.state as ImportState,
    refusalCode: row.refusal_code,
    head: row.head as PlanHead | null,
    planId: row.plan_id as Id<'plan'> | null,
    version: row.version,
    createdByName: row.created_by_name,
    createdAt: row.created_at,
    storedAt: row.stored_at,
  };
}
