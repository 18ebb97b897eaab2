import type { Id } from '#platform/db/id.ts';
import type { Tone } from '#ui/tag/tag.tsx';

/** What one officer was told, as it stands in the list. */
export interface Notice {
  readonly id: Id<'notice'>;
  readonly at: Date;
  readonly recordKind: string;
  readonly recordId: string;
  /** What the record is called now, and its page. */
  readonly title: string;
  readonly href: string;
  readonly kind: string;
  /** What happened. */
  readonly text: string;
  readonly tone: Tone;
  readonly actorName: string;
  readonly note: string;
  /** The absent officer in whose place the person was told. */
  readonly insteadOf: string | null;
  readonly isRead: boolean;
}

/** Counted to here for the bell: nobody reads more than that one by one. */
export const countedUpTo = 999;
