import { act, type Act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { RecordOwner } from '../../follow/record-owner.server.ts';
import * as policy from '../policy.ts';
import { lockNote } from '../stored-note.server.ts';

const longestTitle = 80;

/** Removes a note into the trash, from where it comes back. */
export function removeNote(
  ctx: Ctx,
  owner: RecordOwner,
  recordId: string,
  noteId: string,
): Promise<Outcome<undefined, 'removed'>> {
  return act<undefined, 'removed'>(ctx, 'casework.note.remove', async (tx) => {
    const record = await owner.find(ctx, recordId);
    const note = await lockNote(ctx, tx, owner, record.id, noteId);
    must(policy.remove(ctx.actor, note));
    if (note.removedAt) return refused('removed');
    await setRemoved(ctx, tx, note.id, tx.now);
    const title = note.text.replaceAll(/\s+/g, ' ').slice(0, longestTitle);
    await tx.throwAway({ kind: 'note', recordId: note.id, title });
    await tx.audit({
      recordKind: owner.kind,
      recordId: record.id,
      before: { note: note.id, text: note.text },
      after: null,
    });
    return done();
  });
}

/** Brings a note back to where it stood. */
export function restoreNote(
  ctx: Ctx,
  owner: RecordOwner,
  recordId: string,
  noteId: string,
): Promise<Outcome<undefined, 'not-removed'>> {
  return act<undefined, 'not-removed'>(ctx, 'casework.note.restore', async (tx) => {
    const record = await owner.find(ctx, recordId);
    const note = await lockNote(ctx, tx, owner, record.id, noteId);
    must(policy.restore(ctx.actor, note));
    if (!note.removedAt) return refused('not-removed');
    await setRemoved(ctx, tx, note.id, null);
    await tx.bringBack({ kind: 'note', recordId: note.id });
    await tx.audit({
      recordKind: owner.kind,
      recordId: record.id,
      before: null,
      after: { note: note.id, text: note.text },
    });
    return done();
  });
}

async function setRemoved(ctx: Ctx, tx: Act, noteId: string, removedAt: Date | null): Promise<void> {
  await tx.db
    .updateTable('casework.note')
    .set({ removed_at: removedAt })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', noteId)
    .execute();
}
