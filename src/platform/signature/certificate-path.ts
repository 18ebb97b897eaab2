import type { BitString } from 'asn1js';
import * as pkijs from 'pkijs';
import { extensionOf, namesOf, type ReadCertificate } from './certificate.ts';
import type { SignatureTrust } from './signature-report.ts';

const extension = {
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  extendedKeyUsage: '2.5.29.37',
} as const;
/** Extensions whose meaning is held here, or that forbid nothing where revocation is not looked at. */
const understood = new Set<string>([
  ...Object.values(extension),
  '2.5.29.14',
  '2.5.29.17',
  '2.5.29.31',
  '2.5.29.32',
  '2.5.29.35',
  '1.3.6.1.5.5.7.1.1',
  '1.3.6.1.5.5.7.1.3',
]);
const timeStamping = '1.3.6.1.5.5.7.3.8';
/** The first byte of KeyUsage: digitalSignature, nonRepudiation, keyCertSign. */
const use = { signing: 0b1100_0000, issuing: 0b0000_0100 } as const;
const deepest = 8;
/** Certificates that a signature brings along; more than this nobody needs. */
const mostBrought = 30;
const mostSteps = 300;

/** How far a certificate is vouched for, and by whom, from its issuer up. */
export interface Vouched {
  readonly trust: SignatureTrust;
  readonly path: readonly string[];
}

/**
 * Follows the issuers of a certificate up to one that is trusted, as it stood at a moment: each must be an authority,
 * within its time, allowed to issue so deep, and must have signed the one below. Whether one was revoked is not known.
 * @param purpose what the certificate at the bottom must be good for
 */
export function vouchFor(
  leaf: ReadCertificate,
  brought: readonly ReadCertificate[],
  trusted: readonly ReadCertificate[],
  at: Date,
  purpose: 'document' | 'time',
): Vouched {
  const climb: Climb = {
    known: [...trusted, ...brought.slice(0, mostBrought)],
    trusted,
    at,
    left: mostSteps,
  };
  const found = climbFrom(leaf, climb, []);
  const path = (found ?? furthest(leaf, climb)).map((one) => namesOf(one).name);
  if (leaf.notAfter < at) return { trust: 'expired', path };
  if (leaf.notBefore > at) return { trust: 'not-yet-valid', path };
  if (!isFitFor(leaf, purpose)) return { trust: 'wrong-use', path };
  if (found) return { trust: 'trusted', path };
  return { trust: isSelfSigned(leaf) ? 'self-signed' : 'unknown-issuer', path };
}

interface Climb {
  readonly known: readonly ReadCertificate[];
  readonly trusted: readonly ReadCertificate[];
  readonly at: Date;
  /** Keys that may still be tried: certificates that sign each other in circles end here. */
  left: number;
}

/** The issuers of a certificate up to a trusted one; undefined where no way leads there. */
function climbFrom(
  from: ReadCertificate,
  climb: Climb,
  below: readonly ReadCertificate[],
): ReadCertificate[] | undefined {
  if (hasUnknownDemand(from)) return undefined;
  if (climb.trusted.some((one) => one.der.equals(from.der))) return [];
  if (below.length >= deepest) return undefined;
  const walked = [...below, from];
  for (const issuer of climb.known) {
    if (walked.some((one) => one.der.equals(issuer.der)) || !hasIssued(issuer, from, climb, below.length))
      continue;
    const onwards = climbFrom(issuer, climb, walked);
    if (onwards) return [issuer, ...onwards];
  }
  return undefined;
}

/** The issuers that were brought along though none is trusted: for people, to see who would have to be. */
function furthest(leaf: ReadCertificate, climb: Climb): ReadCertificate[] {
  const path: ReadCertificate[] = [];
  for (let below: ReadCertificate | undefined = leaf; below && path.length < deepest; ) {
    const above = issuerOf(below, climb, [leaf, ...path]);
    if (above) path.push(above);
    below = above;
  }
  return path;
}

function issuerOf(
  child: ReadCertificate,
  climb: Climb,
  passed: readonly ReadCertificate[],
): ReadCertificate | undefined {
  return climb.known.find((one) => !passed.includes(one) && hasIssued(one, child, climb, passed.length - 1));
}

/** @param depth how many authorities stand between `issuer` and the bottom */
function hasIssued(issuer: ReadCertificate, child: ReadCertificate, climb: Climb, depth: number): boolean {
  if (issuer.notBefore > climb.at || issuer.notAfter < climb.at) return false;
  if (!child.keyed.checkIssued(issuer.keyed) || !isAuthority(issuer, depth)) return false;
  climb.left -= 1;
  if (climb.left < 0) return false;
  try {
    return child.keyed.verify(issuer.keyed.publicKey);
  } catch {
    return false;
  }
}

function isAuthority(one: ReadCertificate, depth: number): boolean {
  const parsedValue: unknown = extensionOf(one, extension.basicConstraints)?.parsedValue;
  if (!(parsedValue instanceof pkijs.BasicConstraints) || !parsedValue.cA) return false;
  const longest = parsedValue.pathLenConstraint;
  if (longest !== undefined && (typeof longest === 'number' ? longest : longest.valueBlock.valueDec) < depth)
    return false;
  const usage = usageOf(one);
  return usage === undefined || (usage & use.issuing) !== 0;
}

function isFitFor(leaf: ReadCertificate, purpose: 'document' | 'time'): boolean {
  const usage = usageOf(leaf);
  if (usage !== undefined && (usage & use.signing) === 0) return false;
  const parsedValue: unknown = extensionOf(leaf, extension.extendedKeyUsage)?.parsedValue;
  const purposes = parsedValue instanceof pkijs.ExtKeyUsage ? parsedValue.keyPurposes : undefined;
  // A key that stamps times must say so, and one that says nothing else signs no papers.
  if (purpose === 'time') return purposes?.includes(timeStamping) === true;
  return purposes === undefined || purposes.some((one) => one !== timeStamping);
}

/** The first byte of KeyUsage; undefined where the certificate does not limit its use. */
function usageOf(one: ReadCertificate): number | undefined {
  const found = extensionOf(one, extension.keyUsage);
  if (!found) return undefined;
  const bits = found.parsedValue as BitString | undefined;
  return bits?.valueBlock.valueHexView[0] ?? 0;
}

/** A critical extension that is not understood forbids the use of the certificate, such as limits on names. */
function hasUnknownDemand({ parsed }: ReadCertificate): boolean {
  return (parsed.extensions ?? []).some(({ critical, extnID }) => critical && !understood.has(extnID));
}

function isSelfSigned({ keyed }: ReadCertificate): boolean {
  try {
    return keyed.issuer === keyed.subject && keyed.verify(keyed.publicKey);
  } catch {
    return false;
  }
}

/** Whether a certificate is one of an authority, which may vouch for others. */
export function isAuthorityItself(one: ReadCertificate): boolean {
  return isAuthority(one, 0);
}
