/** What becomes of hand-in days on days off. */
export const reportRuleLink = '/ky-bao-cao/ngay-nghi';

/** One period; `sua` and `gui` are forms of it (GET and POST), the others are sent (POST). */
export function reportPeriodLink(
  periodId: string,
  deed?: 'sua' | 'gui' | 'mo-lai' | 'bo' | 'lay-lai',
): string {
  return deed ? `/ky-bao-cao/${periodId}/${deed}` : `/ky-bao-cao/${periodId}`;
}

/** The report of one unit for a period; `deed` is a form of its page (POST). */
export function reportHandInLink(
  handInId: string,
  deed?: 'nop' | 'rut-lai' | 'nhan' | 'tra-lai' | 'mien' | 'hoan-tac' | 'nhac',
): string {
  return deed ? `/nop-bao-cao/${handInId}/${deed}` : `/nop-bao-cao/${handInId}`;
}
