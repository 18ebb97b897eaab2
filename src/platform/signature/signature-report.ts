import { z } from 'zod';

/** What was found of one signature by arithmetic alone: it fits its bytes, it does not, or nobody could say. */
export const signatureVerdicts = ['intact', 'broken', 'not-checked'] as const;

/** Why a signature is broken, or was not checked. */
export const signatureProblems = [
  /** The range of bytes is not one from the start, with a gap that holds the signature alone. */
  'range',
  /** What stands in the gap is no signature that can be read. */
  'unreadable',
  /** The signed bytes were changed. */
  'content-changed',
  /** The signature does not fit the key of its certificate. */
  'wrong-key',
  /** Of a kind that is not looked into. */
  'kind',
  /** By a hash or a key that anybody with some money can forge. */
  'weak',
  /** By an algorithm that is not known here. */
  'algorithm',
] as const;

/** How far the certificate of a signer is vouched for at the time of signing. */
export const signatureTrusts = [
  'trusted',
  'self-signed',
  'unknown-issuer',
  'expired',
  'not-yet-valid',
  'wrong-use',
] as const;

/** What proves the time of signing: a token of an authority that is trusted, one of another, the signer's own word, nothing. */
export const timeProofs = ['timestamp', 'unknown-timestamp', 'claimed', 'none'] as const;

/** What stands in the file behind the signed bytes: nothing, what a later signature covers, what nobody signed. */
export const afterwards = ['nothing', 'signed', 'unsigned'] as const;

const name = z.string().max(300);

const certificateNames = z.object({
  name,
  organisation: name.nullable(),
  /** SHA-256 of the certificate, 64 hex digits. */
  fingerprint: z.string().max(64),
});

export const signatureSchema = z.object({
  /** The kind as the file names it, such as `ETSI.CAdES.detached`; empty where it names none. */
  kind: z.string().max(80),
  verdict: z.enum(signatureVerdicts),
  problem: z.enum(signatureProblems).nullable(),
  /** Whom the certificate names; claimed only, while the verdict is not intact. */
  signer: certificateNames.nullable(),
  issuer: name.nullable(),
  trust: z.enum(signatureTrusts).nullable(),
  /** From the signer's issuer up, as far as the certificates lead. */
  path: z.array(name).max(20),
  signedAt: z.iso.datetime().nullable(),
  timeProof: z.enum(timeProofs),
  /** Bytes of the file behind the signed ones. */
  bytesAfter: z.int().min(0),
  after: z.enum(afterwards),
});

/** What the signatures of a file say; `left` counts those that were too many to be looked at. */
export const reportSchema = z.object({
  signatures: z.array(signatureSchema).max(50),
  left: z.int().min(0),
});

export type Signature = z.infer<typeof signatureSchema>;
export type SignatureProblem = (typeof signatureProblems)[number];
export type SignatureTrust = (typeof signatureTrusts)[number];
export type SignatureReport = z.infer<typeof reportSchema>;
