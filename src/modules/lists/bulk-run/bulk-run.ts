import type { Id } from '#platform/db/id.ts';

export const rowOutcomes = ['waiting', 'done', 'refused', 'undone', 'not-undone'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** What a person filled in for a deed: the same for every row, or by `eachRowName` for one of them. */
export type DeedInput = Readonly<Record<string, string>>;

/** The name of a field that is one row's own. */
export function eachRowName(word: string, recordId: string): string {
  return `${word}.${recordId}`;
}

/** Whether something was filled in for this row by itself. */
export function isFilledIn(input: DeedInput, recordId: string): boolean {
  return Object.entries(input).some(([name, value]) => value !== '' && name.endsWith(`.${recordId}`));
}

/** One deed on many rows of a list, by one person. */
export interface BulkRun {
  readonly id: Id<'bulk-run'>;
  readonly list: string;
  readonly deed: string;
  readonly input: DeedInput;
  readonly accountId: Id<'account'> | null;
  /** `stopped` where the person who began it may no longer, so that its last rows stay as they are. */
  readonly state: 'running' | 'done' | 'undoing' | 'undone' | 'stopped';
  readonly rowCount: number;
  readonly startedAt: Date;
}

/** A row of a run and what became of it; `reason` is a code of the list. */
export interface BulkRow {
  readonly ordinal: number;
  readonly recordId: string;
  readonly label: string;
  readonly outcome: RowOutcome;
  readonly reason: string | null;
  readonly undo: unknown;
}

/** No more rows are changed by one deed. */
export const mostRows = 5_000;
/** Up to so many rows the person waits; beyond, the deed goes on in the background. */
export const mostAtOnce = 200;
/** Rows of one step in the background. */
export const rowsPerStep = 50;
/** So long a deed on many rows can be taken back. */
export const undoMinutes = 10;
/** Rows of each outcome that the page of a run names. */
export const mostShown = 300;

/** Whether the run as a whole can still be taken back at this moment. */
export function canBeUndone(run: Pick<BulkRun, 'state' | 'startedAt'>, now: Date): boolean {
  return run.state === 'done' && now.getTime() - run.startedAt.getTime() < undoMinutes * 60_000;
}
