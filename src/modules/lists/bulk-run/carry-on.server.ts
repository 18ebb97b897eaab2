import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { proofNeeded } from '#platform/session/proof.ts';
import type { BulkDeed, BulkList, RowResult } from './bulk-list.server.ts';
import type { BulkRow, BulkRun } from './bulk-run.ts';
import { recordRows } from './commands.server.ts';
import { listRunRows } from './queries.server.ts';

/**
 * Does the next rows of a run, or takes them back, each through its own command with its own rights; what became of
 * them is written in the same transaction. True while there are more.
 */
export async function carryOn(ctx: Ctx, list: BulkList, run: BulkRun, most: number): Promise<boolean> {
  const deed = list.deeds.find((one) => one.name === run.deed);
  if (!deed) throw new Error(`the list ${list.path} knows no deed ${run.deed}`);
  const isUndo = run.state === 'undoing';
  const rows = await listRunRows(ctx, run.id, isUndo ? 'done' : 'waiting', most);
  const results = [];
  for (const row of rows) {
    const result = await resultOf(() => doOne(ctx, deed, run, row, isUndo));
    results.push({
      ordinal: row.ordinal,
      outcome: result.ok ? (isUndo ? 'undone' : 'done') : isUndo ? 'not-undone' : 'refused',
      reason: result.ok ? null : result.reason,
      undo: result.ok && !isUndo ? result.undo : null,
    } as const);
  }
  const isLast = rows.length < most;
  await recordRows(ctx, run, results, isLast);
  return !isLast;
}

function doOne(ctx: Ctx, deed: BulkDeed, run: BulkRun, row: BulkRow, isUndo: boolean): Promise<RowResult> {
  return isUndo ? deed.undo(ctx, row.recordId, row.undo) : deed.run(ctx, row.recordId, run.input);
}

/**
 * A row out of sight or reach is the row's own refusal, not the end of the run: nothing of it was written. A proof that is
 * missing or too old ends the whole: the person is asked for it, and no row is done before.
 */
async function resultOf(work: () => Promise<RowResult>): Promise<RowResult> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotFound) return { ok: false, reason: 'not-found' };
    if (error instanceof Forbidden && error.reason !== proofNeeded) return { ok: false, reason: 'no-right' };
    throw error;
  }
}
