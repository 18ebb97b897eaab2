import { z } from 'zod';
import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import { longestReason } from './own-day.ts';

const optionalDay = z.string().transform((text, check) => {
  if (text === '') return undefined;
  const date = parseDayFirstDate(text);
  if (date !== undefined) return date;
  check.addIssue({ code: 'custom', message: 'not a date' });
  return z.NEVER;
});

/** A closing day, a day worked instead, or both when one is swapped for the other; with the reason. */
export const ownDayForm = z
  .object({
    offOn: optionalDay,
    workOn: optionalDay,
    reason: z.string().min(1).max(longestReason),
  })
  .refine((form) => form.offOn !== undefined || form.workOn !== undefined, { path: ['offOn'] });
