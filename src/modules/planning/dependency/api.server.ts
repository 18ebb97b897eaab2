import { z } from 'zod';
import { deedOperation, onRecords, type Operation, recordOperation } from '#platform/api/operation.ts';
import { done } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { TaskRow } from '../task/list-tasks.server.ts';
import { getTask } from '../task/queries.server.ts';
import { taskStages } from '../task/task-life.ts';
import { addDependency, type DependencyRefusal, removeDependency } from './commands.server.ts';
import { dependencyBody } from './input.ts';
import { listDependencies } from './queries.server.ts';
import { texts } from './texts.ts';

const other = z.object({
  id: z.uuid(),
  code: z.string(),
  title: z.string(),
  stage: z.enum(taskStages),
  dueOn: z.iso.date().nullable(),
});
const reply = z
  .object({
    predecessors: z.array(other).describe('Those that must be finished first.'),
    successors: z.array(other).describe('Those that wait for this one.'),
  })
  .meta({ id: 'TaskDependencies' });

async function show(ctx: Ctx, taskId: string) {
  const { id } = await getTask(ctx, taskId);
  const written = ({ id: otherId, code, title, stage, dueOn }: TaskRow) => ({
    id: otherId,
    code,
    title,
    stage,
    dueOn,
  });
  const { predecessors, successors } = await listDependencies(ctx, id);
  return { value: { predecessors: predecessors.map(written), successors: successors.map(written) } };
}

/** What tasks wait for, for programs. */
export const operations: readonly Operation[] = onRecords('planning.dependency', 'planning.task', [
  recordOperation({
    id: 'planning.dependency.list',
    path: '/tasks/:id/dependencies',
    summary: (lang) => texts(lang).api.list,
    reply,
    run: (ctx, { params }) => show(ctx, params.id ?? ''),
  }),
  deedOperation<DependencyRefusal, typeof dependencyBody>({
    id: 'planning.dependency.add',
    path: '/tasks/:id/dependencies',
    summary: (lang) => texts(lang).api.add,
    body: dependencyBody,
    reply,
    refusals: { 'wrong-state': 409, 'own-part': 409, circle: 409, already: 409, 'too-many': 409 },
    sentence: (lang, { code, detail }) =>
      code === 'circle' ? texts(lang).circle(String(detail.circle)) : texts(lang).refusal[code],
    example: { body: { predecessorId: '0197c1a0-0000-7000-8000-000000000000' } },
    run: async (ctx, { params, body }) => {
      const outcome = await addDependency(ctx, params.id ?? '', body.predecessorId);
      return outcome.ok ? done(await show(ctx, params.id ?? '')) : outcome;
    },
  }),
  deedOperation<never, typeof dependencyBody>({
    id: 'planning.dependency.remove',
    path: '/tasks/:id/dependencies/remove',
    summary: (lang) => texts(lang).api.remove,
    body: dependencyBody,
    reply,
    example: { body: { predecessorId: '0197c1a0-0000-7000-8000-000000000000' } },
    run: async (ctx, { params, body }) => {
      const outcome = await removeDependency(ctx, params.id ?? '', body.predecessorId);
      return outcome.ok ? done(await show(ctx, params.id ?? '')) : outcome;
    },
  }),
]);
