import type { PlainDate } from '#platform/clock/plain-date.ts';
import { countWork, type WorkCounts, type WorkItem, workPercents } from './counted-work.ts';
import {
  type JudgedPart,
  partsToJudge,
  resultPoints,
  type ReviewRules,
  rounded,
  type ToldPart,
} from './review-rules.ts';

/** What people judge of the work of a head, in percent; null where it is left out. */
export type JudgedPercents = Readonly<Partial<Record<JudgedPart, number | null>>>;

/** What the tasks of a month say, by which rules, as of the end of which day; null where there is no share to take. */
export interface ReviewFacts {
  readonly day: PlainDate;
  readonly counts: WorkCounts;
  readonly percents: Readonly<Record<ToldPart, number | null>>;
  readonly rules: ReviewRules;
}

/** The facts of a month of one unit. */
export function factsOf(work: readonly WorkItem[], rules: ReviewRules, day: PlainDate): ReviewFacts {
  const { quantity = null, quality = null, progress = null } = workPercents(work, rules);
  return { day, rules, counts: countWork(work), percents: { quantity, quality, progress } };
}

/** The points for results that facts and judgement give together; undefined where the tasks tell nothing. */
export function computedResults(facts: ReviewFacts, judged: JudgedPercents): number | undefined {
  const { percents, rules } = facts;
  if (Object.values(percents).every((percent) => percent === null)) return undefined;
  const said = partsToJudge(rules).map((part) => [part, judged[part] ?? undefined] as const);
  return resultPoints(rules, {
    quantity: percents.quantity ?? undefined,
    quality: percents.quality ?? undefined,
    progress: percents.progress ?? undefined,
    ...Object.fromEntries(said),
  });
}

/** The points for results that the tasks alone say, whatever people judge. */
export function toldResults(facts: ReviewFacts): number | undefined {
  return computedResults(facts, {});
}

/** All points; undefined while those for results are not known. */
export function totalPoints(common: number, results: number | undefined): number | undefined {
  return results === undefined ? undefined : rounded(common + results);
}
