import { z } from 'zod';
import { deedOperation, type Operation, thenShow } from '#platform/api/operation.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { MAX_SOURCE_BYTES } from '#platform/docread/limits.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import { checkDraft } from './commands/check.server.ts';
import { issueAgain, issueDraft } from './commands/issue.server.ts';
import { takeBackPlan } from './commands/take-back.server.ts';
import { draft, sentence, show } from './draft-reply.server.ts';
import { issueBody } from './input.ts';
import { texts } from './texts.ts';

/** The end of a draft for programs: its check, the issuing of the plan, and both ways back. */
export const operations: readonly Operation[] = [
  deedOperation({
    id: 'planning.plan-draft.check',
    path: '/drafts/:id/check',
    summary: (lang) => texts(lang).api.check,
    reply: draft,
    refusals: { 'wrong-state': 409, 'not-ready': 409 },
    sentence: (lang, { code, detail }) =>
      code === 'not-ready'
        ? texts(lang).refusal['not-ready'](formatNumber(lang, Number(detail.count)))
        : texts(lang).refusal[code],
    run: async (ctx, { params }) =>
      thenShow(await checkDraft(ctx, params.id ?? ''), () => show(ctx, params.id)),
  }),
  deedOperation({
    id: 'planning.plan-draft.issue',
    path: '/drafts/:id/issue',
    summary: (lang) => texts(lang).api.issue,
    body: issueBody,
    reply: z.object({ planId: z.uuid() }),
    status: 201,
    maxBytes: Math.ceil((MAX_SOURCE_BYTES * 4) / 3) + 4_096,
    refusals: {
      'wrong-state': 409,
      'head-incomplete': 409,
      'nothing-to-store': 409,
      'not-checked': 409,
      'not-signed': 422,
      'replaced-already': 409,
    },
    sentence,
    example: { body: {} },
    run: async (ctx, { params, body }) => {
      const { issuing } = body;
      const given = issuing && {
        ...issuing,
        date: issuing.date as PlainDate,
        file: issuing.file && {
          fileName: issuing.file.fileName,
          bytes: new Uint8Array(Buffer.from(issuing.file.contentBase64, 'base64')),
        },
      };
      return thenShow(await issueDraft(ctx, params.id ?? '', given), async (planId) => ({
        value: { planId },
        location: `/plans/${planId}`,
      }));
    },
  }),
  deedOperation({
    id: 'planning.plan-draft.take-back',
    path: '/drafts/:id/take-back',
    summary: (lang) => texts(lang).api.takeBack,
    reply: draft,
    refusals: {
      'wrong-state': 409,
      'worked-on': 409,
      'targets-edited': 409,
      'objectives-ordered': 409,
      'replaced-already': 409,
    },
    sentence: (lang, { code, detail }) =>
      code === 'worked-on'
        ? texts(lang).refusal['worked-on'](formatNumber(lang, Number(detail.count)), String(detail.first))
        : texts(lang).refusal[code],
    run: async (ctx, { params }) =>
      thenShow(await takeBackPlan(ctx, params.id ?? ''), () => show(ctx, params.id)),
  }),
  deedOperation({
    id: 'planning.plan-draft.issue-again',
    path: '/drafts/:id/issue-again',
    summary: (lang) => texts(lang).api.issueAgain,
    reply: z.object({ planId: z.uuid() }),
    status: 201,
    refusals: {
      'wrong-state': 409,
      'not-taken-back': 409,
      'edited-since': 409,
      'head-incomplete': 409,
      'nothing-to-store': 409,
      'not-checked': 409,
      'not-signed': 409,
      'replaced-already': 409,
    },
    sentence: (lang, { code }) => texts(lang).inTrash.refusal[code] ?? code,
    run: async (ctx, { params }) =>
      thenShow(await issueAgain(ctx, params.id ?? ''), async (planId) => ({
        value: { planId },
        location: `/plans/${planId}`,
      })),
  }),
];
