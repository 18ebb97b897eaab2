import { z } from 'zod';
import { deedOperation, onRecords, type Operation, recordOperation } from '#platform/api/operation.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { done } from '#platform/db/outcome.ts';
import { getTask } from '../task/queries.server.ts';
import { taskStages } from '../task/task-life.ts';
import { showTask, taskReply } from '../task/task-reply.server.ts';
import { addSubTask, type SubTaskRefusal } from './commands.server.ts';
import { subTaskBody } from './input.ts';
import { dueSentence } from './parts/due-sentence.tsx';
import { listSubTasks } from './queries.server.ts';
import { texts } from './texts.ts';

const subTask = z
  .object({
    id: z.uuid(),
    code: z.string(),
    title: z.string(),
    stage: z.enum(taskStages),
    dueOn: z.iso.date().nullable(),
    assigneeId: z.uuid().nullable(),
  })
  .meta({ id: 'SubTask' });

/** The parts of a task, for programs. */
export const operations: readonly Operation[] = onRecords('planning.sub-task', 'planning.task', [
  recordOperation({
    id: 'planning.sub-task.list',
    path: '/tasks/:id/sub-tasks',
    summary: (lang) => texts(lang).api.list,
    reply: z.object({ items: z.array(subTask) }),
    run: async (ctx, { params }) => {
      const task = await getTask(ctx, params.id ?? '');
      const rows = await listSubTasks(ctx, task.id);
      const items = rows.map(({ id, code, title, stage, dueOn, assigneeId }) => ({
        id,
        code,
        title,
        stage,
        dueOn,
        assigneeId,
      }));
      return { value: { items } };
    },
  }),
  deedOperation<SubTaskRefusal, typeof subTaskBody>({
    id: 'planning.sub-task.add',
    path: '/tasks/:id/sub-tasks',
    summary: (lang) => texts(lang).api.add,
    body: subTaskBody,
    reply: taskReply,
    status: 201,
    refusals: { 'wrong-state': 409, 'unknown-choice': 422, 'due-after-parent': 422, 'too-many': 409 },
    sentence: (lang, { code, detail }) =>
      code === 'due-after-parent' ? dueSentence(texts(lang), detail) : texts(lang).refusal[code],
    example: {
      body: {
        title: 'gather the figures of the villages',
        assigneeId: null,
        approverId: null,
        leadUnitId: null,
        dueOn: null,
        product: null,
      },
    },
    run: async (ctx, { params, body }) => {
      const given = { ...body, dueOn: body.dueOn as PlainDate | null };
      const outcome = await addSubTask(ctx, params.id ?? '', given);
      if (!outcome.ok) return outcome;
      return done({ ...(await showTask(ctx, outcome.value)), location: `/tasks/${outcome.value}` });
    },
  }),
]);
