import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { FileFormat } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { ListExport } from './list-export.ts';
import { visibleTo } from './visible-to.server.ts';

/** One file of this person; another's is not found. */
export async function getExport(ctx: Ctx, exportId: string): Promise<ListExport> {
  const found = await findExport(ctx, exportId, true);
  if (!found) throw new NotFound();
  return found;
}

/** The file that a job makes, whoever asked for it. */
export function findExportToMake(ctx: Ctx, exportId: string): Promise<ListExport | undefined> {
  return findExport(ctx, exportId, false);
}

async function findExport(ctx: Ctx, exportId: string, isOwn: boolean): Promise<ListExport | undefined> {
  const id = parseId<'list-export'>(exportId);
  if (!id) return undefined;
  let query = ctx.db
    .selectFrom('lists.list_export')
    .selectAll()
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', id);
  if (isOwn) query = query.where(visibleTo(ctx.actor));
  const row = await query.executeTakeFirst();
  return (
    row && {
      id,
      list: row.list,
      query: row.query,
      columns: row.columns as string[],
      format: row.format as FileFormat,
      lang: row.lang as ListExport['lang'],
      accountId: row.account_id as Id<'account'>,
      state: row.state as ListExport['state'],
      rowsDone: row.rows_done,
      rowsExpected: row.rows_expected,
      createdAt: row.created_at,
    }
  );
}

/** One piece of a file of this person; undefined after the last. */
export async function findPiece(
  ctx: Ctx,
  exportId: Id<'list-export'>,
  ordinal: number,
): Promise<Uint8Array | undefined> {
  const row = await ctx.db
    .selectFrom('lists.list_export_piece as p')
    .innerJoin('lists.list_export as e', (join) =>
      join.onRef('e.tenant_id', '=', 'p.tenant_id').onRef('e.id', '=', 'p.export_id'),
    )
    .select('p.content')
    .where('p.tenant_id', '=', ctx.tenant.id)
    .where('p.export_id', '=', exportId)
    .where('p.ordinal', '=', ordinal)
    .where(visibleTo(ctx.actor))
    .executeTakeFirst();
  return row?.content;
}
