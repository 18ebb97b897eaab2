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

/** The same as `absenceForm` for programs, which write days as 2026-05-12. */
export const absenceBody = z
  .strictObject({
    officerId: z.uuid(),
    substituteId: z.uuid(),
    fromOn: z.iso.date(),
    toOn: z.iso.date(),
    reason: z.string().min(1).max(longestReason),
  })
  .refine((body) => body.toOn >= body.fromOn, { path: ['toOn'] })
  .refine((body) => body.substituteId !== body.officerId, { path: ['substituteId'] });
