import type { Id } from '#platform/db/id.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';

/** A record that was thrown away and can be brought back until its time is over. */
export interface TrashEntry {
  readonly id: Id<'trash-entry'>;
  readonly kind: TrashKind;
  readonly recordId: string;
  readonly title: string;
  /** Why, in the words of the person; empty where nobody was asked or nothing was said. */
  readonly reason: string;
  readonly actorName: string;
  readonly thrownAt: Date;
  /** From this moment on the daily job removes it for good. */
  readonly purgedFrom: Date;
}

const dayMs = 24 * 3_600_000;

/** When something thrown away is removed for good: so many days later. */
export function purgedFrom(thrownAt: Date, keptDays: number): Date {
  return new Date(thrownAt.getTime() + keptDays * dayMs);
}

/** How many days are left, one begun counting whole; at least 0. */
export function daysLeft(entry: Pick<TrashEntry, 'purgedFrom'>, now: Date): number {
  return Math.max(0, Math.ceil((entry.purgedFrom.getTime() - now.getTime()) / dayMs));
}
