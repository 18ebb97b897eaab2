/** The authorities that the office trusts, and how evidence is flagged; or the form that adds one. */
export function trustedCertificatesLink(form?: 'them' | 'muc-dung'): string {
  return ['/quan-tri/chu-ky-so', form].filter(Boolean).join('/');
}

/** What is done to one trusted certificate (POST). */
export function trustedCertificateLink(certificateId: string, deed: 'bo' | 'khoi-phuc'): string {
  return `${trustedCertificatesLink()}/${certificateId}/${deed}`;
}

/** What people were reminded of, as the query filters it. */
export function remindersLink(query: Readonly<Record<string, string>> = {}): string {
  const given = new URLSearchParams(query).toString();
  return given === '' ? '/so-don-doc' : `/so-don-doc?${given}`;
}

/** The part of an address that narrows the reminders to one record. */
export const remindedRecordField = 'viec';
