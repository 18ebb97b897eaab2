import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';

export interface Unit {
  readonly id: Id<'unit'>;
  readonly name: string;
  /** A name that stands for many units, such as "the units concerned". */
  readonly isCollective: boolean;
}

/** A unit as its administrator sees it: also when it has ended, and how many officers stand in it. */
export interface KeptUnit extends Unit {
  readonly endedOn: PlainDate | null;
  readonly officerCount: number;
}

export const longestUnitName = 200;
export const longestEndReason = 300;
