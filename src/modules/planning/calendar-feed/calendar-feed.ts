import type { Id } from '#platform/db/id.ts';

/** What a feed shows: one's own tasks, those of one's unit, those of a plan, or the days on which reports are handed in. */
export const feedKinds = ['own', 'unit', 'plan', 'reports'] as const;
export type FeedKind = (typeof feedKinds)[number];

/** A secret link to a calendar, as its owner sees it: never the secret. */
export interface CalendarFeed {
  readonly id: Id<'calendar-feed'>;
  readonly name: string;
  readonly kind: FeedKind;
  readonly planTitle: string | null;
  /** What the view was called from which its filter was taken; null where it has none. */
  readonly filterName: string | null;
  /** The first characters of the secret. */
  readonly hint: string;
  readonly renewedAt: Date;
  readonly usedAt: Date | null;
  /** False once it was revoked, or the password of its account was taken away. */
  readonly isOpen: boolean;
}

export const longestFeedName = 80;
/** Links that open something, of one person. */
export const mostFeeds = 20;
/** A calendar of more than these could be read by nobody. */
export const mostEntries = 1_000;
/** After how many minutes a calendar program is asked to look again. */
export const refreshMinutes = 15;
/** The use of a link is noted at most so often, so that reading stays reading. */
export const noteUseEveryMs = 10 * 60_000;
/** For how many days what is done, and what was cancelled, still stands in the calendar. */
export const doneDays = 90;
export const cancelledDays = 30;
