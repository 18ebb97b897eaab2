import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { lockAttachment } from '../attachment.server.ts';
import type { EvidenceOwner } from '../owner.server.ts';
import * as policy from '../policy.ts';

/** Takes a proof away from a record, into the trash; other records keep it. */
export function removeEvidence(
  ctx: Ctx,
  owner: EvidenceOwner,
  recordId: string,
  attachmentId: string,
): Promise<Outcome<undefined, 'removed'>> {
  return act<undefined, 'removed'>(ctx, 'casework.evidence.remove', async (tx) => {
    const record = await owner.find(ctx, recordId);
    const attached = await lockAttachment(ctx, tx, owner, record.id, attachmentId);
    must(policy.remove(record));
    if (attached.removedAt) return refused('removed');
    await tx.db
      .updateTable('casework.evidence_attachment')
      .set({ removed_at: tx.now })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', attached.id)
      .execute();
    await tx.throwAway({ kind: 'evidence', recordId: attached.id, title: attached.title });
    await tx.audit({
      recordKind: owner.kind,
      recordId: record.id,
      before: { evidence: attached.id, title: attached.title },
      after: null,
    });
    return done();
  });
}

/** Brings a proof back to the record that it was taken from. */
export function restoreEvidence(
  ctx: Ctx,
  owner: EvidenceOwner,
  recordId: string,
  attachmentId: string,
): Promise<Outcome<undefined, 'not-removed'>> {
  return act<undefined, 'not-removed'>(ctx, 'casework.evidence.restore', async (tx) => {
    const record = await owner.find(ctx, recordId);
    const attached = await lockAttachment(ctx, tx, owner, record.id, attachmentId);
    must(policy.restore(record));
    if (!attached.removedAt) return refused('not-removed');
    await tx.db
      .updateTable('casework.evidence_attachment')
      .set({ removed_at: null })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', attached.id)
      .execute();
    await tx.bringBack({ kind: 'evidence', recordId: attached.id });
    await tx.audit({
      recordKind: owner.kind,
      recordId: record.id,
      before: null,
      after: { evidence: attached.id, title: attached.title },
    });
    return done();
  });
}
