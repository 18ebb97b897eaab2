/** A note on a record, with what it said before; or what is done with it (POST). `recordLink` is the address of the record. */
export function noteLink(recordLink: string, noteId: string, deed?: 'sua' | 'xoa' | 'khoi-phuc'): string {
  return [recordLink, 'ghi-chu', noteId, deed].filter(Boolean).join('/');
}

/** Where a new note is written, with the list of those who can be mentioned (GET), and sent (POST). */
export function newNoteLink(recordLink: string): string {
  return `${recordLink}/ghi-chu/moi`;
}
