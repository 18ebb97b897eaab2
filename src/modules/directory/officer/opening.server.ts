import { noteOpening } from '#platform/audit/opening.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/** What of an officer a page or file shows. */
export type OfficerField = 'fullName' | 'positionTitle' | 'unitName' | 'signInName' | 'roles';

/** Notes that a page shows so many officers, and what of each. */
export function noteOfficersSeen(ctx: Ctx, officers: number, fields: readonly OfficerField[]): void {
  const list = { recordKind: 'officer-list', recordId: ctx.tenant.id };
  noteOpening(ctx, { act: 'directory.officer.see', ...list, shown: { officers, fields } });
}

/** Notes that a page shows one officer. */
export function noteOfficerSeen(ctx: Ctx, officerId: string, fields: readonly OfficerField[]): void {
  const record = { recordKind: 'officer', recordId: officerId };
  noteOpening(ctx, { act: 'directory.officer.see', ...record, shown: { fields } });
}
