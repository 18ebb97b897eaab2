import { z } from 'zod';
import { pageQuery } from '#platform/api/page-query.ts';
import { readList } from '#platform/list/address.ts';
import type { ListState } from '#platform/list/filter.ts';
import { axes } from '../plan/axis.ts';
import { taskListShape } from './task-list.ts';
import { dueWindows, longestClosingText, taskStates } from './task.ts';

export const pageSize = 50;

/** The task list filtered as these parts of an address say. */
export function taskList(query: Readonly<Record<string, string>> = {}): ListState {
  return readList(taskListShape, Object.entries(query));
}

const version = z.coerce.number().int().min(1);

/** Closing with a product, or cancelling with a reason: one text that must say something. */
export const closingForm = z.object({
  text: z.string().trim().min(1).max(longestClosingText),
  version,
});

export const reopenForm = z.object({ version });

const chosen = z.union([z.literal('').transform(() => null), z.uuid()]);

/** Who does it, who approves, which unit answers, until when; an empty choice takes the present one away. */
export const assignForm = z.object({
  assignee: chosen,
  approver: chosen,
  unit: chosen,
  due: z.string().trim().max(10),
  version,
});

/** The filter of the task list as programs write it; what is wrong is refused. */
export const taskQuery = z.strictObject({
  ...pageQuery,
  search: z.string().max(200).optional().describe('Words of the task, with or without marks.'),
  plan: z.uuid().optional(),
  leadUnit: z.uuid().optional(),
  assignee: z.uuid().optional(),
  axis: z.enum(axes).optional(),
  state: z.enum(taskStates).optional(),
  due: z.enum(dueWindows).optional().describe('How an open task stands against its deadline.'),
  missing: z
    .enum(['any', 'assignee'])
    .optional()
    .describe('Open tasks that lack one of the six things that must be clear, or the person.'),
});
export type TaskQuery = z.infer<typeof taskQuery>;

/** The same as `assignForm` for programs: whole, so that what is null is taken away; no day leaves the deadline. */
export const assignment = z.strictObject({
  assigneeId: z.uuid().nullable(),
  approverId: z.uuid().nullable(),
  leadUnitId: z.uuid().nullable(),
  dueOn: z.iso.date().optional(),
});

/** The text of `closingForm`; the version comes in If-Match. */
export const closingBody = closingForm.omit({ version: true }).strict();
