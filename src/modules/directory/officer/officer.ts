import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';

export interface Officer {
  readonly id: Id<'officer'>;
  readonly fullName: string;
  readonly positionTitle: string;
  readonly isHead: boolean;
  readonly unitId: Id<'unit'>;
  readonly unitName: string;
}

/** An officer as the administrator sees them: also who has left, and whether and how they sign in. */
export interface KeptOfficer extends Officer {
  readonly endedOn: PlainDate | null;
  readonly account: OfficerAccount | undefined;
}

export interface OfficerAccount {
  readonly id: Id<'account'>;
  readonly signInName: string;
  readonly isLocked: boolean;
  readonly roleIds: readonly string[];
  /** The password is the one that an administrator gave. */
  readonly hasStartPassword: boolean;
}

export const longestOfficerName = 120;
export const longestTitle = 160;

/** Whether a position is by its title that of the one who heads a unit. */
export function headsUnit(positionTitle: string): boolean {
  return /^(?:q\. ?|quyền )?(?:trưởng |chánh văn phòng|giám đốc|hiệu trưởng|tổ trưởng)/iu.test(
    positionTitle.normalize('NFC').trim(),
  );
}
