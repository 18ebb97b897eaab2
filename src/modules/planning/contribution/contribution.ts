import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';

/** How far a coordinating unit has come with its part of a task. */
export const contributionStages = ['asked', 'accepted', 'contributed', 'declined', 'sent-back'] as const;
export type ContributionStage = (typeof contributionStages)[number];

/** What is done to a contribution: by the coordinating unit, and the last by the unit that leads. */
export const contributionDeeds = ['accept', 'contribute', 'decline', 'send-back'] as const;
export type ContributionDeed = (typeof contributionDeeds)[number];

/** What may be done at each step, and where it leads. Who declined may think again, and may be asked again. */
export const contributionSteps: Readonly<
  Record<ContributionStage, Partial<Readonly<Record<ContributionDeed, ContributionStage>>>>
> = {
  asked: { accept: 'accepted', contribute: 'contributed', decline: 'declined' },
  accepted: { accept: 'accepted', contribute: 'contributed', decline: 'declined' },
  contributed: { 'send-back': 'sent-back' },
  'sent-back': { contribute: 'contributed', decline: 'declined' },
  declined: { accept: 'accepted', 'send-back': 'asked' },
};

/** The part of one coordinating unit in one task. */
export interface Contribution {
  readonly unitId: Id<'unit'>;
  readonly unitName: string;
  readonly stage: ContributionStage;
  /** Who of the unit is in charge of it. */
  readonly officerId: Id<'officer'> | null;
  readonly officerName: string | null;
  /** What was contributed last; it stays after being sent back. */
  readonly text: string | null;
  /** Why it was declined or sent back. */
  readonly reason: string | null;
  readonly contributedOn: PlainDate | null;
  /** 0 until the unit has answered. */
  readonly version: number;
}

/** True while the task still waits for the unit: asked, at work, or working on it again. */
export function isAwaited({ stage }: Pick<Contribution, 'stage'>): boolean {
  return stage === 'asked' || stage === 'accepted' || stage === 'sent-back';
}
