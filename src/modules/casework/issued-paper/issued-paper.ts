import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';

export const paperStates = ['draft', 'issued', 'withdrawn', 'replaced'] as const;
export type PaperState = (typeof paperStates)[number];

/** The series of numbers: letters, which go out, and slips, which stay within the office. Each begins anew every year. */
export const books = ['letter', 'slip'] as const;
export type Book = (typeof books)[number];

/**
 * In whose name somebody signs: for the committee, in the place of its chair, by order of the chair, or as themselves.
 *
 * @law nd-30-2020 pl1
 */
export const authorities = ['tm', 'kt', 'tl', 'none'] as const;
export type Authority = (typeof authorities)[number];

/** @law nd-30-2020 pl1 */
export const urgencies = ['none', 'khan', 'thuong-khan', 'hoa-toc'] as const;
export type Urgency = (typeof urgencies)[number];

/** What stands on a paper beside what it is about. */
export interface PaperHead {
  /** What follows the number: "UBND", "PGV-UBND". */
  readonly symbol: string;
  readonly authority: Authority;
  readonly signerName: string;
  readonly signerPosition: string;
  /** One a line. */
  readonly recipients: string;
  readonly urgency: Urgency;
}

export interface PaperFile {
  readonly sha256: string;
  readonly byteCount: number;
}

/** A paper of the office from its draft to its filing. */
export interface IssuedPaper extends PaperHead {
  readonly id: Id<'issued-paper'>;
  readonly kind: string;
  readonly state: PaperState;
  readonly subject: string;
  /** What it is composed from, as its source keeps it. */
  readonly asked: unknown;
  readonly unitIds: readonly Id<'unit'>[];
  readonly draftedById: Id<'officer'> | null;
  readonly draftedByName: string;
  readonly draftedUnitId: Id<'unit'> | null;
  readonly draftedAt: Date;
  readonly changedAt: Date;
  readonly replacesId: Id<'issued-paper'> | null;
  readonly issued: IssuedFacts | null;
  readonly filed: { readonly at: Date; readonly word: PaperFile; readonly pdf: PaperFile } | null;
  readonly ended: { readonly at: Date; readonly byName: string; readonly reason: string } | null;
  readonly version: number;
}

/** What a paper has once it is issued. */
export interface IssuedFacts {
  readonly book: Book;
  readonly year: number;
  readonly number: number;
  /** Why the number is not the one that came next; empty where it is. */
  readonly numberNote: string;
  readonly on: PlainDate;
  readonly at: Date;
  readonly byName: string;
}

/** Number and symbol as they stand on the paper; numbers below ten with a zero before. */
export function numberAndSymbol(number: number, symbol: string): string {
  return `${String(number).padStart(2, '0')}/${symbol}`;
}

/** What comes of a number that a person typed, by the highest that was given in the year. */
export function judgeNumber(
  given: { readonly number: number; readonly proposed: number; readonly note: string },
  last: number,
): { readonly ok: true; readonly number: number } | { readonly ok: false } {
  // Who left the number as it was proposed wants the next one, whoever took it meanwhile.
  if (given.number === given.proposed) return { ok: true, number: last + 1 };
  if (given.number !== last + 1 && given.note === '') return { ok: false };
  return { ok: true, number: given.number };
}

export const longestSubject = 300;
export const longestSymbol = 40;
export const longestName = 120;
export const longestRecipients = 2_000;
export const longestReason = 1_000;
/** Records that one paper is about at most. */
export const mostRecords = 1_000;
/** Records that the page of a paper compares with today. */
export const mostCompared = 100;

/** The name of the job that makes the files of an issued paper. */
export const fileJobName = 'casework.issued-paper.record';
