import { z } from 'zod';
import { deedOperation, type Operation, type RefusalStatus } from '#platform/api/operation.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { assignTask } from './commands/assign.server.ts';
import { changeDue } from './commands/change-due.server.ts';
import { cancelTask, reopenTask } from './commands/close.server.ts';
import { submitTask, withdrawTask } from './commands/hand-in.server.ts';
import { approveTask, sendTaskBack } from './commands/judge.server.ts';
import { acceptTask, declineTask, startTask } from './commands/receive.server.ts';
import { recordEvent } from './commands/record-event.server.ts';
import { assignment, dueBody, handInBody, noteBody, occasionBody, reasonBody } from './input.ts';
import { getTask } from './queries.server.ts';
import type { TaskDeed } from './task-life.ts';
import { showTask, taskReply } from './task-reply.server.ts';
import { texts } from './texts.ts';

const presentVersion: NonNullable<Operation['presentVersion']> = async (ctx, params) =>
  (await getTask(ctx, params.id ?? '')).version;

type Refusal = keyof ReturnType<typeof texts>['refusal'];
const always = { 'wrong-state': 409, 'changed-meanwhile': 412 } as const;

/** One deed of a task's life: it names the version that was read, and shows the task as it is then. */
function deed<Body extends z.ZodType>(
  name: TaskDeed,
  parts: {
    readonly body: Body;
    /** Undefined where programs send no body. */
    readonly example: object | undefined;
    readonly refusals?: Partial<Record<Refusal, RefusalStatus>>;
    readonly run: (
      ctx: Ctx,
      taskId: string,
      body: z.infer<Body>,
      version: number,
    ) => Promise<Outcome<undefined, Refusal>>;
  },
): Operation {
  return deedOperation<Refusal, Body>({
    id: `planning.task.${name}`,
    path: `/tasks/:id/${name}`,
    summary: (lang) => texts(lang).api[name],
    ...(parts.example === undefined ? {} : { body: parts.body, example: { body: parts.example } }),
    reply: taskReply,
    isVersioned: true,
    presentVersion,
    refusals: { ...always, ...parts.refusals } as Readonly<Record<Refusal, RefusalStatus>>,
    sentence: (lang, { code }) => texts(lang).refusal[code],
    run: async (ctx, { params, body, version }) => {
      const outcome = await parts.run(ctx, params.id ?? '', body, version);
      return outcome.ok ? done(await showTask(ctx, params.id ?? '')) : outcome;
    },
  });
}

const noted = { body: noteBody, example: {} };

/** The deeds of a task's life for programs. */
export const operations: readonly Operation[] = [
  deed('assign', {
    body: assignment,
    example: { assigneeId: null, approverId: null, leadUnitId: null, dueOn: '2026-05-15' },
    refusals: { 'unknown-choice': 422, 'due-set': 409, 'due-of-occurrences': 422, 'due-after-parent': 422 },
    run: (ctx, id, { dueOn, ...to }, version) =>
      assignTask(ctx, id, { ...to, dueOn: dueOn as PlainDate | undefined, version }),
  }),
  deed('accept', {
    ...noted,
    run: (ctx, id, body, version) => acceptTask(ctx, id, { text: body.text, version }),
  }),
  deed('decline', {
    body: reasonBody,
    example: { text: 'belongs to another unit' },
    run: (ctx, id, { text }, version) => declineTask(ctx, id, { text, version }),
  }),
  deed('start', {
    ...noted,
    run: (ctx, id, body, version) => startTask(ctx, id, { text: body.text, version }),
  }),
  deed('submit', {
    body: handInBody,
    example: { text: '31/BC-UBND', exception: 'kept on paper by the unit' },
    refusals: { 'open-sub-tasks': 409, 'proof-missing': 409 },
    run: (ctx, id, { text, exception }, version) => submitTask(ctx, id, { text, exception, version }),
  }),
  deed('withdraw', {
    ...noted,
    run: (ctx, id, body, version) => withdrawTask(ctx, id, { text: body.text, version }),
  }),
  deed('approve', {
    ...noted,
    refusals: { 'no-proof': 409, 'proof-gone': 409 },
    run: (ctx, id, body, version) => approveTask(ctx, id, { text: body.text, version }),
  }),
  deed('send-back', {
    body: reasonBody,
    example: { text: 'the figures of the second quarter are missing' },
    run: (ctx, id, { text }, version) => sendTaskBack(ctx, id, { text, version }),
  }),
  deed('record-event', {
    body: occasionBody,
    example: { text: '12/KH-UBND', on: '2026-05-11', dueOn: '2026-05-29' },
    refusals: { 'event-to-come': 422, 'due-missing': 422, 'due-before-event': 422 },
    run: (ctx, id, { text, on, dueOn }, version) =>
      recordEvent(ctx, id, { text, on: on as PlainDate, dueOn: dueOn as PlainDate | undefined, version }),
  }),
  deed('change-due', {
    body: dueBody,
    example: { dueOn: '2026-06-15', text: 'the province moved the hand-in day' },
    refusals: {
      'due-not-set': 422,
      'due-same': 422,
      'due-past': 422,
      'due-after-parent': 422,
      'due-asked': 409,
    },
    run: (ctx, id, { dueOn, text }, version) =>
      changeDue(ctx, id, { dueOn: dueOn as PlainDate, text, version }),
  }),
  deed('cancel', {
    body: reasonBody,
    example: { text: 'merged into another task' },
    run: (ctx, id, { text }, version) => cancelTask(ctx, id, { text, version }),
  }),
  deed('reopen', {
    body: z.undefined(),
    example: undefined,
    run: (ctx, id, _body, version) => reopenTask(ctx, id, { version }),
  }),
];
