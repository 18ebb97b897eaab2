import { z } from 'zod';
import { deedOperation, type Operation, thenShow } from '#platform/api/operation.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { getTask } from '../task/queries.server.ts';
import { showTask, taskReply } from '../task/task-reply.server.ts';
import { enterTaskFromAbove } from './commands.server.ts';
import { discardTask, restoreTask } from './discard.server.ts';
import { editDocument } from './edit-document.server.ts';
import { documentBody, enterBody, listBody } from './input.ts';
import { discardTaskList, enterTaskList } from './list-commands.server.ts';
import { texts } from './texts.ts';

const entered = z.object({ id: z.uuid(), tasks: z.int().min(0) });

/** Tasks from above for programs: entered, thrown away by mistake, and brought back. */
export const operations: readonly Operation[] = [
  deedOperation({
    id: 'planning.task-from-above.enter',
    path: '/tasks-from-above',
    summary: (lang) => texts(lang).api.enter,
    body: enterBody,
    reply: taskReply,
    status: 201,
    refusals: { 'unknown-choice': 422, 'document-to-come': 422, 'due-before-document': 422, doubled: 409 },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: {
      body: {
        number: '1234/UBND-NC',
        on: '2026-05-04',
        issuer: 'Province',
        title: 'Review the procedures',
        dueOn: '2026-06-15',
      },
    },
    run: async (ctx, { body: { isTwice, ...task } }) => {
      const dueOn = task.dueOn === null ? null : plainDate(task.dueOn);
      const outcome = await enterTaskFromAbove(ctx, { ...task, on: plainDate(task.on), dueOn }, isTwice);
      return thenShow(outcome, (id) => showTask(ctx, id));
    },
  }),
  deedOperation({
    id: 'planning.task-from-above.enter-list',
    path: '/task-lists',
    summary: (lang) => texts(lang).api.enterList,
    body: listBody,
    reply: entered,
    status: 201,
    maxBytes: 1024 * 1024,
    refusals: {
      'unknown-choice': 422,
      'document-to-come': 422,
      'due-before-document': 422,
      doubled: 409,
      'no-rows': 422,
      'too-many': 422,
    },
    sentence: (lang, { code }) => texts(lang).list.refusal[code],
    example: {
      body: { tasks: [{ number: '1300/UBND-NC', on: '2026-05-04', issuer: 'Province', title: 'Report' }] },
    },
    run: async (ctx, { body }) => {
      const tasks = body.tasks.map((task) => ({
        ...task,
        on: plainDate(task.on),
        dueOn: task.dueOn === null ? null : plainDate(task.dueOn),
      }));
      return thenShow(await enterTaskList(ctx, tasks), async (value) => ({ value }));
    },
  }),
  deedOperation({
    id: 'planning.task-from-above.discard-list',
    path: '/task-lists/:id/discard',
    summary: (lang) => texts(lang).api.discardList,
    reply: entered.pick({ tasks: true }),
    refusals: { 'not-from-above': 409, 'worked-on': 409 },
    sentence: (lang) => texts(lang).list.workedOn,
    run: async (ctx, { params }) =>
      thenShow(await discardTaskList(ctx, params.id ?? ''), async (value) => ({ value })),
  }),
  deedOperation({
    id: 'planning.task-from-above.edit-document',
    path: '/tasks/:id/document',
    summary: (lang) => texts(lang).api.editDocument,
    body: documentBody,
    reply: taskReply,
    isVersioned: true,
    presentVersion: async (ctx, params) => (await getTask(ctx, params.id ?? '')).version,
    refusals: {
      'not-from-above': 409,
      'document-of-parent': 409,
      'document-to-come': 422,
      'due-before-document': 422,
      'nothing-changed': 422,
      'changed-meanwhile': 412,
    },
    sentence: (lang, { code }) => {
      const t = texts(lang);
      return code === 'document-to-come' || code === 'due-before-document'
        ? t.refusal[code]
        : t.edit.refusal[code];
    },
    example: {
      body: { number: '1235/UBND-NC', on: '2026-05-04', issuer: 'Province', reason: 'mistyped' },
    },
    run: async (ctx, { params, body: { reason, on, ...facts }, version }) => {
      const to = { ...facts, on: plainDate(on) };
      const outcome = await editDocument(ctx, params.id ?? '', { to, reason, version });
      return thenShow(outcome, () => showTask(ctx, params.id ?? ''));
    },
  }),
  deedOperation({
    id: 'planning.task-from-above.discard',
    path: '/tasks/:id/discard',
    summary: (lang) => texts(lang).api.discard,
    refusals: { 'not-from-above': 409, 'worked-on': 409 },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    run: async (ctx, { params }) =>
      thenShow(await discardTask(ctx, params.id ?? ''), async () => ({ value: null })),
  }),
  deedOperation({
    id: 'planning.task-from-above.restore',
    path: '/tasks/:id/restore',
    summary: (lang) => texts(lang).api.restore,
    reply: taskReply,
    run: async (ctx, { params }) =>
      thenShow(await restoreTask(ctx, params.id ?? ''), () => showTask(ctx, params.id ?? '')),
  }),
];
