import type { z } from 'zod';
import { type Operation, type RefusalStatus, uploadOperation } from '#platform/api/operation.ts';
import { done, type Refused, refused } from '#platform/db/outcome.ts';
import type { FileLimits } from '#platform/files/file-place.ts';
import type { UploadRefusal } from '#platform/files/receive-file.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { attachFile, type AttachRefusal } from './commands/attach.server.ts';
import { replaceEvidence, type ReplaceRefusal } from './commands/replace.server.ts';
import { fileQuery, replacingFileQuery } from './input.ts';
import type { EvidenceOwner } from './owner.server.ts';
import * as policy from './policy.ts';
import { proofReply, refusalSentence, showProof } from './proof-reply.server.ts';
import { getEvidence } from './queries.server.ts';
import { texts } from './texts.ts';
import { uploadRefusalWords } from './upload-words.ts';

/** How each refusal of a file is answered: what is wrong with it, its sender can mend. */
const uploadRefusals: Readonly<Record<UploadRefusal, RefusalStatus>> = {
  empty: 422,
  'too-large': 413,
  'kind-unknown': 422,
  'kind-differs': 422,
  infected: 422,
  'digest-differs': 422,
  'name-empty': 422,
  'name-path': 422,
  'name-hidden': 422,
  'name-long': 422,
};

/** The evidence of one kind of record as files that programs send; `base` as in `evidenceOperations`. */
export function fileOperations(owner: EvidenceOwner, base: string): readonly Operation[] {
  return [
    uploadOperation<UploadRefusal | AttachRefusal, typeof fileQuery>({
      id: `casework.${owner.kind}-evidence.attach-file`,
      act: 'casework.evidence.attach',
      path: `${base}/evidence/files`,
      summary: (lang) => texts(lang).api.attachFile,
      query: fileQuery,
      reply: proofReply,
      refusals: { ...uploadRefusals, 'too-many': 409, 'there-already': 409 },
      sentence,
      example: { query: { fileName: 'bao-cao.pdf', number: '12/BC-UBND', issuedOn: '2026-04-01' } },
      admit: async (ctx, { id = '' }) => must(policy.attach(await owner.find(ctx, id))),
      run: async (ctx, { params: { id = '' }, query, upload, fileLimits }) => {
        if (!upload.ok) return uploadRefused(upload.code, fileLimits);
        const made = await attachFile(ctx, owner, id, upload.file, factsOf(query));
        return made.ok ? done(await showProof(ctx, owner, id, made.value)) : made;
      },
    }),
    uploadOperation<UploadRefusal | ReplaceRefusal, typeof replacingFileQuery>({
      id: `casework.${owner.kind}-evidence.replace-file`,
      act: 'casework.evidence.replace',
      path: `${base}/evidence/:attachment/files`,
      summary: (lang) => texts(lang).api.replaceFile,
      query: replacingFileQuery,
      reply: proofReply,
      isVersioned: true,
      status: 200,
      refusals: { ...uploadRefusals, 'changed-meanwhile': 412, removed: 409, 'other-kind': 409 },
      sentence,
      example: { query: { fileName: 'bao-cao.pdf', reason: 'signed copy' } },
      presentVersion: async (ctx, { id = '', attachment = '' }) =>
        (await showProof(ctx, owner, id, attachment)).version,
      admit: (ctx, { id = '', attachment = '' }) => admitReplacing(ctx, owner, id, attachment),
      run: async (ctx, { params: { id = '', attachment = '' }, query, version, upload, fileLimits }) => {
        if (!upload.ok) return uploadRefused(upload.code, fileLimits);
        const { file } = upload;
        const place = { recordId: id, attachmentId: attachment, version };
        const given = { kind: 'file' as const, title: file.fileName, file, reason: query.reason };
        const outcome = await replaceEvidence(ctx, owner, place, { ...factsOf(query), ...given });
        return outcome.ok ? done(await showProof(ctx, owner, id, attachment)) : outcome;
      },
    }),
  ];
}

async function admitReplacing(
  ctx: Ctx,
  owner: EvidenceOwner,
  recordId: string,
  attachmentId: string,
): Promise<void> {
  const record = await owner.find(ctx, recordId);
  await getEvidence(ctx, owner, record.id, attachmentId);
  must(policy.replace(record));
}

function factsOf({ number, issuedOn, issuer }: z.infer<typeof fileQuery>) {
  return { number: number || null, issuedOn: issuedOn ?? null, issuer: issuer || null };
}

/** The limit goes along, for the sentence names it. */
function uploadRefused(code: UploadRefusal, { mostFileBytes }: FileLimits): Refused<UploadRefusal> {
  return refused(code, { mostFileBytes });
}

type Code = UploadRefusal | AttachRefusal | ReplaceRefusal;

function sentence(lang: Lang, { code, detail }: Refused<Code>): string {
  return isUploadRefusal(code)
    ? uploadRefusalWords(lang, code, { mostFileBytes: Number(detail.mostFileBytes) })
    : refusalSentence(lang, { code });
}

function isUploadRefusal(code: Code): code is UploadRefusal {
  return code in uploadRefusals;
}
