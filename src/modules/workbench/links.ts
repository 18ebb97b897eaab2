/** What needs me now. */
export const homeLink = '/tong-quan';
/** Whether the system is well. */
export const systemLink = '/he-thong';

/** Searches everything that the person may see; without words, the places to go to. */
export function searchLink(typed?: string): string {
  return typed ? `/tim?${new URLSearchParams({ q: typed })}` : '/tim';
}
/** The same answers for the script of a page. */
export const searchDataLink = '/tim.json';
/** What the keys do. */
export const keysLink = '/phim-tat';
