import { z } from 'zod';
import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import { type LadderSteps, mostLadderDays, rungs } from './escalation.ts';

const days = z.union([
  z
    .string()
    .trim()
    .regex(/^$/)
    .transform(() => null),
  z
    .string()
    .trim()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().int().min(1).max(mostLadderDays)),
]);

/** The steps of a ladder, each with its days or empty. */
export const ladderForm = z.object(
  Object.fromEntries(rungs.map((rung) => [rung, days])) as Record<keyof LadderSteps, typeof days>,
);

/** The version of a form or an address; one that is none is nobody's. */
export const seenVersion = z.coerce.number().int().min(0).max(1_000_000).catch(-1);

/** From which day on a ladder counts. */
export const switchForm = z.object({
  version: seenVersion,
  from: z.string().transform((text, check) => {
    const date = parseDayFirstDate(text);
    if (date !== undefined) return date;
    check.addIssue({ code: 'custom', message: 'not a date' });
    return z.NEVER;
  }),
});
