import { z } from 'zod';
import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import { longestReason } from './absence.ts';

const day = z.string().transform((text, check) => {
  const date = parseDayFirstDate(text);
  if (date !== undefined) return date;
  check.addIssue({ code: 'custom', message: 'not a date' });
  return z.NEVER;
});

/** Who is away, who stands in, from which day to which, and why. */
export const absenceForm = z
  .object({
    officerId: z.uuid(),
    substituteId: z.uuid(),
    fromOn: day,
    toOn: day,
    reason: z.string().min(1).max(longestReason),
  })
  .refine((form) => form.toOn >= form.fromOn, { path: ['toOn'] })
  .refine((form) => form.substituteId !== form.officerId, { path: ['substituteId'] });
