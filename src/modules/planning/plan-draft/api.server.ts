import { z } from 'zod';
import {
  deedOperation,
  listOperation,
  type Operation,
  recordOperation,
  thenShow,
} from '#platform/api/operation.ts';
import { pageOfAll, pageQuery } from '#platform/api/page-query.ts';
import type { Outcome } from '#platform/db/outcome.ts';
import { MAX_SOURCE_BYTES } from '#platform/docread/limits.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { severityOf } from '../plan-check/finding.ts';
import type { PlanHead } from '../reading/plan-reading.ts';
import { sentenceOf } from '../reading/refusal-texts.ts';
import { amendPlan } from './commands/amend.server.ts';
import { reopenDraft } from './commands/check.server.ts';
import { editHead } from './commands/edit.server.ts';
import { discardDraft, restoreDraft } from './commands/set-aside.server.ts';
import { type Beginning, startDraft } from './commands/start.server.ts';
import { uploadPlan } from './commands/upload.server.ts';
import { draft, sentence, show, written } from './draft-reply.server.ts';
import { findingsBeforeIssue } from './findings.server.ts';
import { amendBody, beginBody, headBody, pasteBody, uploadBody } from './input.ts';
import { operations as issuingOperations } from './issuing-api.server.ts';
import * as policy from './policy.ts';
import { getDraft, listDrafts } from './queries.server.ts';
import { operations as rowOperations } from './row-api.server.ts';
import { operations as stepOperations } from './step-api.server.ts';
import { texts } from './texts.ts';

const finding = z
  .object({
    code: z.string(),
    severity: z.enum(['must', 'should']),
    rows: z.array(z.string()),
    mends: z.array(z.string()).describe('Ways to put it right; the place in this list is asked for by mend.'),
  })
  .meta({ id: 'PlanFinding' });

/** The codes with which the reader turns a file away at a glance. */
const turnedAway: Readonly<Record<string, 413 | 422>> = {
  'too-large': 413,
  empty: 422,
  'format-not-yet': 422,
  'wrong-type': 422,
  'not-text': 422,
  'password-protected': 422,
  truncated: 422,
  damaged: 422,
};

const presentVersion: NonNullable<Operation['presentVersion']> = async (ctx, params) =>
  (await getDraft(ctx, params.id ?? '')).version;

/** Drafts for programs: from a file, pasted text or an earlier plan, through their check to the issued plan. */
export const operations: readonly Operation[] = [
  listOperation({
    id: 'planning.plan-draft.list',
    path: '/drafts',
    summary: (lang) => texts(lang).api.list,
    query: z.strictObject(pageQuery),
    reply: draft,
    run: async (ctx, { query }) => pageOfAll(await listDrafts(ctx), query, written),
  }),
  recordOperation({
    id: 'planning.plan-draft.get',
    path: '/drafts/:id',
    summary: (lang) => texts(lang).api.get,
    reply: draft,
    isVersioned: true,
    run: (ctx, { params }) => show(ctx, params.id),
  }),
  recordOperation({
    id: 'planning.plan-draft.findings',
    path: '/drafts/:id/findings',
    summary: (lang) => texts(lang).api.findings,
    reply: z.object({ items: z.array(finding) }),
    run: async (ctx, { params }) => {
      const found = await findingsBeforeIssue(ctx, await getDraft(ctx, params.id ?? ''));
      const items = found.map((one) => ({
        code: one.code,
        severity: severityOf[one.code],
        rows: [...one.keys],
        mends: one.mends.map((mend) => mend.deed),
      }));
      return { value: { items } };
    },
  }),
  deedOperation({
    id: 'planning.plan-draft.upload',
    path: '/drafts/upload',
    summary: (lang) => texts(lang).api.upload,
    body: uploadBody,
    reply: draft,
    status: 202,
    maxBytes: Math.ceil((MAX_SOURCE_BYTES * 4) / 3) + 4_096,
    refusals: turnedAway,
    sentence: (lang, { code }) => sentenceOf(code, lang),
    example: { body: { fileName: 'ke-hoach.txt', contentBase64: 'S+G6vyBob+G6oWNo' } },
    run: async (ctx, { body }) =>
      begun(
        ctx,
        await uploadPlan(ctx, {
          fileName: body.fileName,
          bytes: new Uint8Array(Buffer.from(body.contentBase64, 'base64')),
        }),
      ),
  }),
  deedOperation({
    id: 'planning.plan-draft.paste',
    act: 'planning.plan-draft.upload',
    path: '/drafts/paste',
    summary: (lang) => texts(lang).api.paste,
    body: pasteBody,
    reply: draft,
    status: 202,
    maxBytes: 4 * 1024 * 1024,
    refusals: turnedAway,
    sentence: (lang, { code }) => sentenceOf(code, lang),
    example: { body: { text: 'STT\tNhi\u1ec7m v\u1ee5' } },
    run: async (ctx, { body }) => {
      const name = texts(ctx.lang).beginning.paste.fileName;
      const fileName = `${name}.${body.text.includes('<table') ? 'html' : 'txt'}`;
      return begun(
        ctx,
        await uploadPlan(ctx, { fileName, bytes: new TextEncoder().encode(body.text) }, 'pasted'),
      );
    },
  }),
  deedOperation({
    id: 'planning.plan-draft.start',
    act: 'planning.plan-draft.edit',
    path: '/drafts',
    summary: (lang) => texts(lang).api.start,
    body: beginBody,
    reply: draft,
    status: 201,
    refusals: { 'nothing-chosen': 422 },
    sentence: (lang) => texts(lang).beginning.higher.nothingChosen,
    example: { body: { origin: 'blank', year: 2027 } },
    run: async (ctx, { body }) => begun(ctx, await startDraft(ctx, body as Beginning)),
  }),
  deedOperation({
    id: 'planning.plan-draft.edit-head',
    act: 'planning.plan-draft.edit',
    verb: 'put',
    path: '/drafts/:id/head',
    summary: (lang) => texts(lang).api.editHead,
    body: headBody,
    reply: draft,
    isVersioned: true,
    presentVersion,
    refusals: { 'wrong-state': 409, 'changed-meanwhile': 412 },
    sentence,
    example: { body: { title: 'Plan 2027', year_from: 2027, year_to: 2027 } },
    run: async (ctx, { params, body, version }) => {
      const { id } = await getDraft(ctx, params.id ?? '');
      must(policy.edit(ctx.actor));
      return thenShow(await editHead(ctx, id, { head: body as Partial<PlanHead>, version }), () =>
        show(ctx, id),
      );
    },
  }),
  deedOperation({
    id: 'planning.plan-draft.amend',
    act: 'planning.plan-draft.edit',
    path: '/drafts/:id/amend',
    summary: (lang) => texts(lang).api.amend,
    body: amendBody,
    reply: draft,
    refusals: { 'wrong-state': 409, 'replaced-already': 409 },
    sentence,
    example: { body: { planId: null } },
    run: async (ctx, { params, body }) =>
      thenShow(await amendPlan(ctx, params.id ?? '', body.planId ?? ''), () => show(ctx, params.id)),
  }),
  plainDeed('discard', 'discard', (ctx, id) => discardDraft(ctx, id)),
  plainDeed('restore', 'restore', (ctx, id) => restoreDraft(ctx, id)),
  plainDeed('reopen', 'check', (ctx, id) => reopenDraft(ctx, id)),
  ...issuingOperations,
  ...rowOperations,
  ...stepOperations,
];

/** A deed of the whole draft that only its state can refuse. */
function plainDeed(
  verb: 'discard' | 'restore' | 'reopen',
  act: 'discard' | 'restore' | 'check',
  command: (ctx: Ctx, draftId: string) => ReturnType<typeof discardDraft>,
): Operation {
  return deedOperation({
    id: `planning.plan-draft.${verb}`,
    act: `planning.plan-draft.${act}`,
    path: `/drafts/:id/${verb}`,
    summary: (lang) => texts(lang).api[verb],
    reply: draft,
    refusals: { 'wrong-state': 409 },
    sentence,
    run: async (ctx, { params }) => {
      const { id } = await getDraft(ctx, params.id ?? '');
      return thenShow(await command(ctx, id), () => show(ctx, id));
    },
  });
}

function begun<Code extends string>(ctx: Ctx, outcome: Outcome<string, Code>) {
  return thenShow(outcome, async (id) => ({ ...(await show(ctx, id)), location: `/drafts/${id}` }));
}
