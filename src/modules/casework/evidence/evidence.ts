import type { Id } from '#platform/db/id.ts';
import type { SignatureStanding } from '../signature-check/signature-check.ts';
import { contradictsIssuer } from './issuing-body.ts';

/** What can prove something: a file, an address, a record of the office, a document by its number. */
export const evidenceKinds = ['file', 'link', 'record', 'document'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Number and sign, day and issuing body of the document that a proof is. */
export interface DocumentFacts {
  readonly number: string | null;
  /** YYYY-MM-DD. */
  readonly issuedOn: string | null;
  readonly issuer: string | null;
}

/** The file of a proof, as it is held. */
export interface EvidenceFile {
  readonly mediaType: string;
  readonly byteCount: number;
  /** 64 hex digits. */
  readonly sha256: string;
  readonly readability: 'whole' | 'damaged' | 'locked' | 'blank';
  readonly scan: 'none' | 'clean' | 'waiting' | 'infected';
  /** What its signatures amount to; null for what bears none, and until they have been looked into. */
  readonly signatures: SignatureStanding | null;
}

/** What of the product was kept as it stood, when a proof is that. */
export interface FrozenProof {
  readonly id: string;
  /** The address of the list, or the kind of the single record. */
  readonly source: string;
  readonly query: string;
  readonly rowCount: number;
  readonly at: Date;
}

/** A proof as it stood from one replacement to the next. */
export interface EvidenceVersion extends DocumentFacts {
  readonly version: number;
  readonly title: string;
  readonly file: EvidenceFile | null;
  readonly url: string | null;
  readonly frozen: FrozenProof | null;
  /** Why the version before was replaced. */
  readonly reason: string;
  readonly addedByName: string;
  readonly addedAt: Date;
}

/** A proof attached to a record, in its version of now. */
export interface Evidence extends EvidenceVersion {
  readonly id: Id<'evidence-attachment'>;
  readonly evidenceId: Id<'evidence'>;
  readonly kind: EvidenceKind;
  /** Records that the same file, address or document proves, this one counted in. */
  readonly servesRecords: number;
  /** Beyond so many records it is flagged: what the office says. */
  readonly reuseLimit: number;
}

/** What may be wrong with a proof, for somebody to look at: it is told, and hinders nothing. */
export const evidenceFlags = [
  'wrong-year',
  'wrong-issuer',
  'unreadable',
  'unsigned',
  'broken-signature',
  'changed-after-signing',
  'unknown-signer',
  'reused',
] as const;
export type EvidenceFlag = (typeof evidenceFlags)[number];

/** The years of the record that a proof belongs to, both counted in; null where it has none. */
export type Years = { readonly from: number; readonly to: number } | null;

const isFlagged: Readonly<Record<EvidenceFlag, (proof: FlagFacts, years: Years) => boolean>> = {
  'wrong-year': ({ issuedOn }, years) => {
    const year = Number(issuedOn?.slice(0, 4) ?? Number.NaN);
    return years !== null && (year < years.from || year > years.to);
  },
  'wrong-issuer': ({ number, issuer }) => contradictsIssuer(number, issuer),
  unreadable: ({ file }) => file !== null && (file.readability !== 'whole' || file.scan === 'infected'),
  unsigned: ({ file }) => file?.signatures === 'unsigned',
  'broken-signature': ({ file }) => file?.signatures === 'broken',
  'changed-after-signing': ({ file }) => file?.signatures === 'changed',
  'unknown-signer': ({ file }) => file?.signatures === 'doubtful',
  reused: ({ servesRecords, reuseLimit }) => servesRecords > reuseLimit,
};

type FlagFacts = Pick<Evidence, 'issuedOn' | 'number' | 'issuer' | 'file' | 'servesRecords' | 'reuseLimit'>;

/** What is to be looked at, computed anew each time: the year, the file and other records may change. */
export function flagsOf(proof: FlagFacts, years: Years): EvidenceFlag[] {
  return evidenceFlags.filter((flag) => isFlagged[flag](proof, years));
}

/** What waits for the scanner, or does harm, is not opened. */
export function isOpenable(file: Pick<EvidenceFile, 'scan'>): boolean {
  return file.scan === 'clean' || file.scan === 'none';
}

export const longestTitle = 200;
export const longestUrl = 2_000;
export const longestNumber = 80;
export const longestIssuer = 200;
export const longestReason = 500;
/** A record with more proof than this is one that somebody fills by a program gone wrong. */
export const mostOfOneRecord = 200;
