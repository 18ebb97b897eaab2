import { z } from 'zod';
import { deedOperation, type Operation, recordOperation, thenShow } from '#platform/api/operation.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { getTask } from '../task/queries.server.ts';
import { type AnswerRefusal, answerDueChange, askDueChange, withdrawDueChange } from './commands.server.ts';
import { type DueChange, dueChangeStates } from './due-change.ts';
import { dueBody, noteBody, reasonBody } from './input.ts';
import { listDueChanges } from './queries.server.ts';
import { texts } from './texts.ts';

const request = z
  .object({
    id: z.uuid(),
    askedAt: z.iso.datetime(),
    askedByName: z.string(),
    from: z.iso.date().describe('The deadline when it was asked.'),
    to: z.iso.date().describe('The deadline that is asked for.'),
    reason: z.string(),
    state: z.enum(dueChangeStates),
    decided: z
      .object({ at: z.iso.datetime(), byName: z.string(), note: z.string().nullable() })
      .nullable()
      .describe('Who answered it or took it back, and what was said.'),
  })
  .meta({ id: 'DueChange' });

const shown = ({ taskId: _task, askedBy: _account, ...rest }: DueChange) => rest;

async function show(ctx: Ctx, taskId: string, requestId: string) {
  const found = (await listDueChanges(ctx, await getTask(ctx, taskId))).find((one) => one.id === requestId);
  return { value: found && shown(found) };
}

const answered = { 'wrong-state': 409, 'decided-already': 409, 'due-moved': 409 } as const;
const sentence: Parameters<typeof deedOperation<AnswerRefusal>>[0]['sentence'] = (lang, { code }) =>
  texts(lang).refusal[code];

/** Requests for another deadline for programs. */
export const operations: readonly Operation[] = [
  recordOperation({
    id: 'planning.task.list-due-changes',
    path: '/tasks/:id/due-changes',
    summary: (lang) => texts(lang).api.list,
    reply: z.object({ items: z.array(request) }),
    run: async (ctx, { params }) => {
      const task = await getTask(ctx, params.id ?? '');
      return { value: { items: (await listDueChanges(ctx, task)).map(shown) } };
    },
  }),
  deedOperation({
    id: 'planning.task.ask-due-change',
    path: '/tasks/:id/due-changes',
    summary: (lang) => texts(lang).api.ask,
    body: dueBody,
    reply: request,
    status: 201,
    refusals: {
      'wrong-state': 409,
      'due-asked': 409,
      'due-not-set': 422,
      'due-same': 422,
      'due-past': 422,
      'due-after-parent': 422,
    },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: { dueOn: '2026-06-15', text: 'the province sends its figures on 10 June' } },
    run: async (ctx, { params, body }) => {
      const taskId = params.id ?? '';
      const asked = { dueOn: plainDate(body.dueOn), text: body.text };
      return thenShow(await askDueChange(ctx, taskId, asked), (id) => show(ctx, taskId, id));
    },
  }),
  deedOperation({
    id: 'planning.task.withdraw-due-change',
    path: '/tasks/:id/due-changes/:request/withdraw',
    summary: (lang) => texts(lang).api.withdraw,
    reply: request,
    refusals: answered,
    sentence,
    run: async (ctx, { params }) => {
      const { id = '', request: requestId = '' } = params;
      return thenShow(await withdrawDueChange(ctx, id, requestId), () => show(ctx, id, requestId));
    },
  }),
  deedOperation({
    id: 'planning.task.grant-due-change',
    path: '/tasks/:id/due-changes/:request/grant',
    summary: (lang) => texts(lang).api.grant,
    body: noteBody,
    reply: request,
    refusals: answered,
    sentence,
    example: { body: {} },
    run: async (ctx, { params, body }) => {
      const { id = '', request: requestId = '' } = params;
      const given = { answer: 'granted', text: body.text || null } as const;
      return thenShow(await answerDueChange(ctx, id, requestId, given), () => show(ctx, id, requestId));
    },
  }),
  deedOperation({
    id: 'planning.task.refuse-due-change',
    path: '/tasks/:id/due-changes/:request/refuse',
    summary: (lang) => texts(lang).api.refuse,
    body: reasonBody,
    reply: request,
    refusals: answered,
    sentence,
    example: { body: { text: 'the report is due to the province on that day' } },
    run: async (ctx, { params, body }) => {
      const { id = '', request: requestId = '' } = params;
      const given = { answer: 'refused', text: body.text } as const;
      return thenShow(await answerDueChange(ctx, id, requestId, given), () => show(ctx, id, requestId));
    },
  }),
];
