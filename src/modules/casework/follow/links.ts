/** Begins or stops following a record (POST): `recordLink` is the address of the record. */
export function followLink(recordLink: string, deed: 'theo-doi' | 'thoi-theo-doi'): string {
  return `${recordLink}/${deed}`;
}
