import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';

/** A day on which one office alone is closed, or works although offices do not. */
export interface OwnDay {
  readonly id: Id<'own-day'>;
  readonly on: PlainDate;
  readonly kind: 'off' | 'work';
  readonly reason: string;
  readonly addedAt: Date;
  readonly isRemoved: boolean;
}

export const longestReason = 200;
