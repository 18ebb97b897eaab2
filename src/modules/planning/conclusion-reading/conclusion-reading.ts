import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';

/** What a point of a conclusion seems to say; a person confirms it or says otherwise. */
export interface ProposedLine {
  readonly text: string;
  readonly title: string;
  /** The unit that leads, as the office spells it; empty where none of its units is named. */
  readonly unit: string;
  readonly coordinating: readonly string[];
  /** Units that are charged with it as printed, and that the office does not have: somebody must say who is meant. */
  readonly unmatched: readonly string[];
  readonly dueText: string;
  readonly dueOn: PlainDate | null;
  /** True where it names who is charged, or until when. */
  readonly isTask: boolean;
}

export const readingStates = ['reading', 'read', 'refused'] as const;
export type ReadingState = (typeof readingStates)[number];

/** A file of a conclusion as one person had it read. */
export interface ConclusionReading {
  readonly id: Id<'conclusion-reading'>;
  readonly conclusionId: Id<'conclusion'>;
  readonly fileName: string;
  readonly state: ReadingState;
  /** Why the file could not be read, by the code of the reader. */
  readonly refusal: string | null;
  /** Pages done, where the reader counts them. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly lines: readonly ProposedLine[];
  /** The file has more points than a conclusion may have. */
  readonly isCut: boolean;
  readonly askedAt: Date;
}

/** Letters of a text that is pasted; more is a file. */
export const longestPaste = 200_000;
