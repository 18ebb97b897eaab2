import { z } from 'zod';
import { listOperation, type Operation, recordOperation } from '#platform/api/operation.ts';
import { pageOf } from '#platform/api/page-query.ts';
import { taskQuery } from './input.ts';
import { listTasksAfter } from './listed.server.ts';
import { toTaskRow } from './list-tasks.server.ts';
import { getTask, listTaskEvents } from './queries.server.ts';
import type { TaskNature } from './task.ts';
import { taskEventKinds } from './task-life.ts';
import { showTask, taskLine, taskReply } from './task-reply.server.ts';
import { texts } from './texts.ts';

const taskEvent = z
  .object({
    at: z.iso.datetime(),
    kind: z.enum(taskEventKinds),
    actorName: z.string(),
    detail: z.record(z.string(), z.string().nullable()),
  })
  .meta({ id: 'TaskEvent' });

/** Tasks for programs: the list, one task, and its history. */
export const operations: readonly Operation[] = [
  listOperation({
    id: 'planning.task.list',
    path: '/tasks',
    summary: (lang) => texts(lang).api.list,
    query: taskQuery,
    reply: taskLine,
    example: { query: { due: 'late', limit: 20 } },
    run: async (ctx, { query }) =>
      pageOf(await listTasksAfter(ctx, query), query, (row) => ({
        id: row.id,
        nature: row.nature as TaskNature,
        parentId: row.parent_id,
        period: toTaskRow(row).taskPeriod,
        planId: row.plan_id,
        sectionId: row.section_id,
        code: row.code,
        title: row.title,
        product: row.product,
        state: row.state,
        stage: row.stage,
        dueText: row.due_text,
        dueKind: row.due_kind,
        dueOn: row.due_on,
        firstDueOn: row.first_due_on,
        closedOn: row.closed_on,
        leadUnit: row.lead_unit_id === null ? null : { id: row.lead_unit_id, name: row.lead_unit_name ?? '' },
        assigneeId: row.assignee_id,
        approverId: row.approver_id,
        version: row.version,
      })),
  }),
  recordOperation({
    id: 'planning.task.get',
    path: '/tasks/:id',
    summary: (lang) => texts(lang).api.get,
    reply: taskReply,
    isVersioned: true,
    run: (ctx, { params }) => showTask(ctx, params.id ?? ''),
  }),
  recordOperation({
    id: 'planning.task.list-events',
    path: '/tasks/:id/events',
    summary: (lang) => texts(lang).api.events,
    reply: z.object({ items: z.array(taskEvent) }),
    run: async (ctx, { params }) => {
      const { id } = await getTask(ctx, params.id ?? '');
      return { value: { items: await listTaskEvents(ctx, id) } };
    },
  }),
];
