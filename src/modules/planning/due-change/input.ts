import { z } from 'zod';
import { longestClosingText } from '../task/task.ts';

const reason = z.string().trim().min(1).max(longestClosingText);

/** Another deadline with its reason; the day as people write it. */
export const dueForm = z.object({ due: z.string().trim().max(10), text: reason });

/** The answer to a request: granting may say something, refusing must. */
export const answerForm = {
  granted: z.object({
    text: z
      .string()
      .trim()
      .max(longestClosingText)
      .transform((text) => text || null),
  }),
  refused: z.object({ text: reason }),
} as const;

/** The same for programs. */
export const dueBody = z.strictObject({ dueOn: z.iso.date(), text: reason });
export const noteBody = z.strictObject({
  text: z
    .string()
    .trim()
    .max(longestClosingText)
    .optional()
    .describe('A note, where there is something to say.'),
});
export const reasonBody = z.strictObject({ text: reason });
