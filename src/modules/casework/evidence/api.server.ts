import { z } from 'zod';
import {
  deedOperation,
  fileOperation,
  listOperation,
  type Operation,
  recordOperation,
} from '#platform/api/operation.ts';
import { pageOfAll, pageQuery } from '#platform/api/page-query.ts';
import { done } from '#platform/db/outcome.ts';
import { contentKinds } from '#platform/files/content-kind.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { attachDocument, attachLink } from './commands/attach.server.ts';
import { removeEvidence, restoreEvidence } from './commands/remove.server.ts';
import { replaceEvidence } from './commands/replace.server.ts';
import { type Evidence, evidenceFlags, evidenceKinds, flagsOf, type Years } from './evidence.ts';
import { documentBody, linkBody, replacingBody } from './input.ts';
import { openFile } from './open-file.server.ts';
import type { EvidenceOwner } from './owner.server.ts';
import { getEvidence, listEvidence } from './queries.server.ts';
import { texts } from './texts.ts';

const proof = z
  .object({
    id: z.uuid(),
    kind: z.enum(evidenceKinds),
    title: z.string(),
    url: z.string().nullable(),
    number: z.string().nullable(),
    issuedOn: z.iso.date().nullable(),
    issuer: z.string().nullable(),
    file: z
      .object({
        mediaType: z.string(),
        byteCount: z.int(),
        sha256: z.string(),
        scan: z.enum(['none', 'clean', 'waiting', 'infected']),
      })
      .nullable(),
    flags: z.array(z.enum(evidenceFlags)).describe('What somebody should look at again.'),
    addedByName: z.string(),
    addedAt: z.iso.datetime(),
    version: z.int().min(1),
  })
  .meta({ id: 'Evidence' });

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
  const both = ['casework.evidence', recordScope];
  return operations(owner, base).map((operation) => ({
    ...operation,
    scopes: operation.verb === 'get' ? [['read'], both] : [both],
  }));
}

function operations(owner: EvidenceOwner, base: string): readonly Operation[] {
  const path = `${base}/evidence`;
  const one = `${path}/:attachment`;
  const idOf = (verb: string) => `casework.${owner.kind}-evidence.${verb}`;
  const placeOf = ({ id = '', attachment = '' }: Readonly<Record<string, string>>) =>
    [id, attachment] as const;
  const shown = async (ctx: Ctx, recordId: string, attachmentId: string) => {
    const record = await owner.find(ctx, recordId);
    const found = await getEvidence(ctx, owner, record.id, attachmentId);
    return { value: written(found, record.years), version: found.version };
  };
  const sentence = (lang: Ctx['lang'], { code }: { code: keyof ReturnType<typeof texts>['refusal'] }) =>
    texts(lang).refusal[code];
  return [
    listOperation({
      id: idOf('list'),
      path,
      summary: (lang) => texts(lang).api.list,
      query: z.strictObject(pageQuery),
      reply: proof,
      run: async (ctx, { params, query }) => {
        const record = await owner.find(ctx, params.id ?? '');
        const list = await listEvidence(ctx, owner, record.id);
        return pageOfAll(list, query, (each) => written(each, record.years));
      },
    }),
    recordOperation({
      id: idOf('get'),
      path: one,
      summary: (lang) => texts(lang).api.get,
      reply: proof,
      isVersioned: true,
      run: (ctx, { params }) => shown(ctx, ...placeOf(params)),
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
      reply: proof,
      status: 201,
      refusals: { 'too-many': 409, 'there-already': 409 },
      sentence,
      example: { body: { url: 'https://dongky.example.gov.vn/cong-khai', title: 'Public page' } },
      run: async (ctx, { params, body }) => {
        const made = await attachLink(ctx, owner, params.id ?? '', body);
        return made.ok ? done(await shown(ctx, params.id ?? '', made.value)) : made;
      },
    }),
    deedOperation({
      id: idOf('attach-document'),
      act: 'casework.evidence.attach',
      path: `${path}/documents`,
      summary: (lang) => texts(lang).api.attachDocument,
      body: documentBody,
      reply: proof,
      status: 201,
      refusals: { 'too-many': 409, 'there-already': 409 },
      sentence,
      example: { body: documentExample },
      run: async (ctx, { params, body }) => {
        const made = await attachDocument(ctx, owner, params.id ?? '', body);
        return made.ok ? done(await shown(ctx, params.id ?? '', made.value)) : made;
      },
    }),
    deedOperation({
      id: idOf('replace'),
      act: 'casework.evidence.replace',
      path: `${one}/replace`,
      summary: (lang) => texts(lang).api.replace,
      body: replacingBody,
      reply: proof,
      isVersioned: true,
      refusals: { 'changed-meanwhile': 412, removed: 409, 'other-kind': 409 },
      sentence,
      presentVersion: async (ctx, params) => (await shown(ctx, ...placeOf(params))).version,
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
        return outcome.ok ? done(await shown(ctx, recordId, attachmentId)) : outcome;
      },
    }),
    deedOperation({
      id: idOf('remove'),
      act: 'casework.evidence.remove',
      path: `${one}/remove`,
      summary: (lang) => texts(lang).api.remove,
      refusals: { removed: 409 },
      sentence,
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
      reply: proof,
      refusals: { 'not-removed': 409 },
      sentence,
      run: async (ctx, { params }) => {
        const outcome = await restoreEvidence(ctx, owner, ...placeOf(params));
        return outcome.ok ? done(await shown(ctx, ...placeOf(params))) : outcome;
      },
    }),
  ];
}

function written(one: Evidence, years: Years): z.input<typeof proof> {
  const { id, kind, title, url, number, issuedOn, issuer, file, addedByName, version } = one;
  return {
    id,
    kind,
    title,
    url,
    number,
    issuedOn,
    issuer,
    file: file && {
      mediaType: file.mediaType,
      byteCount: file.byteCount,
      sha256: file.sha256,
      scan: file.scan,
    },
    flags: flagsOf(one, years),
    addedByName,
    addedAt: one.addedAt.toISOString(),
    version,
  };
}
