import { z } from 'zod';
import { deedOperation, listOperation, type Operation, recordOperation } from '#platform/api/operation.ts';
import { pageOf } from '#platform/api/page-query.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { axes } from '../plan/axis.ts';
import { assignTask, cancelTask, completeTask, reopenTask } from './commands.server.ts';
import { assignment, closingBody, taskQuery } from './input.ts';
import { listTasksAfter } from './listed.server.ts';
import { getTask, listTaskEvents, type TaskRecord } from './queries.server.ts';
import { sixClears, clearOf, taskStates } from './task.ts';
import { texts } from './texts.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const dueKind = z
  .enum(['date', 'month', 'quarters', 'year', 'ongoing', 'recurring', 'on-request', 'after-event'])
  .nullable();

const line = {
  id: z.uuid(),
  planId: z.uuid(),
  code: z.string(),
  title: z.string(),
  product: z.string().nullable(),
  state: z.enum(taskStates),
  dueText: z.string().nullable().describe('The deadline in the words of the plan.'),
  dueKind,
  dueOn: z.iso.date().nullable().describe('The day after which the task is late, where there is one.'),
  closedOn: z.iso.date().nullable(),
  leadUnit: named.nullable(),
  assigneeId: z.uuid().nullable(),
  approverId: z.uuid().nullable(),
  version: z.int().min(1),
};

const taskLine = z.object({ ...line, sectionId: z.uuid().nullable() }).meta({ id: 'TaskLine' });

const task = z
  .object({
    ...line,
    planTitle: z.string(),
    section: z.object({ code: z.string(), title: z.string(), axis: z.enum(axes).nullable() }).nullable(),
    objective: z.string().nullable(),
    activity: z.string().nullable(),
    chairLeader: z.string().nullable(),
    dueFrom: z.iso.date().nullable(),
    note: z.string().nullable(),
    originLines: z.array(z.int()).describe('Lines of the source on which the task stands.'),
    closingText: z.string().nullable(),
    assigneeName: z.string().nullable(),
    approverName: z.string().nullable(),
    coordinatingUnits: z.array(named),
    clear: z.object(Object.fromEntries(sixClears.map((name) => [name, z.boolean()]))),
  })
  .meta({ id: 'Task' });

const taskEvent = z
  .object({
    at: z.iso.datetime(),
    kind: z.enum([
      'imported',
      'assigned',
      'completed',
      'cancelled',
      'reopened',
      'amended',
      'dropped',
      'restored',
    ]),
    actorName: z.string(),
    detail: z.record(z.string(), z.string().nullable()),
  })
  .meta({ id: 'TaskEvent' });

const deedRefusals = { 'wrong-state': 409, 'changed-meanwhile': 412 } as const;

const presentVersion: NonNullable<Operation['presentVersion']> = async (ctx, params) =>
  (await getTask(ctx, params.id ?? '')).version;

/** Tasks for programs: the list, one task with its history, and its four deeds. */
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
        planId: row.plan_id,
        sectionId: row.section_id,
        code: row.code,
        title: row.title,
        product: row.product,
        state: row.state,
        dueText: row.due_text,
        dueKind: row.due_kind,
        dueOn: row.due_on,
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
    reply: task,
    isVersioned: true,
    run: (ctx, { params }) => show(ctx, params.id ?? ''),
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
  deedOperation({
    id: 'planning.task.assign',
    path: '/tasks/:id/assign',
    summary: (lang) => texts(lang).api.assign,
    body: assignment,
    reply: task,
    isVersioned: true,
    presentVersion,
    refusals: { ...deedRefusals, 'unknown-choice': 422 },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: { assigneeId: null, approverId: null, leadUnitId: null, dueOn: '2026-05-15' } },
    run: async (ctx, { params, body, version }) => {
      const { dueOn, ...to } = body;
      const id = params.id ?? '';
      return shown(
        ctx,
        id,
        await assignTask(ctx, id, { ...to, dueOn: dueOn as PlainDate | undefined, version }),
      );
    },
  }),
  closing('complete', completeTask, '31/BC-UBND'),
  closing('cancel', cancelTask, 'merged into another task'),
  deedOperation({
    id: 'planning.task.reopen',
    path: '/tasks/:id/reopen',
    summary: (lang) => texts(lang).api.reopen,
    reply: task,
    isVersioned: true,
    presentVersion,
    refusals: deedRefusals,
    sentence: (lang, { code }) => texts(lang).refusal[code],
    run: async (ctx, { params, version }) => {
      const id = params.id ?? '';
      return shown(ctx, id, await reopenTask(ctx, id, { version }));
    },
  }),
];

/** Done with its product, or cancelled with a reason: a task that ends, and the text that says how. */
function closing(verb: 'complete' | 'cancel', close: typeof completeTask, text: string): Operation {
  return deedOperation({
    id: `planning.task.${verb}`,
    path: `/tasks/:id/${verb}`,
    summary: (lang) => texts(lang).api[verb],
    body: closingBody,
    reply: task,
    isVersioned: true,
    presentVersion,
    refusals: deedRefusals,
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: { text } },
    run: async (ctx, { params, body, version }) => {
      const id = params.id ?? '';
      return shown(ctx, id, await close(ctx, id, { ...body, version }));
    },
  });
}

async function shown<Code extends string>(ctx: Ctx, taskId: string, outcome: Outcome<undefined, Code>) {
  return outcome.ok ? done(await show(ctx, taskId)) : outcome;
}

async function show(ctx: Ctx, taskId: string) {
  const found = await getTask(ctx, taskId);
  return { value: written(found), version: found.version };
}

function written(found: TaskRecord): z.input<typeof task> {
  return {
    id: found.id,
    planId: found.planId,
    planTitle: found.planTitle,
    section: found.section as z.input<typeof task>['section'],
    code: found.code,
    title: found.title,
    objective: found.objective,
    activity: found.activity,
    product: found.product,
    chairLeader: found.chairLeader,
    state: found.state,
    dueText: found.dueText,
    dueKind: found.dueKind,
    dueFrom: found.dueFrom,
    dueOn: found.dueOn,
    note: found.note,
    originLines: [...found.originLines],
    closedOn: found.closedOn,
    closingText: found.closingText,
    leadUnit: found.leadUnitId === null ? null : { id: found.leadUnitId, name: found.leadUnitName ?? '' },
    coordinatingUnits: [...found.coordinatingUnits],
    assigneeId: found.assigneeId,
    assigneeName: found.assigneeName,
    approverId: found.approverId,
    approverName: found.approverName,
    clear: clearOf(found),
    version: found.version,
  };
}
