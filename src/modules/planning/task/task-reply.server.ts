import { z } from 'zod';
import type { Ctx } from '#platform/session/ctx.ts';
import { axes } from '../plan/axis.ts';
import { getTask, type TaskRecord } from './queries.server.ts';
import { clearOf, sixClears } from './six-clear.ts';
import { taskNatures } from './task.ts';
import { taskStages, taskStates } from './task-life.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const dueKind = z
  .enum(['date', 'month', 'quarters', 'year', 'ongoing', 'recurring', 'on-request', 'after-event'])
  .nullable();

const line = {
  id: z.uuid(),
  nature: z
    .enum(taskNatures)
    .describe(
      'By itself, recurring as a whole, one time of it, or a part; figures count single and occurrence.',
    ),
  parentId: z.uuid().nullable().describe('The series of an occurrence, the task of a sub-task.'),
  period: z
    .object({ from: z.iso.date(), to: z.iso.date(), no: z.int().min(1) })
    .nullable()
    .describe('The span of an occurrence, and which of several times within it.'),
  planId: z.uuid().nullable().describe('Null for a task from above.'),
  code: z.string(),
  title: z.string(),
  product: z.string().nullable(),
  state: z.enum(taskStates),
  stage: z.enum(taskStages).describe('The step of its life; every one before done and cancelled is open.'),
  dueText: z.string().nullable().describe('The deadline in the words of the plan.'),
  dueKind,
  dueOn: z.iso.date().nullable().describe('The present deadline, where there is one.'),
  firstDueOn: z.iso.date().nullable().describe('The deadline as first set: figures and filters go by it.'),
  closedOn: z.iso.date().nullable(),
  leadUnit: named.nullable(),
  assigneeId: z.uuid().nullable(),
  approverId: z.uuid().nullable(),
  version: z.int().min(1),
};

/** One line of the task list as programs get it. */
export const taskLine = z.object({ ...line, sectionId: z.uuid().nullable() }).meta({ id: 'TaskLine' });

/** A whole task as programs get it. */
export const taskReply = z
  .object({
    ...line,
    planTitle: z.string().nullable(),
    from: z
      .object({ number: z.string(), on: z.iso.date(), issuer: z.string(), abstract: z.string().nullable() })
      .nullable()
      .describe('The document of a higher body that orders it; null for a task of a plan.'),
    section: z.object({ code: z.string(), title: z.string(), axis: z.enum(axes).nullable() }).nullable(),
    objective: z.string().nullable(),
    activity: z.string().nullable(),
    chairLeader: z.string().nullable(),
    dueFrom: z.iso.date().nullable(),
    note: z.string().nullable(),
    originLines: z.array(z.int()).describe('Lines of the source on which the task stands.'),
    closingText: z.string().nullable(),
    handedIn: z
      .object({ text: z.string(), exception: z.string().nullable(), on: z.iso.date() })
      .nullable()
      .describe('What was handed in last.'),
    event: z
      .object({ on: z.iso.date(), text: z.string() })
      .nullable()
      .describe('The event or request from which the deadline counts.'),
    assigneeName: z.string().nullable(),
    approverName: z.string().nullable(),
    coordinatingUnits: z.array(named),
    clear: z.object(Object.fromEntries(sixClears.map((name) => [name, z.boolean()]))),
  })
  .meta({ id: 'Task' });

/** The task as it is now, with its version. */
export async function showTask(ctx: Ctx, taskId: string) {
  const found = await getTask(ctx, taskId);
  return { value: written(found), version: found.version };
}

function written(found: TaskRecord): z.input<typeof taskReply> {
  return {
    id: found.id,
    nature: found.nature,
    parentId: found.parentId,
    period: found.taskPeriod,
    planId: found.planId,
    planTitle: found.planTitle,
    from: found.from,
    section: found.section as z.input<typeof taskReply>['section'],
    code: found.code,
    title: found.title,
    objective: found.objective,
    activity: found.activity,
    product: found.product,
    chairLeader: found.chairLeader,
    state: found.state,
    stage: found.stage,
    dueText: found.dueText,
    dueKind: found.dueKind,
    dueFrom: found.dueFrom,
    dueOn: found.dueOn,
    firstDueOn: found.firstDueOn,
    note: found.note,
    originLines: [...found.originLines],
    closedOn: found.closedOn,
    closingText: found.closingText,
    handedIn: found.handedIn,
    event: found.event,
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
