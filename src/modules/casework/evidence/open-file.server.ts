import { noteOpening } from '#platform/audit/opening.ts';
import { held, type HeldReply } from '#platform/http/reply.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { isOpenable } from './evidence.ts';
import type { EvidenceOwner } from './owner.server.ts';
import { getEvidence, listVersions } from './queries.server.ts';

/**
 * Gives the file of one version to be saved, and notes the opening, which is stored before anything is sent. `NotFound`
 * for who may not see the record, a version without a file, and one that waits for the scanner or does harm.
 */
export async function openFile(
  ctx: Ctx,
  owner: EvidenceOwner,
  asked: { recordId: string; attachmentId: string; version: number },
): Promise<HeldReply> {
  const proof = await getEvidence(ctx, owner, asked.recordId, asked.attachmentId);
  const versions = await listVersions(ctx, proof.evidenceId);
  const found = versions.find(({ version }) => version === asked.version);
  if (!found?.file || !isOpenable(found.file)) throw new NotFound();
  const { mediaType, sha256, byteCount } = found.file;
  noteOpening(ctx, {
    act: 'casework.evidence.see',
    recordKind: owner.kind,
    recordId: asked.recordId,
    shown: { evidence: proof.id, version: found.version, sha256 },
  });
  return held({ fileName: found.title, mediaType, sha256, byteCount });
}
