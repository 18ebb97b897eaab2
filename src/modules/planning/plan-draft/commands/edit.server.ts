import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { PlanHead } from '../../reading/plan-reading.ts';
import type { RowState } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { changeRows } from './change-rows.server.ts';
import { draftDeed, updateDraft } from './lock-draft.server.ts';

/** Mends the facts of the plan as a whole. Refuses when somebody has changed the import since it was read. */
export function editHead(
  ctx: Ctx,
  draftId: string,
  change: { head: Partial<PlanHead>; version: number },
): Promise<Outcome<undefined, 'wrong-state' | 'changed-meanwhile'>> {
  return draftDeed<undefined, 'changed-meanwhile'>(
    ctx,
    { name: 'planning.plan-draft.edit', kind: 'edit', decision: policy.edit(ctx.actor) },
    draftId,
    async (tx, locked) => {
      if (locked.version !== change.version) return refused('changed-meanwhile');
      const head = { ...locked.head, ...change.head };
      await updateDraft(ctx, tx, locked, { head: JSON.stringify(head) });
      await tx.audit({
        recordKind: 'plan-draft',
        recordId: locked.id,
        before: { head: locked.head },
        after: { head },
      });
      return done();
    },
  );
}

/** Mends, accepts, skips or takes back one row. Refuses when somebody has changed the row since it was read. */
export function editRow(
  ctx: Ctx,
  draftId: string,
  rowId: string,
  change: { data: object | undefined; state: RowState; version: number },
): Promise<Outcome<undefined, EditRefusal>> {
  return changeRows(ctx, draftId, deedOf[change.state], async (rows) => {
    const row = await rows.hold(rowId);
    if (row.version !== change.version) return refused('changed-meanwhile');
    rows.change(row, { data: { ...row.data, ...change.data }, state: change.state });
    return undefined;
  });
}

type EditRefusal = 'wrong-state' | 'changed-meanwhile' | 'nothing-changed';

const deedOf = { accepted: 'edit', skipped: 'skip', unseen: 'bring' } as const satisfies Record<
  RowState,
  string
>;

/** Accepts at once every row that nobody has looked at and that the reader has no doubt about. */
export function acceptClearRows(
  ctx: Ctx,
  draftId: string,
): Promise<Outcome<undefined, 'wrong-state' | 'nothing-changed'>> {
  return changeRows<never>(ctx, draftId, 'accept-clear', async (rows) => {
    for (const row of await rows.all()) {
      if (row.state === 'unseen' && row.doubts.length === 0) rows.change(row, { state: 'accepted' });
    }
    return undefined;
  });
}
