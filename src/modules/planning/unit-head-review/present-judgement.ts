import type { ReviewEvent, ReviewRecord } from './queries.server.ts';
import type { ReviewEventKind } from './unit-head-review.ts';

/** What was judged last in one way; undefined where nobody has yet. */
export function lastOf(review: Pick<ReviewRecord, 'events'>, kind: ReviewEventKind): ReviewEvent | undefined {
  return review.events.findLast((event) => event.kind === kind);
}

/** The decision that stands; undefined before it and after it was reopened. */
export function standingDecision(review: ReviewRecord): ReviewEvent | undefined {
  return review.state === 'decided' ? lastOf(review, 'decided') : undefined;
}

/** What holds for now: the decision, else the proposal, else what the head said. */
export function presentJudgement(review: ReviewRecord): ReviewEvent | undefined {
  return standingDecision(review) ?? lastOf(review, 'proposed') ?? lastOf(review, 'scored');
}
