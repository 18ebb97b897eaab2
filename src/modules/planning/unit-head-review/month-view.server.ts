import { noteOpening } from '#platform/audit/opening.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { countWork, type WorkCounts } from './counted-work.ts';
import { type HeadedUnit, listAbsences, listHeadedUnits, type MonthAbsence } from './month-heads.server.ts';
import { listMonthWork } from './month-work.server.ts';
import { presentJudgement, standingDecision } from './present-judgement.ts';
import { listReviews, type ReviewRecord } from './queries.server.ts';
import { factsOf, type ReviewFacts } from './review-facts.ts';
import { dataDay, isOver, type ReviewMonth } from './review-month.ts';
import type { ReviewRules } from './review-rules.ts';
import { findRules } from './rules.server.ts';
import type { Grade } from './unit-head-review.ts';

/** A unit in a month: its head, what the tasks say, and where its evaluation stands. */
export interface UnitMonth {
  readonly unit: HeadedUnit;
  readonly absences: readonly MonthAbsence[];
  readonly review: ReviewRecord | undefined;
  /** As kept by the decision, else as the tasks say now. */
  readonly counts: WorkCounts;
  readonly facts: ReviewFacts | undefined;
  readonly total: number | null;
  readonly grade: Grade | null;
}

export interface MonthView {
  readonly month: ReviewMonth;
  readonly day: PlainDate;
  readonly isOver: boolean;
  /** Undefined for a month before the rules. */
  readonly rules: ReviewRules | undefined;
  readonly rows: readonly UnitMonth[];
}

/** A month of all units of which this person may read, in a handful of queries; notes that it was opened. */
export async function readMonth(ctx: Ctx, month: ReviewMonth): Promise<MonthView> {
  const today = ctx.clock.today();
  const day = dataDay(month, today);
  const units = await listHeadedUnits(ctx, month);
  const officerIds = units.flatMap(({ heads }) => heads.map(({ officerId }) => officerId));
  const absences = officerIds.length > 0 ? await listAbsences(ctx, month, officerIds) : [];
  const reviews = new Map((await listReviews(ctx, month)).map((review) => [review.unitId, review]));
  const rules = await findRules(ctx, month);
  const work = await listMonthWork(
    ctx,
    month,
    units.map(({ id }) => id),
  );
  const rows = units.map((unit): UnitMonth => {
    const review = reviews.get(unit.id);
    const items = work.get(unit.id) ?? [];
    const kept = review && standingDecision(review)?.facts;
    const facts = kept ?? (rules && factsOf(items, rules, day));
    const judged = review && presentJudgement(review);
    return {
      unit,
      absences: absences.filter(({ officerId }) => unit.heads.some((head) => head.officerId === officerId)),
      review,
      facts,
      counts: facts?.counts ?? countWork(items),
      total: judged?.total ?? null,
      grade: judged?.grade ?? null,
    };
  });
  noteOpening(ctx, {
    act: 'planning.unit-head-review.see',
    recordKind: 'tenant',
    recordId: ctx.tenant.id,
    shown: { month: month.key, reviews: rows.length },
  });
  return { month, day, rules, rows, isOver: isOver(month, today) };
}
