import type { Id } from '#platform/db/id.ts';

/** Somebody who is named in a note. */
export interface Mention {
  readonly officerId: Id<'officer'>;
  readonly name: string;
}

/** A note as it stands now. */
export interface Note {
  readonly id: Id<'note'>;
  readonly text: string;
  /** The account of who wrote it; null for the system. */
  readonly authorId: Id<'account'> | null;
  readonly authorName: string;
  readonly writtenAt: Date;
  readonly version: number;
  readonly mentions: readonly Mention[];
}

/** What a note said from one edit to the next. */
export interface NoteVersion {
  readonly version: number;
  readonly text: string;
  readonly writtenAt: Date;
}

export const longestNote = 2_000;
export const mostMentions = 10;
/** A record with more notes than this is one that a program gone wrong fills. */
export const mostOfOneRecord = 500;
/** For so long whoever wrote a note may mend it: later, others have relied on it. */
export const editableHours = 24;

/** Whether a note may still be edited at this moment. */
export function isEditable(note: Pick<Note, 'writtenAt'>, now: Date): boolean {
  return now.getTime() - note.writtenAt.getTime() < editableHours * 60 * 60 * 1_000;
}
