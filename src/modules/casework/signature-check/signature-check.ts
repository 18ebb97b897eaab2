import type { Signature, SignatureReport } from '#platform/signature/signature-report.ts';

/** What the signatures of a paper amount to, the worst of them in one word. */
export const signatureStandings = ['good', 'doubtful', 'changed', 'broken', 'unsigned', 'unchecked'] as const;
export type SignatureStanding = (typeof signatureStandings)[number];

/** What was found of the signatures of a content, and when. */
export interface SignatureCheck {
  readonly standing: SignatureStanding;
  readonly report: SignatureReport;
  readonly checkedAt: Date;
}

/** The jobs that look into one content, and into all of them once the office trusts others. */
export const checkJobName = 'casework.signature.check';
export const recheckJobName = 'casework.signature.check-anew';

/** A file of this kind may hold signatures that can be looked into. */
export function canBeSigned(mediaType: string): boolean {
  return mediaType === 'application/pdf';
}

/**
 * What a report amounts to: good only where every signature fits, every signer is vouched for, and nothing stands behind
 * the signed bytes that nobody signed.
 */
export function standingOf({ signatures, left }: SignatureReport): SignatureStanding {
  if (signatures.length === 0) return 'unsigned';
  if (signatures.some(({ verdict }) => verdict === 'broken')) return 'broken';
  if (left > 0 || signatures.every(({ verdict }) => verdict === 'not-checked')) return 'unchecked';
  if (signatures.some((one) => one.verdict === 'intact' && one.after === 'unsigned')) return 'changed';
  return signatures.every(isVouchedFor) ? 'good' : 'doubtful';
}

/** A signature that fits, by somebody for whom a trusted authority vouches. */
export function isVouchedFor({ verdict, trust }: Pick<Signature, 'verdict' | 'trust'>): boolean {
  return verdict === 'intact' && trust === 'trusted';
}
