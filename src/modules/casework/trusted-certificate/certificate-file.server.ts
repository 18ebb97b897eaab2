import {
  issuerNameOf,
  namesOf,
  type ReadCertificate,
  readCertificate,
} from '#platform/signature/certificate.ts';
import { isAuthorityItself } from '#platform/signature/certificate-path.ts';
import { mostAtOnce } from './trusted-certificate.ts';

/** A certificate as it comes in: its bytes, and what it says of itself. */
export interface NewCertificate {
  readonly der: Buffer;
  readonly fingerprint: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly issuer: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export type CertificateFileRefusal = 'no-certificate' | 'private-key' | 'no-authority' | 'too-many-in-file';

const block =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([A-Za-z0-9+/=\s]{100,90000})-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/**
 * Reads a file of certificates, as text (PEM, one or several) or as bytes (DER, one). Refuses a file that holds a private
 * key, which must go nowhere, and a certificate that is no authority's: trust in one person is not said here.
 */
export function readCertificateFile(
  bytes: Uint8Array,
): { readonly certificates: readonly NewCertificate[] } | { readonly refusal: CertificateFileRefusal } {
  const text = Buffer.from(bytes).toString('latin1');
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return { refusal: 'private-key' };
  const blocks = [...text.matchAll(block)].map(([, base64 = '']) => Buffer.from(base64, 'base64'));
  if (blocks.length > mostAtOnce) return { refusal: 'too-many-in-file' };
  const read = (blocks.length > 0 ? blocks : [bytes]).map((der) => readCertificate(der));
  const certificates = read.filter((one) => one !== undefined);
  if (certificates.length === 0 || certificates.length < read.length) return { refusal: 'no-certificate' };
  if (!certificates.every(isAuthorityItself)) return { refusal: 'no-authority' };
  return { certificates: certificates.map(newCertificate) };
}

function newCertificate(one: ReadCertificate): NewCertificate {
  const { name, organisation, fingerprint } = namesOf(one);
  return {
    der: one.der,
    fingerprint,
    name,
    organisation,
    issuer: issuerNameOf(one),
    notBefore: one.notBefore,
    notAfter: one.notAfter,
  };
}
