/** What may come from the reference files of days off (`seed/reference/holidays.json`, `holiday-rules.json`). */
import { z } from 'zod';
import { parsePlainDate } from '#platform/clock/plain-date.ts';
import type { Holiday } from './derived-days.ts';

const date = z.string().transform((text, check) => {
  const parsed = parsePlainDate(text);
  if (parsed !== undefined) return parsed;
  check.addIssue({ code: 'custom', message: `${text} is not a date` });
  return z.NEVER;
});

const dayRule = z.strictObject({
  on: date,
  kind: z.enum(['off', 'work']),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  source: z.string().min(1),
  certainty: z.enum(['sourced', 'derived', 'unverified']),
  /** For the keepers of the file: whether the entry must be looked at again when a year's plan is announced. */
  validity: z.enum(['in-force', 'until-announced']),
});

/** The file of days off: years, each with its rules in order of date, none twice; yields the rules of all years. */
export const referenceDays = z
  .object({ years: z.record(z.string().regex(/^\d{4}$/), z.object({ days: z.array(dayRule) })) })
  .transform(({ years }, check) => {
    const rules = Object.entries(years).flatMap(([year, { days }]) => {
      for (const day of days) {
        if (!day.on.startsWith(`${year}-`)) {
          check.addIssue({ code: 'custom', message: `${day.on} is not a day of ${year}` });
        }
      }
      return days;
    });
    for (const [index, rule] of rules.entries()) {
      const before = rules[index - 1];
      if (before !== undefined && before.on >= rule.on) {
        check.addIssue({ code: 'custom', message: `${rule.on} stands after ${before.on}` });
      }
    }
    return rules;
  });

const monthDay = z.tuple([z.number().int().min(1).max(12), z.number().int().min(1).max(31)]);
const words = { name: z.string().min(1), nameEn: z.string().min(1) };

/** The file of holidays as rules, for years that the file of days does not hold. */
export const holidayRules = z
  .object({
    years: z.object({ from: z.number().int(), to: z.number().int() }),
    source: z.string().min(1),
    inLieu: z.object({ ...words, source: z.string().min(1) }),
    holidays: z.array(
      z
        .strictObject({
          ...words,
          solar: monthDay.optional(),
          lunar: monthDay.optional(),
          before: z.number().int().min(0).max(7).default(0),
          days: z.number().int().min(1).max(14).default(1),
        })
        .transform(({ solar, lunar, ...holiday }, check): Holiday => {
          const given = solar ?? lunar;
          if (given && !(solar && lunar)) {
            const [month, day] = given;
            return { ...holiday, on: { calendar: solar ? 'solar' : 'lunar', month, day } };
          }
          check.addIssue({ code: 'custom', message: `${holiday.name} needs one day, solar or lunar` });
          return z.NEVER;
        }),
    ),
  })
  .transform(({ years, ...rules }) => ({ ...rules, ...years }));
