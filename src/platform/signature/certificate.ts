import { X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

/** A certificate, as the library for names and extensions sees it and as the one for keys and signatures does. */
export interface ReadCertificate {
  readonly der: Buffer;
  readonly parsed: pkijs.Certificate;
  readonly keyed: X509Certificate;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Whom a certificate is made out to, as people read it. */
export interface CertificateNames {
  readonly name: string;
  readonly organisation: string | null;
  /** SHA-256 of the certificate, 64 small hex digits. */
  readonly fingerprint: string;
}

const oid = { commonName: '2.5.4.3', organisation: '2.5.4.10', unit: '2.5.4.11' } as const;
const longestName = 300;
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu;
/** Enough for every certificate; revocation lists are never read. */
const limits = { maxDepth: 40, maxNodes: 5_000, maxContentLength: 64 * 1024 };

/** Reads one certificate in DER; undefined where it is none. */
export function readCertificate(der: Uint8Array): ReadCertificate | undefined {
  try {
    const bytes = Buffer.from(der);
    const { offset, result } = asn1js.fromBER(bytes, limits);
    if (offset !== bytes.length) return undefined;
    const parsed = new pkijs.Certificate({ schema: result });
    return {
      der: bytes,
      parsed,
      keyed: new X509Certificate(bytes),
      notBefore: parsed.notBefore.value,
      notAfter: parsed.notAfter.value,
    };
  } catch {
    return undefined;
  }
}

/** The names of a certificate's owner. */
export function namesOf({ parsed, keyed }: ReadCertificate): CertificateNames {
  return {
    name: shownName(parsed.subject),
    organisation: valueOf(parsed.subject, oid.organisation) ?? null,
    fingerprint: keyed.fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}

/** Who issued a certificate, as the certificate itself says. */
export function issuerNameOf({ parsed }: ReadCertificate): string {
  return shownName(parsed.issuer);
}

/** The common name, else what stands in its place. */
function shownName(names: pkijs.RelativeDistinguishedNames): string {
  for (const type of [oid.commonName, oid.organisation, oid.unit]) {
    const value = valueOf(names, type);
    if (value) return value;
  }
  return '?';
}

function valueOf(names: pkijs.RelativeDistinguishedNames, type: string): string | undefined {
  const found = names.typesAndValues.find((one) => one.type === type);
  const value: unknown = found?.value.valueBlock.value;
  if (typeof value !== 'string') return undefined;
  return value.normalize('NFC').replaceAll(hidden, '').trim().slice(0, longestName) || undefined;
}

/** An extension that the library could read; undefined where there is none such. */
export function extensionOf({ parsed }: ReadCertificate, id: string): pkijs.Extension | undefined {
  return parsed.extensions?.find(({ extnID }) => extnID === id);
}
