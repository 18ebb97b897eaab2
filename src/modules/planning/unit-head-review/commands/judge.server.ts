import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { listMonthWork } from '../month-work.server.ts';
import * as policy from '../policy.ts';
import { lastOf } from '../present-judgement.ts';
import type { ReviewEvent } from '../queries.server.ts';
import { computedResults, factsOf, type JudgedPercents, totalPoints } from '../review-facts.ts';
import { dataDay, isOver } from '../review-month.ts';
import { gradeOf, partsToJudge, type ReviewRules } from '../review-rules.ts';
import { findRules } from '../rules.server.ts';
import { tellOfReview } from '../tell-review.server.ts';
import { type Grade, stateAfter } from '../unit-head-review.ts';
import { lockReview, writeDeed } from './locked-review.server.ts';

/** What somebody gives: points for common criteria, the parts that people judge, and why. */
export interface Scoring {
  readonly common: number;
  readonly judged: JudgedPercents;
  readonly text: string;
  readonly version: number;
}

/** What is proposed or decided besides: the grade, and points for results where they are not as worked out. */
export interface Grading extends Scoring {
  readonly results: number | null;
  readonly grade: Grade;
}

export type JudgeRefusal =
  | 'wrong-state'
  | 'changed-meanwhile'
  | 'not-over'
  | 'no-rules'
  | 'common-too-high'
  | 'part-missing';
export type GradeRefusal = JudgeRefusal | 'results-missing' | 'results-too-high' | 'reason-missing';

/** The head says how the month was: points for common criteria with a comment. Anew until somebody proposes. */
export function scoreReview(
  ctx: Ctx,
  reviewId: string,
  given: Scoring,
): Promise<Outcome<undefined, JudgeRefusal>> {
  return act<undefined, JudgeRefusal>(ctx, 'planning.unit-head-review.score', async (tx) => {
    const review = await lockReview(ctx, tx, reviewId);
    must(policy.may(ctx.actor, 'score', review));
    const to = stateAfter(review.state, 'score');
    if (!to) return refused('wrong-state');
    if (review.version !== given.version) return refused('changed-meanwhile');
    const rules = await findRules(ctx, review.month);
    const refusal = scoringRefusal(given, rules, isOver(review.month, ctx.clock.today()));
    if (refusal) return refused(refusal);
    const columns = { common: given.common, parts: JSON.stringify(given.judged) };
    await writeDeed(ctx, tx, review, 'score', to, { text: given.text, columns });
    await tellOfReview(ctx, tx, review, 'score');
    return done();
  });
}

/** A leader proposes points and grade, with the reason. Anew until it is decided. Nobody proposes about themselves. */
export function proposeReview(
  ctx: Ctx,
  reviewId: string,
  given: Grading,
): Promise<Outcome<undefined, GradeRefusal>> {
  return grade(ctx, reviewId, 'propose', given);
}

/**
 * Decides about a month that is over, and keeps the figures, the rules and the tasks behind them as they are now. What
 * differs from the proposal or from what the tasks say needs a reason. Nobody decides about themselves.
 */
export function decideReview(
  ctx: Ctx,
  reviewId: string,
  given: Grading,
): Promise<Outcome<undefined, GradeRefusal>> {
  return grade(ctx, reviewId, 'decide', given);
}

function grade(
  ctx: Ctx,
  reviewId: string,
  deed: 'propose' | 'decide',
  given: Grading,
): Promise<Outcome<undefined, GradeRefusal>> {
  return act<undefined, GradeRefusal>(ctx, `planning.unit-head-review.${deed}`, async (tx) => {
    const review = await lockReview(ctx, tx, reviewId);
    must(policy.may(ctx.actor, deed, review));
    const to = stateAfter(review.state, deed);
    if (!to) return refused('wrong-state');
    if (review.version !== given.version) return refused('changed-meanwhile');
    const rules = await findRules(ctx, review.month);
    const refusal = scoringRefusal(given, rules, isOver(review.month, ctx.clock.today()));
    if (refusal) return refused(refusal);
    if (!rules) return refused('no-rules');
    if (given.results !== null && given.results > rules.resultsMax)
      return refused('results-too-high', { most: rules.resultsMax });
    const work = (await listMonthWork(ctx, review.month, [review.unitId])).get(review.unitId) ?? [];
    const facts = factsOf(work, rules, dataDay(review.month, ctx.clock.today()));
    const computed = computedResults(facts, given.judged);
    const results = given.results ?? computed;
    const total = totalPoints(given.common, results);
    if (total === undefined) return refused('results-missing');
    const differs =
      results !== computed ||
      given.grade !== gradeOf(rules, total) ||
      (deed === 'decide' && !saysTheSame(given, lastOf(review, 'proposed')));
    if (differs && given.text === '') return refused('reason-missing');
    await writeDeed(ctx, tx, review, deed, to, {
      text: given.text,
      columns: {
        common: given.common,
        parts: JSON.stringify(given.judged),
        results: given.results,
        total,
        grade: given.grade,
        ...(deed === 'decide' && { facts: JSON.stringify(facts), work: JSON.stringify(work) }),
      },
      ...(deed === 'decide' && { decided: { total, grade: given.grade } }),
    });
    await tellOfReview(ctx, tx, review, deed);
    return done();
  });
}

function scoringRefusal(
  given: Scoring,
  rules: ReviewRules | undefined,
  isMonthOver: boolean,
): JudgeRefusal | undefined {
  if (!isMonthOver) return 'not-over';
  if (!rules) return 'no-rules';
  if (given.common > rules.commonMax) return 'common-too-high';
  const isWhole = partsToJudge(rules).every((part) => (given.judged[part] ?? null) !== null);
  return isWhole ? undefined : 'part-missing';
}

/** Whether a decision says what was proposed. */
function saysTheSame(given: Grading, proposal: ReviewEvent | undefined): boolean {
  return (
    proposal !== undefined &&
    proposal.common === given.common &&
    proposal.results === given.results &&
    proposal.grade === given.grade &&
    (['unit', 'organising', 'uniting'] as const).every(
      (part) => (proposal.judged[part] ?? null) === (given.judged[part] ?? null),
    )
  );
}
