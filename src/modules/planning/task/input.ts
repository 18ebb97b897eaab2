import { z } from 'zod';
import { chosen } from '#platform/http/typed-fields.ts';
import { pageQuery } from '#platform/api/page-query.ts';
import { readList } from '#platform/list/address.ts';
import type { ListState } from '#platform/list/filter.ts';
import { axes } from '../plan/axis.ts';
import { taskListShape } from './task-list.ts';
import { dueWindows, longestClosingText, longestProduct } from './task.ts';
import { taskStages, taskStates } from './task-life.ts';

export const pageSize = 50;

/** The task list filtered as these parts of an address say. */
export function taskList(query: Readonly<Record<string, string>> = {}): ListState {
  return readList(taskListShape, Object.entries(query));
}

const version = z.coerce.number().int().min(1);

const said = z.string().trim().min(1).max(longestClosingText);

/** A deed with its reason: one text that must say something. */
export const reasonForm = z.object({ text: said, version });

/** A deed that says nothing, or a note. */
export const noteForm = z.object({
  text: z
    .string()
    .trim()
    .max(longestClosingText)
    .optional()
    .transform((text) => text || undefined),
  version,
});

/** What was made, and why it is not what the task declares; nothing where it is. */
export const handInForm = z.object({
  text: said,
  exception: z
    .string()
    .trim()
    .max(longestClosingText)
    .transform((text) => text || null),
  version,
});

/** The event for which a task waited; days as people write them. */
export const occasionForm = z.object({
  text: said,
  on: z.string().trim().max(10),
  due: z.string().trim().max(10),
  version,
});

/** Who does it, who approves, which unit answers, until when; an empty choice takes the present one away. */
export const assignForm = z.object({
  assignee: chosen,
  approver: chosen,
  unit: chosen,
  due: z.string().trim().max(10),
  product: z.string().trim().max(longestProduct),
  version,
});

/** The filter of the task list as programs write it; what is wrong is refused. */
export const taskQuery = z.strictObject({
  ...pageQuery,
  search: z.string().max(200).optional().describe('Words of the task, with or without marks.'),
  plan: z.uuid().optional(),
  leadUnit: z.uuid().optional(),
  assignee: z.uuid().optional(),
  source: z
    .enum(['plan', 'above', 'conclusion'])
    .optional()
    .describe('Tasks of plans, from above, or from conclusions.'),
  axis: z.enum(axes).optional(),
  approver: z.uuid().optional(),
  state: z.enum(taskStates).optional(),
  stage: z.enum(taskStages).optional().describe('The step of its life; goes before `state`.'),
  due: z.enum(dueWindows).optional().describe('How an open task stands against its deadline.'),
  missing: z
    .enum(['any', 'assignee', 'work', 'responsibility', 'deadline', 'result', 'authority', 'none'])
    .optional()
    .describe('Open tasks that lack one of the six things that must be clear, this one of them, or none.'),
  nature: z
    .enum(['all', 'occurrence', 'sub-task', 'series'])
    .optional()
    .describe('Left out: what figures count, each task and each occurrence once.'),
});
export type TaskQuery = z.infer<typeof taskQuery>;

/** The same as `assignForm` for programs: whole, so that what is null is taken away; no day leaves the deadline. */
export const assignment = z.strictObject({
  assigneeId: z.uuid().nullable(),
  approverId: z.uuid().nullable(),
  leadUnitId: z.uuid().nullable(),
  dueOn: z.iso.date().optional().describe('The deadline where there is none yet.'),
  product: z.string().trim().max(longestProduct).optional().describe('What is to be made; left out: stays.'),
});

/** The text of `reasonForm`; the version comes in If-Match. */
export const reasonBody = reasonForm.omit({ version: true }).strict();

/** Another deadline and why. */
export const dueBody = z.strictObject({
  dueOn: z.iso.date(),
  text: said.describe('Why; the first deadline stays, and figures go by it.'),
});

/** The note of `noteForm`. */
export const noteBody = z.strictObject({
  text: z
    .string()
    .trim()
    .max(longestClosingText)
    .optional()
    .describe('A note, where there is something to say.'),
});

/** What is handed in. */
export const handInBody = z.strictObject({
  text: said.describe('What was made: number and day of the document, or its name.'),
  exception: z
    .string()
    .trim()
    .min(1)
    .max(longestClosingText)
    .nullable()
    .default(null)
    .describe('Why it is not the product that the task declares; null where it is.'),
});

/** The event for which a task waited. */
export const occasionBody = z.strictObject({
  text: said,
  on: z.iso.date().describe('The day of the event or request.'),
  dueOn: z.iso.date().optional().describe('Asked for where the plan names no amount of time.'),
});
