import { z } from 'zod';
import { exportOf, exportOperation, type PlainList } from '#modules/lists/index.server.ts';
import {
  deedOperation,
  fileOperation,
  listOperation,
  type Operation,
  recordOperation,
  type Shown,
  thenShow,
} from '#platform/api/operation.ts';
import { afterOf, pageOf, pageQuery } from '#platform/api/page-query.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { discardPaper, draftReplacement, restorePaper } from './commands.server.ts';
import { issueBody, withdrawBody } from './input.ts';
import { issuePaper, withdrawPaper } from './issue.server.ts';
import { authorities, books, type IssuedPaper, paperStates, urgencies } from './issued-paper.ts';
import { wordType } from './jobs.server.ts';
import type { PaperRow } from './listed.server.ts';
import { openPaperFile } from './pages/paper.tsx';
import { type PaperSource, sourceOfKind } from './paper-source.server.ts';
import * as policy from './policy.ts';
import { getPaper, listPapers } from './queries.server.ts';
import { type Texts, texts } from './texts.ts';

/** A paper as programs see it. */
export const paperReply = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    state: z.enum(paperStates),
    subject: z.string(),
    unitIds: z.array(z.uuid()),
    symbol: z.string(),
    authority: z.enum(authorities),
    signerName: z.string(),
    signerPosition: z.string(),
    recipients: z.string(),
    urgency: z.enum(urgencies),
    book: z.enum(books).nullable(),
    year: z.int().nullable(),
    number: z.int().nullable(),
    issuedOn: z.iso.date().nullable(),
    issuedByName: z.string().nullable(),
    draftedByName: z.string(),
    endedReason: z.string().nullable(),
    files: z.object({ word: z.string(), pdf: z.string() }).nullable().describe('SHA-256 of each file.'),
    version: z.int(),
  })
  .meta({ id: 'IssuedPaper' });

const sentence = (lang: Lang, { code }: { code: keyof Texts['refusal'] }) => texts(lang).refusal[code];

/** One paper for programs, with the version that the next write must name. */
export async function showPaper(ctx: Ctx, paperId: string): Promise<Shown> {
  const paper = await getPaper(ctx, paperId);
  return { value: written(paper), version: paper.version };
}

/** Papers for programs: read, issued, withdrawn, taken along. */
export function issuedPaperOperations(
  list: PlainList<PaperRow>,
  sources: readonly PaperSource[],
): readonly Operation[] {
  const presentVersion: Operation['presentVersion'] = async (ctx, params) =>
    (await getPaper(ctx, params.id ?? '')).version;
  const versioned = { reply: paperReply, isVersioned: true, presentVersion, sentence } as const;
  return [
    listOperation({
      id: 'casework.issued-paper.list',
      path: '/issued-papers',
      summary: (lang) => texts(lang).api.list,
      query: z.strictObject(pageQuery),
      reply: paperReply,
      run: async (ctx, { query }) => {
        must(policy.readSome(ctx.actor));
        return pageOf(await listPapers(ctx, afterOf(query), query.limit + 1), query, written);
      },
    }),
    recordOperation({
      id: 'casework.issued-paper.get',
      path: '/issued-papers/:id',
      summary: (lang) => texts(lang).api.get,
      reply: paperReply,
      isVersioned: true,
      run: (ctx, { params }) => showPaper(ctx, params.id ?? ''),
    }),
    fileOperation({
      id: 'casework.issued-paper.download',
      path: '/issued-papers/:id/file',
      summary: (lang) => texts(lang).api.file,
      query: z.strictObject({ format: z.enum(['docx', 'pdf']).default('pdf') }),
      mediaTypes: [wordType, 'application/pdf'],
      run: async (ctx, { params, query }) =>
        openPaperFile(ctx, await getPaper(ctx, params.id ?? ''), query.format),
    }),
    deedOperation({
      ...versioned,
      id: 'casework.issued-paper.issue',
      path: '/issued-papers/:id/issue',
      summary: (lang) => texts(lang).api.issue,
      body: issueBody,
      refusals: {
        nothing: 409,
        'too-many': 409,
        unreadable: 409,
        'wrong-state': 409,
        'changed-meanwhile': 412,
        'number-taken': 409,
        'number-unexplained': 422,
        'day-ahead': 422,
        'replaced-meanwhile': 409,
      },
      example: { body: { on: '2026-01-26' } },
      run: async (ctx, { params, body, version }) => {
        const paper = await getPaper(ctx, params.id ?? '');
        const source = sourceOfKind(sources, paper.kind);
        const given = { ...body, on: body.on as PlainDate, version };
        return thenShow(await issuePaper(ctx, source, paper.id, given), () => showPaper(ctx, paper.id));
      },
    }),
    deedOperation({
      ...versioned,
      id: 'casework.issued-paper.recall',
      path: '/issued-papers/:id/withdraw',
      summary: (lang) => texts(lang).api.withdraw,
      body: withdrawBody,
      refusals: { 'wrong-state': 409, 'changed-meanwhile': 412 },
      example: { body: { reason: 'Sent to the wrong unit' } },
      run: async (ctx, { params, body, version }) => {
        const paper = await getPaper(ctx, params.id ?? '');
        const source = sourceOfKind(sources, paper.kind);
        return thenShow(await withdrawPaper(ctx, source, paper.id, { ...body, version }), () =>
          showPaper(ctx, paper.id),
        );
      },
    }),
    deedOperation({
      id: 'casework.issued-paper.replace',
      act: 'casework.issued-paper.draft',
      path: '/issued-papers/:id/replacement',
      summary: (lang) => texts(lang).api.replace,
      reply: paperReply,
      status: 201,
      refusals: { nothing: 409, 'too-many': 409, unreadable: 409, 'wrong-state': 409 },
      sentence,
      run: async (ctx, { params }) => {
        const paper = await getPaper(ctx, params.id ?? '');
        return thenShow(await draftReplacement(ctx, sourceOfKind(sources, paper.kind), paper.id), (id) =>
          showPaper(ctx, id),
        );
      },
    }),
    deedOperation({
      id: 'casework.issued-paper.discard',
      path: '/issued-papers/:id/discard',
      summary: (lang) => texts(lang).api.discard,
      refusals: { 'wrong-state': 409 },
      sentence,
      run: async (ctx, { params }) =>
        thenShow(await discardPaper(ctx, params.id ?? ''), () => Promise.resolve({ value: null })),
    }),
    deedOperation({
      id: 'casework.issued-paper.restore',
      path: '/issued-papers/:id/restore',
      summary: (lang) => texts(lang).api.restore,
      reply: paperReply,
      run: async (ctx, { params }) =>
        thenShow(await restorePaper(ctx, params.id ?? ''), () => showPaper(ctx, params.id ?? '')),
    }),
    exportOperation(
      exportOf(list),
      { path: '/issued-paper-exports', summary: (lang) => texts(lang).api.export },
      (ctx) => must(policy.readSome(ctx.actor)),
    ),
  ];
}

function written(paper: IssuedPaper): z.input<typeof paperReply> {
  const { id, kind, state, subject, unitIds, symbol, authority, issued, filed, ended } = paper;
  return {
    id,
    kind,
    state,
    subject,
    unitIds: [...unitIds],
    symbol,
    authority,
    signerName: paper.signerName,
    signerPosition: paper.signerPosition,
    recipients: paper.recipients,
    urgency: paper.urgency,
    book: issued?.book ?? null,
    year: issued?.year ?? null,
    number: issued?.number ?? null,
    issuedOn: issued?.on ?? null,
    issuedByName: issued?.byName ?? null,
    draftedByName: paper.draftedByName,
    endedReason: ended?.reason ?? null,
    files: filed ? { word: filed.word.sha256, pdf: filed.pdf.sha256 } : null,
    version: paper.version,
  };
}
