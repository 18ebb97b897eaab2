import { createHash } from 'node:crypto';
import { issuerNameOf, namesOf, type ReadCertificate } from './certificate.ts';
import { vouchFor } from './certificate-path.ts';
import type { Signature, SignatureProblem, SignatureReport } from './signature-report.ts';
import { bytesInGap, findSignaturePlaces, parsePdfDate, type SignaturePlace } from './signature-places.ts';
import { readSignedMessage, type SignedMessage, UnreadableMessage } from './signed-message.ts';
import { signingTimeOf } from './signing-time.ts';

/** The kinds whose signature is looked into: a signed message beside the bytes that it covers. */
const checkedKinds = ['adbe.pkcs7.detached', 'ETSI.CAdES.detached'];
const data = '1.2.840.113549.1.7.1';
/** More signatures than this nobody puts on one paper; the others are counted. */
const mostSignatures = 20;
/** What makes nothing broken, but leaves it open. */
const openProblems: readonly SignatureProblem[] = ['kind', 'weak', 'algorithm'];

/**
 * Looks into the signatures of a PDF: whether each fits the bytes that it covers, whether its certificate leads to one
 * that is trusted, when it was made, and what was added to the file behind it. Revocation is not looked at.
 * @param now by which a certificate is judged where no time of signing is known
 */
export function checkPdfSignatures(
  file: Buffer,
  trusted: readonly ReadCertificate[],
  now: Date,
): SignatureReport {
  const places = findSignaturePlaces(file);
  const signatures = places
    .slice(0, mostSignatures)
    .map((place) => ({ place, found: check(file, place, trusted, now) }));
  // What a later signature covers is vouched for by its signer, who must be trusted, or anybody could sign a change.
  const isAllSigned = signatures.some(
    ({ place, found }) =>
      found.verdict === 'intact' && found.trust === 'trusted' && place.range?.end === file.length,
  );
  return {
    signatures: signatures.map(({ place, found }) => {
      const bytesAfter = place.range ? file.length - place.range.end : 0;
      const after = bytesAfter === 0 ? 'nothing' : isAllSigned ? 'signed' : 'unsigned';
      return { ...found, bytesAfter, after };
    }),
    left: Math.max(0, places.length - mostSignatures),
  };
}

type Found = Omit<Signature, 'bytesAfter' | 'after'>;

function check(file: Buffer, place: SignaturePlace, trusted: readonly ReadCertificate[], now: Date): Found {
  const { range } = place;
  const claimed = place.claimedAt === undefined ? undefined : parsePdfDate(place.claimedAt);
  const bare = (problem: SignatureProblem): Found => ({
    kind: place.kind,
    ...verdictOf(problem),
    signer: null,
    issuer: null,
    trust: null,
    path: [],
    signedAt: claimed?.toISOString() ?? null,
    timeProof: claimed ? 'claimed' : 'none',
  });
  if (!range) return bare('range');
  if (!checkedKinds.includes(place.kind)) return bare('kind');
  let message: SignedMessage;
  try {
    message = readSignedMessage(bytesInGap(file, range), data, (hash) =>
      createHash(hash)
        .update(file.subarray(0, range.gapStart))
        .update(file.subarray(range.gapEnd, range.end))
        .digest(),
    );
  } catch (error) {
    if (error instanceof UnreadableMessage) return bare('unreadable');
    throw error;
  }
  const { signer, problem } = message;
  if (!signer) return bare('unreadable');
  const time = signingTimeOf(message, claimed, trusted);
  const vouched = vouchFor(signer, message.brought, trusted, time.at ?? now, 'document');
  return {
    kind: place.kind,
    ...verdictOf(problem),
    signer: namesOf(signer),
    issuer: issuerNameOf(signer),
    trust: vouched.trust,
    path: [...vouched.path],
    signedAt: time.at?.toISOString() ?? null,
    timeProof: time.proof,
  };
}

function verdictOf(problem: SignatureProblem | null): Pick<Signature, 'verdict' | 'problem'> {
  if (problem === null) return { verdict: 'intact', problem };
  return { verdict: openProblems.includes(problem) ? 'not-checked' : 'broken', problem };
}
