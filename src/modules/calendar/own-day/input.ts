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

/** The same as `ownDayForm` for programs, which write days as 2026-05-12. */
export const ownDaysBody = z
  .strictObject({
    offOn: z.iso.date().optional(),
    workOn: z.iso.date().optional(),
    reason: z.string().min(1).max(longestReason),
  })
  .refine((body) => body.offOn !== undefined || body.workOn !== undefined, { path: ['offOn'] });

/** A month, as 2026-05. */
export const workingDaysQuery = z.strictObject({
  month: z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2])$/),
});
