import { z } from 'zod';
import { chosen } from '#platform/http/typed-fields.ts';
import { longestProduct } from '../task/task.ts';

/** As long as a line of a plan that people still read. */
export const longestTitle = 500;

/** A part of a task as a person writes it; the day as people write days. */
export const subTaskForm = z.object({
  title: z.string().trim().min(1).max(longestTitle),
  assignee: chosen,
  approver: chosen,
  unit: chosen,
  due: z.string().trim().max(10),
  product: z.string().trim().max(longestProduct),
});

/** The same as `subTaskForm` for programs. */
export const subTaskBody = z.strictObject({
  title: z.string().trim().min(1).max(longestTitle),
  assigneeId: z.uuid().nullable(),
  approverId: z.uuid().nullable(),
  leadUnitId: z.uuid().nullable(),
  dueOn: z.iso.date().nullable().describe('Not after the deadline of the task.'),
  product: z.string().trim().max(longestProduct).nullable(),
});
