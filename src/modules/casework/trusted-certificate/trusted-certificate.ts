import type { Id } from '#platform/db/id.ts';

/** A certificate of an authority that the office trusts to vouch for those who sign papers. */
export interface TrustedCertificate {
  readonly id: Id<'trusted-certificate'>;
  readonly name: string;
  readonly organisation: string | null;
  readonly issuer: string;
  /** SHA-256, 64 hex digits. */
  readonly fingerprint: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly addedByName: string;
  readonly addedAt: Date;
}

/** The national authority, those below it and the government's own are a dozen; more than this nobody looks through. */
export const mostTrusted = 100;
/** A file of certificates is a few thousand letters. */
export const mostFileBytes = 256 * 1024;
/** So many certificates of one file are taken at once. */
export const mostAtOnce = 20;

/** How a certificate stands on a day. */
export function standingOf(
  { notBefore, notAfter }: Pick<TrustedCertificate, 'notBefore' | 'notAfter'>,
  now: Date,
): 'valid' | 'expired' | 'to-come' {
  if (now > notAfter) return 'expired';
  return now < notBefore ? 'to-come' : 'valid';
}

/** A fingerprint in pairs, as other programs show it to be compared. */
export function fingerprintWords(fingerprint: string): string {
  return (fingerprint.toUpperCase().match(/../g) ?? []).join(' ');
}
