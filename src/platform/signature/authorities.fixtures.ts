import { webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

/** A certificate with its key, made for a test. */
export interface Holder {
  readonly name: string;
  readonly certificate: pkijs.Certificate;
  readonly der: Buffer;
  readonly key: webcrypto.CryptoKey;
  readonly pem: string;
}

/** What a certificate of a test says. */
export interface CertificatePlan {
  readonly name: string;
  readonly organisation?: string;
  /** Absent for one that signs itself. */
  readonly issuer?: Holder;
  readonly isAuthority?: boolean;
  readonly kind?: 'rsa' | 'ec';
  readonly rsaBits?: number;
  readonly from?: string;
  readonly until?: string;
  /** Extended purposes, by their identifiers. */
  readonly purposes?: readonly string[];
  readonly pathLength?: number;
}

export const timeStampingPurpose = '1.3.6.1.5.5.7.3.8';
let serial = 1;

/** Makes a certificate and its key. */
export async function makeHolder(plan: CertificatePlan): Promise<Holder> {
  const keys = await webcrypto.subtle.generateKey(
    plan.kind === 'ec'
      ? { name: 'ECDSA', namedCurve: 'P-256' }
      : {
          name: 'RSASSA-PKCS1-v1_5',
          hash: 'SHA-256',
          modulusLength: plan.rsaBits ?? 2_048,
          publicExponent: new Uint8Array([1, 0, 1]),
        },
    true,
    ['sign', 'verify'],
  );
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  serial += 1;
  certificate.serialNumber = new asn1js.Integer({ value: serial });
  addName(certificate.subject, '2.5.4.3', plan.name);
  if (plan.organisation) addName(certificate.subject, '2.5.4.10', plan.organisation);
  for (const one of plan.issuer?.certificate.subject.typesAndValues ?? certificate.subject.typesAndValues)
    certificate.issuer.typesAndValues.push(one);
  certificate.notBefore.value = new Date(plan.from ?? '2025-01-01T00:00:00Z');
  certificate.notAfter.value = new Date(plan.until ?? '2036-01-01T00:00:00Z');
  certificate.extensions = extensionsOf(plan);
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(plan.issuer?.key ?? keys.privateKey, 'SHA-256');
  const der = Buffer.from(certificate.toSchema(true).toBER());
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    name: plan.name,
    certificate,
    der,
    key: keys.privateKey,
    pem: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  };
}

function addName(names: pkijs.RelativeDistinguishedNames, type: string, value: string): void {
  names.typesAndValues.push(
    new pkijs.AttributeTypeAndValue({ type, value: new asn1js.Utf8String({ value }) }),
  );
}

function extensionsOf({ isAuthority = false, purposes, pathLength }: CertificatePlan): pkijs.Extension[] {
  const constraints = new pkijs.BasicConstraints({
    cA: isAuthority,
    ...(pathLength === undefined ? {} : { pathLenConstraint: pathLength }),
  });
  const usage = new asn1js.BitString({
    valueHex: new Uint8Array([isAuthority ? 0b0000_0110 : 0b1100_0000]).buffer,
    unusedBits: 1,
  });
  return [
    extension('2.5.29.19', constraints.toSchema()),
    extension('2.5.29.15', usage),
    ...(purposes
      ? [extension('2.5.29.37', new pkijs.ExtKeyUsage({ keyPurposes: [...purposes] }).toSchema())]
      : []),
  ];
}

function extension(extnID: string, value: { toBER(): ArrayBuffer }): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical: true, extnValue: value.toBER() });
}
