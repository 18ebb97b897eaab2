import type { Id } from '#platform/db/id.ts';

/** What of the product was kept as it stood at a moment, or is about to be, to prove something of a record. */
export interface FrozenRecord {
  readonly id: Id<'frozen-record'>;
  /** The record for which it was asked. */
  readonly recordKind: string;
  readonly recordId: string;
  readonly accountId: string;
  readonly askedByName: string;
  readonly askedAt: Date;
  /** What is frozen, by the name of its source: the address of a list, or the kind of a single record. */
  readonly source: string;
  /** The filter of the list as in its address, or the id of the single record. */
  readonly query: string;
  readonly title: string;
  readonly lang: 'vi' | 'en';
  readonly state: 'waiting' | 'ready' | 'failed';
  readonly failure: FreezeFailure | null;
  /** While it waits: the attachment whose proof gets a new version by it; null where it becomes a proof of its own. */
  readonly anewOf: string | null;
  readonly frozen: FrozenFacts | null;
}

/** What stands still once it is frozen. */
export interface FrozenFacts {
  readonly at: Date;
  readonly rowCount: number;
  /** The filter in words, as the list called it then. */
  readonly conditions: readonly string[];
  readonly shown: ShownRows;
  readonly evidenceId: string;
  /** Which version of the evidence it is. */
  readonly version: number;
}

/** The first rows as texts, for a page; all of them are in the file. */
export interface ShownRows {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Why nothing was frozen: the person may no longer, the list is gone, there is too much, or something broke. */
export const freezeFailures = ['no-right', 'no-source', 'too-large', 'too-many', 'broken'] as const;
export type FreezeFailure = (typeof freezeFailures)[number];

/** Rows that one freezing takes at most; whoever needs more freezes by parts. */
export const mostRows = 200_000;
/** Rows of one query. */
export const batchSize = 2_000;
/** Rows that the page of a frozen list shows. */
export const mostShown = 30;
/** What of a single record the page shows and compares with today; all of it is in the file. */
export const mostSaid = 500;
/** Letters of what it says in one place, there. */
export const longestSaid = 5_000;
/** Columns that it shows: a page is no workbook. */
export const mostShownColumns = 6;
/** Letters of one cell on that page. */
export const longestShown = 300;
/** What failed and was not tried again goes after so many days. */
export const keptDays = 7;
/** Freezings of one record that may wait at once. */
export const mostWaiting = 10;
export const longestTitle = 150;
export const longestQuery = 4_000;
/** The ending of the file in which the rows are kept. */
export const fileEnding = '.xlsx';

/** Whether a source of this name is a list, which is called by its address; a single record is called by its kind. */
export function isListName(source: string): boolean {
  return source.startsWith('/');
}

/** What was frozen, apart: a list with its filter, or a single record by kind and id. */
export function whatIsFrozen(source: string, query: string) {
  return isListName(source)
    ? { list: source, query, record: null }
    : { list: null, query: '', record: { kind: source, id: query } };
}

/** The name of the job that freezes. */
export const freezeJobName = 'casework.frozen-record.record';
