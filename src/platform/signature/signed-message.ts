import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { extensionOf, type ReadCertificate, readCertificate } from './certificate.ts';
import { fitsKey, hashNameOf } from './signature-algorithm.ts';
import type { SignatureProblem } from './signature-report.ts';

/** A signed message as it was read: who signed, what arithmetic says of it, and what was signed along with the content. */
export interface SignedMessage {
  /** Null where the signature fits. */
  readonly problem: SignatureProblem | null;
  readonly signer: ReadCertificate | undefined;
  /** The certificates that came with it. */
  readonly brought: readonly ReadCertificate[];
  /** When the signer says to have signed. */
  readonly claimedAt: Date | undefined;
  /** The token of an authority of time over the signature, if there is one. */
  readonly timestamp: Uint8Array | undefined;
  readonly signature: Buffer;
  /** The content, where the message holds it itself. */
  readonly content: Buffer | undefined;
}

const oid = {
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  timestampToken: '1.2.840.113549.1.9.16.2.14',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;
/** Revocation lists that some signers put in are long; beyond this nobody means well. */
const limits = { maxDepth: 60, maxNodes: 200_000, maxContentLength: 4 * 1024 * 1024 };
const mostCertificates = 60;

/** What a message could not be read for. */
export class UnreadableMessage extends Error {
  override readonly name = 'UnreadableMessage';
}

/**
 * Reads a signed message (CMS) and tells whether its signature fits the content. Throws `UnreadableMessage`.
 * @param hashOf gives the hash of the content by the name of the way to hash; for a message that holds it, leave it out
 * @param contentType what kind of content the signer must have named
 */
export function readSignedMessage(
  der: Uint8Array,
  contentType: string,
  hashOf?: (hash: string) => Buffer,
): SignedMessage {
  try {
    return read(der, contentType, hashOf);
  } catch (cause) {
    throw cause instanceof UnreadableMessage ? cause : new UnreadableMessage('not a message', { cause });
  }
}

function read(
  der: Uint8Array,
  contentType: string,
  hashOf: ((hash: string) => Buffer) | undefined,
): SignedMessage {
  const bytes = Buffer.from(der);
  const { offset, result } = asn1js.fromBER(bytes, limits);
  // The gap is filled up with noughts; anything else behind the message was put there by somebody.
  if (offset < 1 || bytes.subarray(offset).some((byte) => byte !== 0))
    throw new UnreadableMessage('more than a message');
  const outer = new pkijs.ContentInfo({ schema: result });
  if (outer.contentType !== oid.signedData) throw new UnreadableMessage('not signed');
  const signed = new pkijs.SignedData({ schema: outer.content });
  const [info, ...more] = signed.signerInfos;
  if (!info || more.length > 0) throw new UnreadableMessage('not one signer');
  if (signed.encapContentInfo.eContentType !== contentType) throw new UnreadableMessage('other content');
  const brought = certificatesOf(signed);
  const content = contentOf(signed);
  if ((content === undefined) === (hashOf === undefined)) throw new UnreadableMessage('content misplaced');
  const signer = brought.find((one) => isNamedBy(info, one));
  const attributes = info.signedAttrs?.attributes;
  const message = {
    signer,
    brought,
    content,
    claimedAt: timeIn(firstValue(attributes, oid.signingTime)),
    timestamp: tokenOf(info),
    signature: Buffer.from(info.signature.valueBlock.valueHexView),
  };
  const hashed = hashNameOf(info.digestAlgorithm.algorithmId);
  if ('problem' in hashed) return { ...message, problem: hashed.problem };
  const digest = hashOf
    ? hashOf(hashed.hash)
    : createHash(hashed.hash)
        .update(content ?? '')
        .digest();
  return { ...message, problem: problemOf(info, message, { ...hashed, digest, contentType }) };
}

function problemOf(
  info: pkijs.SignerInfo,
  { signer, signature }: { signer: ReadCertificate | undefined; signature: Buffer },
  { hash, digest, contentType }: { hash: string; digest: Buffer; contentType: string },
): SignatureProblem | null {
  if (!signer) return 'unreadable';
  const { signedAttrs } = info;
  // Without attributes the bare hash would be signed, which papers never are: the same bytes could be a list of attributes.
  if (!signedAttrs) return 'algorithm';
  const { attributes } = signedAttrs;
  const named = firstValue(attributes, oid.contentType);
  if (!(named instanceof asn1js.ObjectIdentifier) || named.getValue() !== contentType) return 'unreadable';
  const said = firstValue(attributes, oid.messageDigest);
  if (!(said instanceof asn1js.OctetString)) return 'unreadable';
  if (!digest.equals(Buffer.from(said.valueBlock.valueHexView))) return 'content-changed';
  if (!isSameSigner(firstValue(attributes, oid.signingCertificateV2), signer)) return 'wrong-key';
  const bytes = Buffer.from(signedAttrs.encodedValue);
  const fits = fitsKey({ bytes, signature, hash }, info.signatureAlgorithm, signer.keyed.publicKey);
  if (fits === 'yes') return null;
  return fits === 'no' ? 'wrong-key' : fits;
}

function certificatesOf({ certificates = [] }: pkijs.SignedData): ReadCertificate[] {
  return certificates.slice(0, mostCertificates).flatMap((one) => {
    if (!(one instanceof pkijs.Certificate)) return [];
    return readCertificate(new Uint8Array(one.toSchema().toBER())) ?? [];
  });
}

function contentOf({ encapContentInfo: { eContent } }: pkijs.SignedData): Buffer | undefined {
  return eContent ? Buffer.from(eContent.getValue()) : undefined;
}

function isNamedBy({ sid }: pkijs.SignerInfo, one: ReadCertificate): boolean {
  if (sid instanceof pkijs.IssuerAndSerialNumber)
    return sid.serialNumber.isEqual(one.parsed.serialNumber) && sid.issuer.isEqual(one.parsed.issuer);
  const own: unknown = extensionOf(one, '2.5.29.14')?.parsedValue;
  const asked = sid instanceof asn1js.BaseBlock ? Buffer.from(sid.valueBeforeDecodeView) : undefined;
  if (!(own instanceof asn1js.OctetString) || !asked) return false;
  return asked.subarray(-own.valueBlock.valueHexView.length).equals(Buffer.from(own.valueBlock.valueHexView));
}

/** ESS signing-certificate-v2: the signer has signed which certificate is meant; absent, nothing is contradicted. */
function isSameSigner(value: asn1js.BaseBlock | undefined, signer: ReadCertificate): boolean {
  if (value === undefined) return true;
  if (!(value instanceof asn1js.Sequence)) return false;
  const certificates = value.valueBlock.value[0];
  const first = certificates instanceof asn1js.Sequence ? certificates.valueBlock.value[0] : undefined;
  if (!(first instanceof asn1js.Sequence)) return false;
  const [head, next] = first.valueBlock.value;
  const hashed =
    head instanceof asn1js.Sequence && head.valueBlock.value[0] instanceof asn1js.ObjectIdentifier
      ? hashNameOf(head.valueBlock.value[0].getValue())
      : { hash: 'sha256' };
  const said = head instanceof asn1js.OctetString ? head : next;
  if ('problem' in hashed || !(said instanceof asn1js.OctetString)) return false;
  return createHash(hashed.hash)
    .update(signer.der)
    .digest()
    .equals(Buffer.from(said.valueBlock.valueHexView));
}

function firstValue(
  attributes: readonly pkijs.Attribute[] | undefined,
  type: string,
): asn1js.BaseBlock | undefined {
  const found = attributes?.filter((one) => one.type === type) ?? [];
  const value: unknown = found.length === 1 ? found[0]?.values[0] : undefined;
  return value instanceof asn1js.BaseBlock ? value : undefined;
}

function timeIn(value: asn1js.BaseBlock | undefined): Date | undefined {
  const isTime = value instanceof asn1js.UTCTime || value instanceof asn1js.GeneralizedTime;
  const date = isTime ? value.toDate() : undefined;
  return date && !Number.isNaN(date.getTime()) ? date : undefined;
}

function tokenOf({ unsignedAttrs }: pkijs.SignerInfo): Uint8Array | undefined {
  const value = firstValue(unsignedAttrs?.attributes, oid.timestampToken);
  return value ? new Uint8Array(value.toBER()) : undefined;
}
