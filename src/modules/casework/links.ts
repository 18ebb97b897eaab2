/** The authorities that the office trusts, and how evidence is flagged; or the form that adds one. */
export function trustedCertificatesLink(form?: 'them' | 'muc-dung'): string {
  return ['/quan-tri/chu-ky-so', form].filter(Boolean).join('/');
}

/** What is done to one trusted certificate (POST). */
export function trustedCertificateLink(certificateId: string, deed: 'bo' | 'khoi-phuc'): string {
  return `${trustedCertificatesLink()}/${certificateId}/${deed}`;
}
