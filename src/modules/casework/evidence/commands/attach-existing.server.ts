import { act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { mostOfOneRecord } from '../evidence.ts';
import type { EvidenceOwner } from '../owner.server.ts';
import * as policy from '../policy.ts';
import { countAttached, isAttached } from '../queries.server.ts';
import { findSeenEvidence } from '../shared-evidence.server.ts';
import type { AttachRefusal } from './attach.server.ts';

/**
 * Uses a proof that the person sees at another record for this one too: both show the same versions from then on. One
 * that was taken from this record before comes back out of the trash.
 */
export function attachExisting(
  ctx: Ctx,
  owner: EvidenceOwner,
  recordId: string,
  evidenceId: string,
): Promise<Outcome<Id<'evidence-attachment'>, AttachRefusal>> {
  return act<Id<'evidence-attachment'>, AttachRefusal>(ctx, 'casework.evidence.attach', async (tx) => {
    const record = await owner.find(ctx, recordId);
    must(policy.attach(record));
    const found = await findSeenEvidence(ctx, owner, evidenceId);
    if (!found) throw new NotFound();
    if ((await countAttached(ctx, owner, record.id)) >= mostOfOneRecord) return refused('too-many');
    if (found.sha256 && (await isAttached(ctx, owner, record.id, found.sha256)))
      return refused('there-already');
    const before = await tx.db
      .selectFrom('casework.evidence_attachment')
      .select(['id', 'removed_at'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('record_kind', '=', owner.kind)
      .where('record_id', '=', record.id)
      .where('evidence_id', '=', found.id)
      .forUpdate()
      .executeTakeFirst();
    if (before && !before.removed_at) return refused('there-already');
    const id = (before?.id ?? newId()) as Id<'evidence-attachment'>;
    const attached = { attached_by_name: ctx.actor.name, attached_at: tx.now, removed_at: null };
    if (before) {
      await tx.db
        .updateTable('casework.evidence_attachment')
        .set(attached)
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', '=', id)
        .execute();
      await tx.bringBack({ kind: 'evidence', recordId: id });
    } else {
      const row = { tenant_id: ctx.tenant.id, id, record_kind: owner.kind, record_id: record.id };
      await tx.db
        .insertInto('casework.evidence_attachment')
        .values({ ...row, evidence_id: found.id, ...attached })
        .execute();
    }
    await tx.audit({
      recordKind: owner.kind,
      recordId: record.id,
      before: null,
      after: { evidence: id, title: found.title, ...(found.sha256 && { sha256: found.sha256 }) },
    });
    return done(id);
  });
}
