import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { WaitingKind } from '../waiting-task/waiting-task.ts';

/** The parts that tasks have in a letter of the morning, in order. */
export const digestKeys = ['late', 'today', 'soon', 'waiting'] as const;
export type DigestKey = (typeof digestKeys)[number];

/** What is asked of the person about a task, where it is more than doing it. */
export const inLetter = ['approve', 'again', 'accept', 'give', 'due-asked', 'contribution'] as const;
export type InLetter = (typeof inLetter)[number];

/** Where a task that waits for somebody stands in the letter, and what it says there. */
export interface Placed {
  readonly part: DigestKey;
  readonly says: InLetter | null;
}

/**
 * Late and due work first, whatever is to be done with it; what waits for an answer is told every morning until it is
 * answered, work itself only when its day comes near. What waits for an event asks nothing of anybody.
 */
export function partOf(
  kind: WaitingKind,
  dueOn: PlainDate | null,
  today: PlainDate,
  soonUntil: PlainDate,
): Placed | undefined {
  if (kind === 'event') return undefined;
  const says = kind === 'do' ? null : kind;
  if (kind === 'do' || kind === 'again') {
    if (dueOn !== null && dueOn < today) return { part: 'late', says };
    if (dueOn === today) return { part: 'today', says };
    if (dueOn !== null && dueOn <= soonUntil) return { part: 'soon', says };
    if (kind === 'do') return undefined;
  }
  return { part: 'waiting', says };
}
