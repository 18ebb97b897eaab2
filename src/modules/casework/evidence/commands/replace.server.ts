import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { auditedFacts, lockAttachment, type NewVersion, writeVersion } from '../attachment.server.ts';
import type { EvidenceKind } from '../evidence.ts';
import type { EvidenceOwner } from '../owner.server.ts';
import * as policy from '../policy.ts';

export type ReplaceRefusal = 'changed-meanwhile' | 'removed' | 'other-kind';

/**
 * Puts a new version in place of the one that the person saw, of the same kind and with the reason; the old one stays
 * reachable. It counts at every record that the proof is attached to.
 */
export function replaceEvidence(
  ctx: Ctx,
  owner: EvidenceOwner,
  place: { recordId: string; attachmentId: string; version: number },
  given: NewVersion & { kind: EvidenceKind; reason: string },
): Promise<Outcome<undefined, ReplaceRefusal>> {
  return act<undefined, ReplaceRefusal>(ctx, 'casework.evidence.replace', async (tx) => {
    const record = await owner.find(ctx, place.recordId);
    const attached = await lockAttachment(ctx, tx, owner, record.id, place.attachmentId);
    must(policy.replace(record));
    if (attached.removedAt) return refused('removed');
    if (attached.kind !== given.kind) return refused('other-kind');
    if (attached.version !== place.version) return refused('changed-meanwhile');
    const version = attached.version + 1;
    await writeVersion(ctx, tx, attached.evidenceId, version, given);
    await tx.db
      .updateTable('casework.evidence')
      .set({ version })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', attached.evidenceId)
      .execute();
    await tx.audit({
      recordKind: owner.kind,
      recordId: record.id,
      before: { evidence: attached.id, title: attached.title, version: attached.version },
      after: { evidence: attached.id, ...auditedFacts(given), version, reason: given.reason },
    });
    return done();
  });
}
