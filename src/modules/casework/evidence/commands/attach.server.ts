import { act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { ReceivedFile } from '#platform/files/receive-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { auditedFacts, type NewVersion, writeEvidence } from '../attachment.server.ts';
import { type DocumentFacts, type EvidenceKind, mostOfOneRecord } from '../evidence.ts';
import type { EvidenceOwner } from '../owner.server.ts';
import * as policy from '../policy.ts';
import { countAttached, isAttached } from '../queries.server.ts';

export type AttachRefusal = 'too-many' | 'there-already';
type Attached = Outcome<Id<'evidence-attachment'>, AttachRefusal>;

/** Attaches a file that has come in; what document it is may be said with it. Refuses one that the record has already. */
export function attachFile(
  ctx: Ctx,
  owner: EvidenceOwner,
  recordId: string,
  file: ReceivedFile,
  facts: DocumentFacts,
): Promise<Attached> {
  return attach(ctx, owner, recordId, 'file', { ...facts, title: file.fileName, file });
}

/** Attaches an address of the web; without a title it is its own. */
export function attachLink(
  ctx: Ctx,
  owner: EvidenceOwner,
  recordId: string,
  link: { url: string; title: string },
): Promise<Attached> {
  return attach(ctx, owner, recordId, 'link', { url: link.url, title: link.title || link.url });
}

/** Attaches a document that is known by number, day and issuing body. */
export function attachDocument(
  ctx: Ctx,
  owner: EvidenceOwner,
  recordId: string,
  document: DocumentFacts & { title: string },
): Promise<Attached> {
  return attach(ctx, owner, recordId, 'document', document);
}

function attach(
  ctx: Ctx,
  owner: EvidenceOwner,
  recordId: string,
  kind: EvidenceKind,
  given: NewVersion,
): Promise<Attached> {
  return act<Id<'evidence-attachment'>, AttachRefusal>(ctx, 'casework.evidence.attach', async (tx) => {
    const record = await owner.find(ctx, recordId);
    must(policy.attach(record));
    if ((await countAttached(ctx, owner, record.id)) >= mostOfOneRecord) return refused('too-many');
    if (given.file && (await isAttached(ctx, owner, record.id, given.file.sha256)))
      return refused('there-already');
    const { id } = await writeEvidence(ctx, tx, { kind: owner.kind, id: record.id }, kind, given);
    await tx.audit({
      recordKind: owner.kind,
      recordId: record.id,
      before: null,
      after: { evidence: id, ...auditedFacts(given) },
    });
    return done(id);
  });
}
