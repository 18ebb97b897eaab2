import { act } from '#platform/db/act.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import * as policy from './policy.ts';
import { getEntry, listOverdue } from './queries.server.ts';
import type { TrashEntry } from './trash.ts';

/**
 * Brings a record back by the command of its own slice, which asks for its own right and writes its own audit line.
 * Gives the entry, and where the record cannot come back now, the code of the slice.
 */
export async function restoreEntry(
  ctx: Ctx,
  entryId: string,
): Promise<{ entry: TrashEntry; outcome: Outcome<unknown, string> }> {
  must(policy.open(ctx.actor));
  const entry = await getEntry(ctx, entryId);
  must(policy.restore(ctx.actor, entry.kind));
  return { entry, outcome: await entry.kind.restore(ctx, entry.recordId) };
}

/** So many entries are removed in one transaction. */
const mostAtOnce = 200;

/**
 * Removes for good what has been in the trash for its time: records of one kind in one go, with all that hangs on
 * them. One audit line a kind says which. Gives how many entries went; the caller goes on until none do.
 */
export async function purgeOverdue(ctx: Ctx): Promise<Outcome<number, never>> {
  const overdue = await listOverdue(ctx, mostAtOnce);
  for (const kind of new Set(overdue.map((entry) => entry.kind))) {
    const entries = overdue.filter((entry) => entry.kind === kind);
    await act(ctx, 'workbench.trash.purge', async (tx) => {
      must(policy.purge(ctx.actor));
      const records = entries.map((entry) => entry.recordId);
      await kind.purge?.(ctx, tx, records);
      await tx.db
        .deleteFrom('platform.trash_entry')
        .where('tenant_id', '=', ctx.tenant.id)
        .where(
          'id',
          'in',
          entries.map((entry) => entry.id),
        )
        .execute();
      await tx.audit({
        recordKind: 'tenant',
        recordId: ctx.tenant.id,
        before: { kind: kind.kind, records },
        after: { removed: kind.purge !== undefined },
      });
      return done();
    });
  }
  return done(overdue.length);
}
