/** What may come from outside: forms, addresses, and the reference file (`seed/reference/officer-evaluation.json`). */
import { z } from 'zod';
import { parsePlainDate, plainDate } from '#platform/clock/plain-date.ts';
import { workFigures } from './counted-work.ts';
import { resultParts } from './review-rules.ts';
import { parseMonth } from './review-month.ts';
import { grades, longestText } from './unit-head-review.ts';

const day = z
  .string()
  .refine((text) => parsePlainDate(text) !== undefined)
  .transform(plainDate);
const sure = z.enum(['sourced', 'derived', 'unverified']);
const number = z.strictObject({ value: z.number().min(0).max(100), certainty: sure });
const each = <Name extends string>(names: readonly Name[], of: z.ZodType<number>) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, of])) as Record<Name, z.ZodType<number>>);

const share = z.number().min(0).max(100);

/** The file of the decree's numbers: sets of rules, each with the days for which it holds. */
export const referenceRules = z.object({
  sets: z
    .array(
      z.strictObject({
        key: z.string().min(1),
        document: z.string().min(1),
        validFrom: day,
        validTo: day.nullable(),
        commonMax: number,
        resultsMax: number,
        sentBackPercent: number,
        latePercent: number,
        grades: z.strictObject({ excellent: number, good: number, fulfilled: number }),
        capPercent: number,
        exceptionPercent: number,
        weights: z.strictObject({ value: each(resultParts, share), certainty: sure }),
        conversion: z.strictObject({
          value: z.strictObject({ plan: share, above: share }),
          certainty: sure,
        }),
      }),
    )
    .min(1),
});

/** A figure as people write it: a decimal comma or point, at most two decimals. */
const written = z
  .string()
  .trim()
  .regex(/^\d{1,3}(?:[.,]\d{1,2})?$/)
  .transform((text) => Number(text.replace(',', '.')));
const writtenShare = written.pipe(share);
const text = z.string().trim().max(longestText);
const orNull = <Value>(schema: z.ZodType<Value, string>) =>
  z.union([z.literal('').transform(() => null), schema]);

/** What a head, or somebody above, gives: the most that can be had is held by the rules. */
const judged = orNull(writtenShare);
const points = { common: written, unit: judged, organising: judged, uniting: judged };

/** The self-score: with a comment. */
export const scoreForm = z.object({ ...points, text: text.min(1) });

/** A proposal: with the reason, a grade or that of the points, and points for results where they are not as worked out. */
export const proposeForm = z.object({
  ...points,
  results: orNull(written),
  grade: z.enum(grades),
  text: text.min(1),
});

/** A decision; whether it needs a reason says the command. */
export const decideForm = proposeForm.extend({ text });

export const reopenForm = z.object({ text: text.min(1) });

/** What an office sets for itself. */
export const rulesForm = z.object({
  ...(Object.fromEntries(resultParts.map((part) => [part, writtenShare])) as Record<
    (typeof resultParts)[number],
    typeof writtenShare
  >),
  plan: writtenShare,
  above: writtenShare,
  exceptionPercent: writtenShare,
  capPercent: writtenShare,
  rubric: text,
});

/** What the database keeps of it. */
export const keptSettings = z.object({
  weights: each(resultParts, share),
  conversion: z.object({ plan: share, above: share }),
  exceptionPercent: share,
  capPercent: share,
  rubric: z.string(),
});

/** The list behind a figure, as it stands in the address. */
export const workQuery = z.object({
  so: z.enum(workFigures).catch('given'),
  'don-vi': z.string().max(60).catch(''),
  trang: z.coerce.number().int().min(1).max(10_000).catch(1),
});

const monthText = z.string().refine((month) => parseMonth(month) !== undefined);

/** A month as programs write it; what is wrong is refused. */
export const monthQuery = z.strictObject({
  month: monthText.regex(/^\d{4}-\d{2}$/).describe('A month: 2026-05.'),
});
