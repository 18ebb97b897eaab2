/** The words by which a selection stands in an address. */
export const chosenWord = 'chon';
export const allWord = 'tat-ca';
export const deedWord = 'viec';
/** Draws the page with every box ticked. */
export const tickedWord = 'chon-het';

/** Whether the page is to be drawn with every box ticked. */
export function areAllTicked(query: URLSearchParams): boolean {
  return query.get(tickedWord) === '1';
}
