import type { Id } from '#platform/db/id.ts';
import type { Paper } from '#platform/docgen/paper.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Book, IssuedPaper, PaperHead } from './issued-paper.ts';

/** What frames a paper; a draft has neither number nor day. */
export interface PaperFrame extends PaperHead {
  readonly number: number | null;
  readonly on: PlainDate | null;
}

/** One record as a paper says it. */
export interface PaperLine {
  readonly recordKind: string;
  readonly recordId: string;
  /** The unit to which it says it. */
  readonly unitId: Id<'unit'> | null;
  /** What it says, as its source keeps it. */
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/** A paper made from the records as they stand at this moment. */
export interface ComposedPaper {
  readonly paper: Paper;
  readonly subject: string;
  readonly unitIds: readonly Id<'unit'>[];
  readonly lines: readonly PaperLine[];
}

/** A record as it stands now beside what a paper said of it. */
export interface ThenNow {
  readonly key: string;
  /** Undefined where this person may not see the record, or it is gone. */
  readonly href: string | undefined;
  readonly title: string;
  readonly atIssue: string;
  readonly now: string;
}

/**
 * A kind of paper. Its slice says how it is composed from records; drafting, numbering, freezing, filing and withdrawing
 * need to know nothing else about it.
 */
export interface PaperSource {
  readonly kind: string;
  readonly book: Book;
  name(lang: Lang): string;
  /** What the paper is about, where it has no records any more or too many: undefined lets it be issued. */
  compose(ctx: Ctx, asked: unknown, frame: PaperFrame): Promise<ComposedPaper | PaperTrouble>;
  /** The kind of the notice by which the heads of its units are told that it was issued. */
  readonly notice: string;
  /** Where a paper that calls people together can be had for their calendar; undefined where it has no day. */
  calendarFile?(
    lang: Lang,
    paper: Pick<IssuedPaper, 'id' | 'asked'>,
  ): { label: string; href: string } | undefined;
  thenAndNow(ctx: Ctx, lines: readonly PaperLine[]): Promise<readonly ThenNow[]>;
}

/** Why there is no paper to compose: nothing is left to say, too much is, or what was asked cannot be read any more. */
export type PaperTrouble = 'nothing' | 'too-many' | 'unreadable';

/** The source of a kind; a paper whose kind nobody knows any more is a fault of the program. */
export function sourceOfKind(sources: readonly PaperSource[], kind: string): PaperSource {
  const found = sources.find((one) => one.kind === kind);
  if (!found) throw new Error(`no source of papers of the kind ${kind}`);
  return found;
}
