/** The days on which the office alone is closed or works. */
export const ownDaysLink = '/quan-tri/lich';

/** What is done to one of these days (POST). */
export function ownDayLink(dayId: string, deed: 'bo' | 'khoi-phuc'): string {
  return `${ownDaysLink}/${dayId}/${deed}`;
}
