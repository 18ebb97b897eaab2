import { z } from 'zod';
import { parseDayFirstDate } from '#platform/clock/plain-date.ts';

const person = z.union([z.literal('').transform(() => null), z.uuid()]);
const day = z.string().transform((text, check) => {
  const date = parseDayFirstDate(text);
  if (date !== undefined) return date;
  check.addIssue({ code: 'custom', message: 'not a date' });
  return z.NEVER;
});

/** The field of a form that says who is in charge of a unit. */
export function unitField(unitId: string): string {
  return `unit:${unitId}`;
}

/** Who leads, from which day on, for these units. */
export function leadershipForm(unitIds: readonly string[]) {
  return z
    .object({ chair: person, from: day, version: z.coerce.number().int().min(0).max(1_000_000).catch(-1) })
    .and(z.object(Object.fromEntries(unitIds.map((id) => [unitField(id), person]))));
}
