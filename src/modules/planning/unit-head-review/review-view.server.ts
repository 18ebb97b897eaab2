import { noteOpening } from '#platform/audit/opening.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { WorkItem } from './counted-work.ts';
import { type HeadedUnit, listAbsences, listHeadedUnits, type MonthAbsence } from './month-heads.server.ts';
import { listMonthWork } from './month-work.server.ts';
import { standingDecision } from './present-judgement.ts';
import {
  type DecidedMonth,
  getFrozenWork,
  getReview,
  listDecided,
  type ReviewRecord,
} from './queries.server.ts';
import { factsOf, type ReviewFacts } from './review-facts.ts';
import { dataDay, isOver, monthBefore, type ReviewMonth } from './review-month.ts';
import { findRules } from './rules.server.ts';

/** How many months the line of a unit's points goes back. */
const monthsBack = 6;

/** One evaluation with everything that its page shows. */
export interface ReviewView {
  readonly review: ReviewRecord;
  readonly isOver: boolean;
  /** As kept by the decision that stands, else as now; undefined without rules for the month. */
  readonly facts: ReviewFacts | undefined;
  /** As the tasks and the rules say now, where a decision keeps others. */
  readonly now: ReviewFacts | undefined;
  readonly heads: HeadedUnit['heads'];
  readonly absences: readonly MonthAbsence[];
  readonly months: readonly ReviewMonth[];
  readonly decided: readonly DecidedMonth[];
}

/** Reads an evaluation for its page, and notes that it was opened; not found where the person may not read it. */
export async function readReview(ctx: Ctx, reviewId: string): Promise<ReviewView> {
  const review = await getReview(ctx, reviewId);
  const { month, unitId } = review;
  noteReviewSeen(ctx, review);
  const present = await presentFacts(ctx, review);
  const kept = standingDecision(review)?.facts ?? undefined;
  const months = Array.from({ length: monthsBack }, (_, at) => monthBefore(month, monthsBack - 1 - at));
  const decided = await listDecided(ctx, months[0] ?? month, month);
  const unit = (await listHeadedUnits(ctx, month)).find(({ id }) => id === unitId);
  return {
    review,
    isOver: isOver(month, ctx.clock.today()),
    facts: kept ?? present,
    now: kept && present,
    heads: unit?.heads ?? [],
    absences: await listAbsences(ctx, month, [review.officerId]),
    months,
    decided: decided.filter((one) => one.unitId === unitId),
  };
}

/** The tasks behind the figures of an evaluation: those that its decision keeps, else those of now. */
export async function readReviewWork(
  ctx: Ctx,
  reviewId: string,
): Promise<{ review: ReviewRecord; isKept: boolean; work: readonly WorkItem[] }> {
  const review = await getReview(ctx, reviewId);
  noteReviewSeen(ctx, review);
  if (standingDecision(review)) return { review, isKept: true, work: await getFrozenWork(ctx, review) };
  const work = await listMonthWork(ctx, review.month, [review.unitId]);
  return { review, isKept: false, work: work.get(review.unitId) ?? [] };
}

/** Notes that somebody looked at the evaluation of a person. */
export function noteReviewSeen(ctx: Ctx, review: ReviewRecord): void {
  noteOpening(ctx, {
    act: 'planning.unit-head-review.see',
    recordKind: 'unit-head-review',
    recordId: review.id,
    shown: { month: review.month.key, unitId: review.unitId },
  });
}

async function presentFacts(ctx: Ctx, { month, unitId }: ReviewRecord): Promise<ReviewFacts | undefined> {
  const rules = await findRules(ctx, month);
  if (!rules) return undefined;
  const work = (await listMonthWork(ctx, month, [unitId])).get(unitId) ?? [];
  const day: PlainDate = dataDay(month, ctx.clock.today());
  return factsOf(work, rules, day);
}
