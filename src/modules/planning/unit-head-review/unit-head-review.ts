import type { Id } from '#platform/db/id.ts';

/** Where the evaluation of a head for one month stands. */
export const reviewStates = ['draft', 'self-scored', 'proposed', 'decided'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** What is done to it, and to which state that leads; what is said anew before the next step stays at its step. */
export const reviewDeeds = ['score', 'propose', 'decide', 'reopen'] as const;
export type ReviewDeed = (typeof reviewDeeds)[number];

const steps: Readonly<Record<ReviewDeed, Partial<Record<ReviewState, ReviewState>>>> = {
  score: { draft: 'self-scored', 'self-scored': 'self-scored' },
  // A head who is away or has left does not score: the month is evaluated all the same.
  propose: { draft: 'proposed', 'self-scored': 'proposed', proposed: 'proposed' },
  decide: { proposed: 'decided' },
  reopen: { decided: 'proposed' },
};

/** The state to which a deed leads; undefined where it cannot be done. */
export function stateAfter(state: ReviewState, deed: ReviewDeed): ReviewState | undefined {
  return steps[deed][state];
}

/** What happened to an evaluation, by the deed that did it. */
export const eventKindOf = {
  score: 'scored',
  propose: 'proposed',
  decide: 'decided',
  reopen: 'reopened',
} as const satisfies Readonly<Record<ReviewDeed, string>>;
export type ReviewEventKind = (typeof eventKindOf)[ReviewDeed];

/** The four grades, the best first. */
export const grades = ['excellent', 'good', 'fulfilled', 'failed'] as const;
export type Grade = (typeof grades)[number];

/** Whose evaluation it is: what rights ask for. */
export interface ReviewRelations {
  readonly officerId: Id<'officer'>;
}

/** The longest comment or reason of a judgement. */
export const longestText = 2_000;
