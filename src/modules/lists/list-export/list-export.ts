import type { Id } from '#platform/db/id.ts';
import type { FileFormat } from '#platform/list/row-file.ts';

/** A file of a list that is made in the background, for the person who asked for it. */
export interface ListExport {
  readonly id: Id<'list-export'>;
  /** The address of the list. */
  readonly list: string;
  readonly query: string;
  readonly columns: readonly string[];
  readonly format: FileFormat;
  readonly lang: 'vi' | 'en';
  readonly accountId: Id<'account'> | null;
  readonly state: 'waiting' | 'ready' | 'failed';
  readonly rowsDone: number;
  readonly rowsExpected: number;
  readonly createdAt: Date;
}

/** Up to so many rows the file is made while the person waits; beyond, in the background. */
export const mostAtOnce = 2_000;
/** Rows of one query, and of one step. */
export const batchSize = 2_000;
/** So many batches are made between two tellings of how far the file is. */
export const batchesPerStep = 5;
/** A file is kept so long. */
export const keptDays = 7;
