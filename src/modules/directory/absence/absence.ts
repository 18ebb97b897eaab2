import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';

/** Who is away from the first to the last day, and who stands in meanwhile. */
export interface Absence {
  readonly id: Id<'absence'>;
  readonly officerId: Id<'officer'>;
  readonly officerName: string;
  /** The unit in which the absent officer stands. */
  readonly unitId: Id<'unit'>;
  readonly substituteId: Id<'officer'>;
  readonly substituteName: string;
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate;
  readonly reason: string;
  readonly isCancelled: boolean;
}

export const longestReason = 200;
/** A longer absence is a change of post. */
export const longestAbsenceDays = 366;

export type AbsenceState = 'cancelled' | 'over' | 'now' | 'to-come';

/** What an absence is on a day. */
export function absenceState(
  absence: Pick<Absence, 'fromOn' | 'toOn' | 'isCancelled'>,
  today: PlainDate,
): AbsenceState {
  if (absence.isCancelled) return 'cancelled';
  if (absence.toOn < today) return 'over';
  return absence.fromOn <= today ? 'now' : 'to-come';
}
