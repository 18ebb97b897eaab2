import { z } from 'zod';
import {
  draftPaper,
  editPaper,
  getPaper,
  headFields,
  issuedPaperTexts,
  mayReadPapers,
  paperReply,
  showPaper,
} from '#modules/casework/index.server.ts';
import { deedOperation, type Operation, recordOperation, thenShow } from '#platform/api/operation.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { done } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { type ChasingKind, chasingKinds } from './chasing-paper.ts';
import { askedBody, rulesBody } from './input.ts';
import { paperSources } from './paper-sources.server.ts';
import { findChasingRules, setChasingRules } from './rules.server.ts';
import { texts } from './texts.ts';

const editBody = z.strictObject({ head: z.strictObject(headFields), asked: askedBody });
const draftBody = editBody.extend({ kind: z.enum(chasingKinds) });
const rules = z.object({
  yellowWorkingDays: z.int().describe('Late by so many working days at most is yellow, by more red.'),
});
const sentence = (lang: Lang, { code }: { code: keyof ReturnType<typeof issuedPaperTexts>['refusal'] }) =>
  issuedPaperTexts(lang).refusal[code];
const head = {
  symbol: 'UBND',
  authority: 'tm',
  signerName: 'Nguyen Van An',
  signerPosition: 'Chair',
  recipients: 'As above\nArchive',
  urgency: 'none',
};
const asked = { unitIds: [], nearDays: 5, answerBy: '2026-02-10' };

/** Papers built from tasks, drafted by programs; issuing them is an operation of every paper. */
export const operations: readonly Operation[] = [
  deedOperation({
    id: 'casework.issued-paper.draft',
    path: '/issued-papers',
    summary: (lang) => texts(lang).api.draft,
    body: draftBody,
    reply: paperReply,
    status: 201,
    refusals: { nothing: 409, 'too-many': 409, unreadable: 422 },
    sentence,
    example: { body: { kind: 'reminder-letter', head, asked } },
    run: async (ctx, { body }) =>
      thenShow(await draftPaper(ctx, sourceOf(body.kind), body), (id) => showPaper(ctx, id)),
  }),
  deedOperation({
    id: 'casework.issued-paper.edit',
    path: '/issued-papers/:id',
    verb: 'put',
    summary: (lang) => texts(lang).api.edit,
    body: editBody,
    reply: paperReply,
    isVersioned: true,
    refusals: {
      nothing: 409,
      'too-many': 409,
      unreadable: 422,
      'wrong-state': 409,
      'changed-meanwhile': 412,
    },
    sentence,
    example: { body: { head, asked } },
    presentVersion: async (ctx, params) => (await getPaper(ctx, params.id ?? '')).version,
    run: async (ctx, { params, body, version }) => {
      const paper = await getPaper(ctx, params.id ?? '');
      const outcome = await editPaper(ctx, sourceOf(paper.kind as ChasingKind), paper.id, {
        ...body,
        version,
      });
      return thenShow(outcome, () => showPaper(ctx, paper.id));
    },
  }),
  recordOperation({
    id: 'planning.chasing-rules.get',
    path: '/chasing-rules',
    // They are shown to who reads papers.
    scopes: [['read'], ['planning.chasing-rules', 'casework.issued-paper']],
    summary: (lang) => texts(lang).api.rules,
    reply: rules,
    isVersioned: true,
    run: (ctx) => {
      must(mayReadPapers(ctx.actor));
      return showRules(ctx);
    },
  }),
  deedOperation({
    id: 'planning.chasing-rules.set',
    path: '/chasing-rules',
    verb: 'put',
    summary: (lang) => texts(lang).api.setRules,
    body: rulesBody,
    reply: rules,
    isVersioned: true,
    refusals: { 'changed-meanwhile': 412 },
    sentence: (lang) => texts(lang).rules.changed,
    example: { body: { yellowWorkingDays: 5 } },
    presentVersion: async (ctx) => (await findChasingRules(ctx)).version,
    run: async (ctx, { body, version }) => {
      const outcome = await setChasingRules(ctx, { yellowDays: body.yellowWorkingDays, version });
      return outcome.ok ? done(await showRules(ctx)) : outcome;
    },
  }),
];

async function showRules(ctx: Ctx) {
  const { yellowDays, version } = await findChasingRules(ctx);
  return { value: { yellowWorkingDays: yellowDays }, version };
}

function sourceOf(kind: ChasingKind) {
  const source = paperSources.find((one) => one.kind === kind);
  if (!source) throw new Error(`no source of papers of the kind ${kind}`);
  return source;
}
