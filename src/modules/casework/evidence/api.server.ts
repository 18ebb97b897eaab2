import { z } from 'zod';
import {
  deedOperation,
  fileOperation,
  listOperation,
  onRecords,
  type Operation,
  recordOperation,
} from '#platform/api/operation.ts';
import { pageOfAll, pageQuery } from '#platform/api/page-query.ts';
import { done } from '#platform/db/outcome.ts';
import { contentKinds } from '#platform/files/content-kind.ts';
import { attachExisting } from './commands/attach-existing.server.ts';
import { attachDocument, attachLink } from './commands/attach.server.ts';
import { removeEvidence, restoreEvidence } from './commands/remove.server.ts';
import { replaceEvidence } from './commands/replace.server.ts';
import { documentBody, existingBody, linkBody, replacingBody } from './input.ts';
import { fileOperations } from './file-api.server.ts';
import { openFile } from './open-file.server.ts';
import type { EvidenceOwner } from './owner.server.ts';
import { proofReply, refusalSentence, showProof, writtenProof } from './proof-reply.server.ts';
import { getEvidence, listEvidence } from './queries.server.ts';
import { texts } from './texts.ts';

const documentExample = {
  title: 'Report of the first quarter',
  number: '12/BC-UBND',
  issuedOn: '2026-04-01',
  issuer: 'the office of the commune',
};

/**
 * The evidence of one kind of record for programs.
 * @param base of such a record within the API, such as `/tasks/:id`
 * @param recordScope without which a key sees no such record, such as `planning.task`
 */
export function evidenceOperations(
  owner: EvidenceOwner,
  base: string,
  recordScope: string,
): readonly Operation[] {
  return onRecords('casework.evidence', recordScope, [
    ...operations(owner, base),
    ...fileOperations(owner, base),
  ]);
}

function operations(owner: EvidenceOwner, base: string): readonly Operation[] {
  const path = `${base}/evidence`;
  const one = `${path}/:attachment`;
  const idOf = (verb: string) => `casework.${owner.kind}-evidence.${verb}`;
  const placeOf = ({ id = '', attachment = '' }: Readonly<Record<string, string>>) =>
    [id, attachment] as const;
  return [
    listOperation({
      id: idOf('list'),
      path,
      summary: (lang) => texts(lang).api.list,
      query: z.strictObject(pageQuery),
      reply: proofReply,
      run: async (ctx, { params, query }) => {
        const record = await owner.find(ctx, params.id ?? '');
        const list = await listEvidence(ctx, owner, record.id);
        return pageOfAll(list, query, (each) => writtenProof(each, record.years));
      },
    }),
    recordOperation({
      id: idOf('get'),
      path: one,
      summary: (lang) => texts(lang).api.get,
      reply: proofReply,
      isVersioned: true,
      run: (ctx, { params }) => showProof(ctx, owner, ...placeOf(params)),
    }),
    fileOperation({
      id: idOf('download'),
      path: `${one}/file`,
      summary: (lang) => texts(lang).api.download,
      mediaTypes: [...new Set(contentKinds.map(({ mediaType }) => mediaType))],
      run: async (ctx, { params }) => {
        const [recordId, attachmentId] = placeOf(params);
        const { version } = await getEvidence(ctx, owner, recordId, attachmentId);
        return openFile(ctx, owner, { recordId, attachmentId, version });
      },
    }),
    deedOperation({
      id: idOf('attach-link'),
      act: 'casework.evidence.attach',
      path: `${path}/links`,
      summary: (lang) => texts(lang).api.attachLink,
      body: linkBody,
      reply: proofReply,
      status: 201,
      refusals: { 'too-many': 409, 'there-already': 409 },
      sentence: refusalSentence,
      example: { body: { url: 'https://dongky.example.gov.vn/cong-khai', title: 'Public page' } },
      run: async (ctx, { params, body }) => {
        const made = await attachLink(ctx, owner, params.id ?? '', body);
        return made.ok ? done(await showProof(ctx, owner, params.id ?? '', made.value)) : made;
      },
    }),
    deedOperation({
      id: idOf('attach-document'),
      act: 'casework.evidence.attach',
      path: `${path}/documents`,
      summary: (lang) => texts(lang).api.attachDocument,
      body: documentBody,
      reply: proofReply,
      status: 201,
      refusals: { 'too-many': 409, 'there-already': 409 },
      sentence: refusalSentence,
      example: { body: documentExample },
      run: async (ctx, { params, body }) => {
        const made = await attachDocument(ctx, owner, params.id ?? '', body);
        return made.ok ? done(await showProof(ctx, owner, params.id ?? '', made.value)) : made;
      },
    }),
    deedOperation({
      id: idOf('attach-existing'),
      act: 'casework.evidence.attach',
      path: `${path}/existing`,
      summary: (lang) => texts(lang).api.attachExisting,
      body: existingBody,
      reply: proofReply,
      status: 201,
      refusals: { 'too-many': 409, 'there-already': 409 },
      sentence: refusalSentence,
      example: { body: { evidenceId: '0198c1de-0000-7000-8000-000000000001' } },
      run: async (ctx, { params, body }) => {
        const made = await attachExisting(ctx, owner, params.id ?? '', body.evidenceId);
        return made.ok ? done(await showProof(ctx, owner, params.id ?? '', made.value)) : made;
      },
    }),
    deedOperation({
      id: idOf('replace'),
      act: 'casework.evidence.replace',
      path: `${one}/replace`,
      summary: (lang) => texts(lang).api.replace,
      body: replacingBody,
      reply: proofReply,
      isVersioned: true,
      refusals: { 'changed-meanwhile': 412, removed: 409, 'other-kind': 409 },
      sentence: refusalSentence,
      presentVersion: async (ctx, params) => (await showProof(ctx, owner, ...placeOf(params))).version,
      example: { body: { ...documentExample, kind: 'document', reason: 'figures mended' } },
      run: async (ctx, { params, body, version }) => {
        const [recordId, attachmentId] = placeOf(params);
        const { kind, reason, ...facts } = body;
        const title = facts.title || ('url' in facts ? facts.url : '');
        const outcome = await replaceEvidence(
          ctx,
          owner,
          { recordId, attachmentId, version },
          { ...facts, kind, title, reason },
        );
        return outcome.ok ? done(await showProof(ctx, owner, recordId, attachmentId)) : outcome;
      },
    }),
    deedOperation({
      id: idOf('remove'),
      act: 'casework.evidence.remove',
      path: `${one}/remove`,
      summary: (lang) => texts(lang).api.remove,
      refusals: { removed: 409 },
      sentence: refusalSentence,
      run: async (ctx, { params }) => {
        const outcome = await removeEvidence(ctx, owner, ...placeOf(params));
        return outcome.ok ? done({ value: null }) : outcome;
      },
    }),
    deedOperation({
      id: idOf('restore'),
      act: 'casework.evidence.restore',
      path: `${one}/restore`,
      summary: (lang) => texts(lang).api.restore,
      reply: proofReply,
      refusals: { 'not-removed': 409 },
      sentence: refusalSentence,
      run: async (ctx, { params }) => {
        const outcome = await restoreEvidence(ctx, owner, ...placeOf(params));
        return outcome.ok ? done(await showProof(ctx, owner, ...placeOf(params))) : outcome;
      },
    }),
  ];
}
