import { z } from 'zod';
import { readList } from '#platform/list/address.ts';
import type { ListState } from '#platform/list/filter.ts';
import { taskListShape } from './task-list.ts';
import { longestClosingText } from './task.ts';

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
