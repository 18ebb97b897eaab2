import { z } from 'zod';
import { fileOperation, type Operation } from '#platform/api/operation.ts';
import { renderDocx } from '#platform/docgen/render-docx.ts';
import { renderPdf } from '#platform/docgen/render-pdf.ts';
import { deferred, download } from '#platform/http/reply.ts';
import { Unavailable } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { PaperName } from '../links.ts';
import {
  type PaperSubject,
  paperOf,
  subjectOfDraft,
  subjectOfPlan,
  wordType,
} from './paper-subject.server.ts';
import { getKeptFile } from './queries.server.ts';
import { texts } from './texts.ts';

const paperNames: Readonly<Record<'plan' | 'tasks-by-unit' | 'changes', PaperName>> = {
  plan: 'ke-hoach',
  'tasks-by-unit': 'theo-don-vi',
  changes: 'thay-doi',
};

const paperQuery = z.strictObject({
  paper: z.enum(['plan', 'tasks-by-unit', 'changes']).default('plan'),
  format: z.enum(['docx', 'pdf']).default('docx'),
});

const mediaTypes = [wordType, 'application/pdf'];

/** The papers of drafts and plans for programs, and the file from which a draft was read. */
export const operations: readonly Operation[] = [
  fileOperation({
    id: 'planning.plan.paper',
    path: '/plans/:id/paper',
    summary: (lang) => texts(lang).api.planPaper,
    query: paperQuery,
    mediaTypes,
    example: { query: { paper: 'tasks-by-unit', format: 'pdf' } },
    run: async (ctx, { params, query }) => file(ctx, await subjectOfPlan(ctx, params.id ?? ''), query),
  }),
  fileOperation({
    id: 'planning.plan-draft.paper',
    path: '/drafts/:id/paper',
    summary: (lang) => texts(lang).api.draftPaper,
    query: paperQuery,
    mediaTypes,
    run: async (ctx, { params, query }) => file(ctx, await subjectOfDraft(ctx, params.id ?? ''), query),
  }),
  fileOperation({
    id: 'planning.plan-draft.source',
    path: '/drafts/:id/source',
    summary: (lang) => texts(lang).api.source,
    mediaTypes: ['application/octet-stream'],
    run: async (ctx, { params }) => {
      const kept = await getKeptFile(ctx, params.id ?? '');
      return download(kept.fileName, 'application/octet-stream', kept.content);
    },
  }),
];

async function file(ctx: Ctx, subject: PaperSubject, query: z.infer<typeof paperQuery>) {
  const name = paperNames[query.paper];
  const paper = await paperOf(ctx, subject, name);
  return deferred(async () => {
    if (query.format === 'docx') return download(`${name}.docx`, wordType, await renderDocx(paper));
    const result = await renderPdf(paper);
    if (result.ok) return download(`${name}.pdf`, 'application/pdf', result.pdf);
    ctx.log.warn({ reason: result.reason, detail: result.detail }, 'a paper could not be set');
    throw new Unavailable(`the paper could not be set: ${result.reason}`);
  });
}
