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

/** Whether the system is well. */
export const systemLink = '/he-thong';
