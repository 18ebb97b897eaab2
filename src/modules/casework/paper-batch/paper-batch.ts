import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { type Book, numberAndSymbol, type PaperState } from '../issued-paper/issued-paper.ts';

/** Several issued papers in one file, for the one who asked for it. */
export interface PaperBatch {
  readonly id: Id<'paper-batch'>;
  readonly accountId: string;
  readonly lang: 'vi' | 'en';
  readonly state: 'waiting' | 'ready' | 'failed';
  readonly failure: BatchFailure | null;
  readonly paperCount: number;
  readonly file: { readonly sha256: string; readonly byteCount: number } | null;
  readonly createdAt: Date;
}

/** Why there is no file: the person may no longer, sees none of the papers any more, or they could not be set. */
export const batchFailures = ['no-right', 'none', 'not-set'] as const;
export type BatchFailure = (typeof batchFailures)[number];

/** A numbered paper as the list of a batch says it. */
export interface BatchPaper {
  readonly id: Id<'issued-paper'>;
  readonly book: Book;
  readonly year: number;
  readonly number: number;
  readonly symbol: string;
  readonly issuedOn: PlainDate;
  readonly subject: string;
  readonly signerName: string;
  readonly numberNote: string;
  readonly state: PaperState;
}

/** What is found of the numbers of one book and year, from the first to the last in the batch. */
export interface SequenceCheck {
  readonly book: Book;
  readonly year: number;
  readonly first: number;
  readonly last: number;
  /** Numbers that papers of the office bear which are not in the batch. */
  readonly leftOut: readonly number[];
  /** Numbers that no paper bears, as far as the person sees. */
  readonly missing: readonly number[];
}

/** Numbers that stand on more than one paper of a year, as they are printed. */
export interface DoubleNumber {
  readonly printed: string;
  readonly year: number;
  readonly count: number;
}

/** At most so many papers in one file: it is set within seconds, and a person can still hold it in hand. */
export const mostPapers = 200;
/** A file is kept for so many days; who wants it later asks for a new one. */
export const keptDays = 7;
/** So many numbers of one kind are named; more are counted. */
export const mostNamed = 40;

const bookOrder: readonly Book[] = ['letter', 'slip'];

/** The order in which papers lie in their books. */
export function inOrder(papers: readonly BatchPaper[]): readonly BatchPaper[] {
  return papers.toSorted(
    (a, b) => bookOrder.indexOf(a.book) - bookOrder.indexOf(b.book) || a.year - b.year || a.number - b.number,
  );
}

/**
 * The check of the numbers: for each book and year what is left out or missing between the first and the last paper.
 *
 * @param known the numbers that the person sees in these books, in the batch or not
 * @law nd-30-2020 pl4
 */
export function checkSequence(
  papers: readonly BatchPaper[],
  known: readonly Pick<BatchPaper, 'book' | 'year' | 'number'>[],
): readonly SequenceCheck[] {
  const groups = new Map<string, BatchPaper[]>();
  for (const paper of inOrder(papers)) {
    const key = `${paper.book} ${paper.year}`;
    groups.set(key, [...(groups.get(key) ?? []), paper]);
  }
  return [...groups.values()].flatMap((of) => {
    const [first, last] = [of[0], of.at(-1)];
    if (!first || !last) return [];
    const { book, year } = first;
    const inBatch = new Set(of.map(({ number }) => number));
    const inBook = new Set(
      known.flatMap((one) => (one.book === book && one.year === year ? one.number : [])),
    );
    const gaps = Array.from({ length: last.number - first.number + 1 }, (_, at) => first.number + at).filter(
      (number) => !inBatch.has(number),
    );
    return [
      {
        book,
        year,
        first: first.number,
        last: last.number,
        leftOut: gaps.filter((number) => inBook.has(number)),
        missing: gaps.filter((number) => !inBook.has(number)),
      },
    ];
  });
}

/** Numbers with their symbol that more than one paper of a year bears; two books may give the same by their symbols. */
export function findDoubles(papers: readonly BatchPaper[]): readonly DoubleNumber[] {
  const counts = new Map<string, DoubleNumber>();
  for (const { number, symbol, year } of papers) {
    const printed = numberAndSymbol(number, symbol);
    const key = `${year} ${printed}`;
    counts.set(key, { printed, year, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].filter(({ count }) => count > 1);
}

/** Numbers as people write them: runs from the first to the last, the others one by one. */
export function runsOf(numbers: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
