import { z } from 'zod';
import { pageQuery } from '#platform/api/page-query.ts';
import { axes } from '../plan/axis.ts';
import { dueWindows, longestClosingText, taskStates } from './task.ts';

export const pageSize = 50;

const optionalId = z.uuid().optional().catch(undefined);
const optionalText = z.string().max(200).optional().catch(undefined);

/** The filter of the task list as it stands in the address; a wrong value counts as none. */
export const taskFilter = z.object({
  tim: optionalText,
  'ke-hoach': optionalId,
  'don-vi': optionalId,
  truc: z.enum(axes).optional().catch(undefined),
  'trang-thai': z.enum(taskStates).optional().catch(undefined),
  han: z.enum(dueWindows).optional().catch(undefined),
  'sau-ro': z.enum(['thieu', 'chua-giao']).optional().catch(undefined),
  xep: z.enum(['ma', 'han', 'don-vi', '-ma', '-han', '-don-vi']).catch('ma'),
  trang: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type TaskFilter = z.infer<typeof taskFilter>;

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
