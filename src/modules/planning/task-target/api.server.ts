import { z } from 'zod';
import { deedOperation, type Operation, recordOperation } from '#platform/api/operation.ts';
import { done } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { operators } from '../target/target.ts';
import { getTask } from '../task/queries.server.ts';
import { type LinkRefusal, linkTasks, unlinkTask } from './commands.server.ts';
import { linkBody, linksBody } from './input.ts';
import { listTargetsOfTask } from './queries.server.ts';
import { texts } from './texts.ts';

const reply = z
  .object({
    targets: z.array(
      z.object({
        id: z.uuid(),
        text: z.string(),
        operator: z.enum(operators),
        value: z.number(),
        unit: z.string(),
      }),
    ),
  })
  .meta({ id: 'TargetsOfTask' });

const anyId = '0197c1a0-0000-7000-8000-000000000000';
const both = ['planning.task-target', 'planning.task', 'planning.plan'];

async function show(ctx: Ctx, taskId: string) {
  const { id } = await getTask(ctx, taskId);
  return { value: { targets: await listTargetsOfTask(ctx, id) } };
}

/** For which targets tasks are, for programs. */
export const operations: readonly Operation[] = [
  recordOperation({
    id: 'planning.task-target.list',
    path: '/tasks/:id/targets',
    scopes: [['read'], both],
    summary: (lang) => texts(lang).api.list,
    reply,
    run: (ctx, { params }) => show(ctx, params.id ?? ''),
  }),
  deedOperation<LinkRefusal, typeof linksBody>({
    id: 'planning.task-target.link',
    path: '/task-targets',
    scopes: [both],
    summary: (lang) => texts(lang).api.link,
    body: linksBody,
    reply: z.object({ linked: z.int().min(1) }).meta({ id: 'LinkedTasks' }),
    refusals: { replaced: 409, 'part-of-task': 409, 'no-plan': 409, already: 409 },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: { links: [{ taskId: anyId, targetId: anyId }] } },
    run: async (ctx, { body }) => {
      const outcome = await linkTasks(ctx, body.links, 'hand');
      return outcome.ok ? done({ value: { linked: outcome.value.count } }) : outcome;
    },
  }),
  deedOperation<'replaced', typeof linkBody>({
    id: 'planning.task-target.unlink',
    path: '/tasks/:id/targets/unlink',
    scopes: [both],
    summary: (lang) => texts(lang).api.unlink,
    body: linkBody,
    reply,
    refusals: { replaced: 409 },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: { targetId: anyId } },
    run: async (ctx, { params, body }) => {
      const outcome = await unlinkTask(ctx, { taskId: params.id ?? '', targetId: body.targetId });
      return outcome.ok ? done(await show(ctx, params.id ?? '')) : outcome;
    },
  }),
];
