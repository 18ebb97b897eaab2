import { sql } from 'kysely';
import { act, type Act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { keptDays, type ListExport } from './list-export.ts';
import * as policy from './policy.ts';

/** What leaves the product: of which list, by which filter, and what of each row. */
export type ExportOrder = Pick<ListExport, 'list' | 'query' | 'columns' | 'format' | 'rowsExpected'>;

/** Writes down that this person takes rows of a list out of the product, in a file made at once. */
export function recordExport(
  ctx: Ctx,
  listAct: string,
  order: ExportOrder,
): Promise<Outcome<undefined, never>> {
  return act<undefined, never>(ctx, listAct, async (tx) => {
    must(policy.make(ctx.actor, listAct));
    await audit(tx, newId<'list-export'>(), order);
    return done();
  });
}

/** Orders a file that takes longer to make; files that are past their days go. */
export function orderExport(
  ctx: Ctx,
  listAct: string,
  order: ExportOrder,
): Promise<Outcome<Id<'list-export'>, never>> {
  return act<Id<'list-export'>, never>(ctx, listAct, async (tx) => {
    must(policy.make(ctx.actor, listAct));
    if (ctx.actor.accountId === null) throw new NotFound();
    await removeOld(ctx, tx);
    const id = newId<'list-export'>();
    await tx.db
      .insertInto('lists.list_export')
      .values({
        tenant_id: ctx.tenant.id,
        id,
        list: order.list,
        query: order.query,
        columns: JSON.stringify(order.columns),
        format: order.format,
        lang: ctx.lang,
        account_id: ctx.actor.accountId,
        state: 'waiting',
        rows_done: 0,
        rows_expected: order.rowsExpected,
        created_at: tx.now,
      })
      .execute();
    await tx.enqueue({ name: listAct, payload: { exportId: id } });
    await audit(tx, id, order);
    return done(id);
  });
}

/** Keeps the next piece of a file that is being made; the first one begins it anew. */
export function keepPiece(
  ctx: Ctx,
  file: ListExport,
  piece: { ordinal: number; content: Uint8Array; rowsDone: number; isLast: boolean },
): Promise<Outcome<undefined, never>> {
  return act<undefined, never>(ctx, 'lists.list-export.record', async (tx) => {
    must(policy.make(ctx.actor, 'lists.list-export.record'));
    await tx.db
      .deleteFrom('lists.list_export_piece')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('export_id', '=', file.id)
      .where('ordinal', '>=', piece.ordinal)
      .execute();
    await tx.db
      .insertInto('lists.list_export_piece')
      .values({
        tenant_id: ctx.tenant.id,
        export_id: file.id,
        ordinal: piece.ordinal,
        content: Buffer.from(piece.content),
      })
      .execute();
    await settle(ctx, tx, file, { state: piece.isLast ? 'ready' : 'waiting', rows_done: piece.rowsDone });
    return done();
  });
}

/** Says that a file cannot be made: the person who asked may no longer, or the list is gone. */
export function failExport(ctx: Ctx, file: ListExport): Promise<Outcome<undefined, never>> {
  return act<undefined, never>(ctx, 'lists.list-export.record', async (tx) => {
    must(policy.make(ctx.actor, 'lists.list-export.record'));
    await settle(ctx, tx, file, { state: 'failed', rows_done: 0 });
    return done();
  });
}

async function settle(
  ctx: Ctx,
  tx: Act,
  file: ListExport,
  to: { state: ListExport['state']; rows_done: number },
): Promise<void> {
  await tx.db
    .updateTable('lists.list_export')
    .set(to)
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', file.id)
    .execute();
  await tx.audit({ recordKind: 'list-export', recordId: file.id, before: null, after: to });
}

async function removeOld(ctx: Ctx, tx: Act): Promise<void> {
  const before = new Date(tx.now.getTime() - keptDays * 24 * 60 * 60 * 1000);
  await sql`delete from lists.list_export_piece p using lists.list_export e
    where p.tenant_id = ${ctx.tenant.id} and e.tenant_id = ${ctx.tenant.id} and e.id = p.export_id
      and e.created_at < ${before}`.execute(tx.db);
  await tx.db
    .deleteFrom('lists.list_export')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('created_at', '<', before)
    .execute();
}

async function audit(tx: Act, id: Id<'list-export'>, order: ExportOrder): Promise<void> {
  await tx.audit({ recordKind: 'list-export', recordId: id, before: null, after: { ...order } });
}
