import { type Query, withQuery } from '#platform/http/with-query.ts';

/** What needs me now. */
export const homeLink = '/tong-quan';
/** What was thrown away and can be brought back. */
export function trashLink(query: { loai?: string | undefined; truoc?: string | undefined } = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `/thung-rac?${new URLSearchParams(given)}` : '/thung-rac';
}

/** Brings one record back (POST). */
export function restoreEntryLink(entryId: string): string {
  return `/thung-rac/${entryId}/khoi-phuc`;
}

/** Keeps what is typed into a form (POST, by the script of a page), and gives it up (POST). */
export const keepFormLink = '/tai-khoan/dang-viet';
export const dropFormLink = `${keepFormLink}/bo`;

/** What waits for the person in every role, or one part of it. */
export function myWorkLink(part?: string): string {
  return part ? `/viec-cua-toi/${part}` : '/viec-cua-toi';
}

/** How many reminders it takes, unit by unit. */
export function remindersByUnitLink(query: Query = {}): string {
  return withQuery('/so-don-doc/theo-don-vi', query);
}

/** What the person was told: what is unread, or all. */
export function noticesLink(query: Query = {}): string {
  return withQuery('/thong-bao', query);
}

/** One notice, where a letter leads to. */
export function noticeLink(noticeId: string): string {
  return `/thong-bao/${noticeId}`;
}

/** Marks one notice as read and opens its record (POST). */
export function openNoticeLink(noticeId: string): string {
  return `/thong-bao/${noticeId}/mo`;
}

/** Marks everything as read (POST). */
export const readAllNoticesLink = '/thong-bao/da-doc';

/** Whether the system is well. */
export const systemLink = '/he-thong';

/** Searches everything that the person may see; without words, the places to go to. */
export function searchLink(typed?: string): string {
  return withQuery('/tim', { q: typed });
}
/** The same answers for the script of a page. */
export const searchDataLink = '/tim.json';
/** What the keys do. */
export const keysLink = '/phim-tat';

/** The audit of the tenant, filtered as the query says. */
export function auditLink(query: Query = {}): string {
  return withQuery('/nhat-ky', query);
}

/** The lines of a filter on one page, for printing. */
export const auditPrintLink = '/nhat-ky/in';

/** The sealed chain as JSON Lines, from the line after this place. */
export function auditChainLink(after: number): string {
  return withQuery('/nhat-ky.jsonl', { sau: after > 0 ? String(after) : undefined });
}
