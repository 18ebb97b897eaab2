import { type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { getDraft } from '../queries.server.ts';
import { findingsBeforeIssue } from '../findings.server.ts';
import { changeRows } from './change-rows.server.ts';

/** Which mend of which finding: its code, the rows it is about, and the number of the mend. */
export interface MendOrder {
  readonly code: string;
  readonly keys: string;
  readonly mend: number;
}

/**
 * Mends rows as a finding of the check proposes, as one step. Refuses when the finding no longer stands, since
 * somebody may have mended it meanwhile.
 */
export async function mendRows(
  ctx: Ctx,
  draftId: string,
  order: MendOrder,
): Promise<Outcome<undefined, 'wrong-state' | 'nothing-changed' | 'changed-meanwhile'>> {
  const found = await getDraft(ctx, draftId);
  const finding = (await findingsBeforeIssue(ctx, found)).find(
    (one) => one.code === order.code && one.keys.join(' ') === order.keys,
  );
  const mend = finding?.mends[order.mend];
  return changeRows(ctx, draftId, 'mend', async (rows) => {
    if (!mend) return refused('changed-meanwhile');
    for (const rowId of new Set(mend.changes.map((change) => change.key))) {
      const row = await rows.hold(rowId);
      const own = mend.changes.filter((change) => change.key === rowId);
      const fields = Object.fromEntries(own.map((change) => [change.field, change.value]));
      rows.change(row, { data: { ...row.data, ...fields } });
    }
    return undefined;
  });
}
