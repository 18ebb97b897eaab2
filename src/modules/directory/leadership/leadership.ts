import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';

/** Who leads the office, and which leader is in charge of which unit, as it counts on a day. */
export interface Leadership {
  /** 0 where nobody has been named yet. */
  readonly version: number;
  readonly validFrom: PlainDate | null;
  readonly chairId: Id<'officer'> | null;
  readonly inChargeOf: ReadonlyMap<Id<'unit'>, Id<'officer'>>;
}

/** One saving of it. */
export interface LeadershipVersion {
  readonly version: number;
  readonly validFrom: PlainDate;
  readonly at: Date;
  readonly actorName: string;
}

/** What is to count from a day on. */
export interface NewLeadership {
  readonly chairId: string | null;
  readonly inChargeOf: ReadonlyMap<string, string>;
  readonly validFrom: PlainDate;
  /** The version that was seen when the editing began. */
  readonly version: number;
}

/** Whether a position is by its title one that leads the whole office. */
export function leadsOffice(positionTitle: string): boolean {
  return /^(?:q\. ?|quyền )?(?:phó )?(?:chủ tịch|bí thư)/iu.test(positionTitle.normalize('NFC').trim());
}
