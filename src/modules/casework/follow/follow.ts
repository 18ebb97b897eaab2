import type { Id } from '#platform/db/id.ts';

/** Why somebody follows a record: they asked for it, or a note names them. */
export const followReasons = ['asked', 'mentioned'] as const;
export type FollowReason = (typeof followReasons)[number];

/** Somebody who follows a record. */
export interface Follower {
  readonly officerId: Id<'officer'>;
  readonly name: string;
  readonly reason: FollowReason;
}

/** More followers than a page names; the others are counted. */
export const mostNamed = 12;
