import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { formatDayFirst } from '#platform/clock/plain-date.ts';
import type { FilePlace } from '#platform/files/file-place.ts';
import { discardStaged, stageContent, type StagedContent } from '#platform/files/stage-content.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { type FileCell, fileColumn } from '#platform/list/row-file.ts';
import { xlsxFile } from '#platform/list/xlsx-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import {
  batchSize,
  longestSaid,
  longestShown,
  mostRows,
  mostSaid,
  mostShown,
  type ShownRows,
} from './frozen-record.ts';
import type { FrozenRow, FrozenSource } from './frozen-source.ts';

/** The rows as they stood at one moment: in a file of this machine, and the first of them as texts. */
export interface StagedRows {
  readonly at: Date;
  readonly rowCount: number;
  readonly conditions: readonly string[];
  readonly shown: ShownRows;
  readonly staged: StagedContent;
}

/** There are more rows than one freezing takes. */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows';
}

/**
 * Writes all rows that this person sees into a workbook, batch by batch. All of them are read as the database stood at
 * one moment, whatever is changed meanwhile: `ctx` must be that of a transaction in which nothing was asked yet. Throws
 * `TooManyRows`, and `ContentTooLarge` beyond the size of a file.
 */
export async function stageRows(
  ctx: Ctx,
  place: Pick<FilePlace, 'staging' | 'limits'>,
  source: FrozenSource,
  query: string,
): Promise<StagedRows> {
  await sql`set transaction isolation level repeatable read`.execute(ctx.db);
  const at = ctx.clock.now();
  const heads = source.heads(ctx);
  const first: (readonly string[])[] = [];
  let rowCount = 0;
  const file = xlsxFile<FrozenRow>(
    source.title(ctx),
    heads.map((label, index) => fileColumn(String(index), label, (row: FrozenRow) => row[index] ?? null)),
  );
  async function* packed(): AsyncGenerator<Uint8Array, void> {
    let after: string | undefined;
    do {
      const batch = await source.next(ctx, query, after, batchSize);
      rowCount += batch.rows.length;
      if (rowCount > mostRows) throw new TooManyRows();
      first.push(...shownRows(ctx.lang, source, batch.rows.slice(0, mostOf(source) - first.length)));
      yield file.add(batch.rows);
      ({ after } = batch);
    } while (after !== undefined);
    yield file.end();
  }
  const staged = await stageContent(place.staging, Readable.from(packed()), place.limits.mostFileBytes);
  try {
    const conditions = await source.conditions(ctx, query);
    return { at, rowCount, conditions, shown: { heads, rows: first }, staged };
  } catch (error) {
    await discardStaged(staged.path);
    throw error;
  }
}

/** What a record says now, in the words in which it would be frozen now, as far as its page shows it. */
export async function saidNow(ctx: Ctx, source: FrozenSource, query: string): Promise<ShownRows['rows']> {
  const { rows } = await source.next(ctx, query, undefined, batchSize);
  return shownRows(ctx.lang, source, rows.slice(0, mostOf(source)));
}

function mostOf({ isList }: FrozenSource): number {
  return isList ? mostShown : mostSaid;
}

function shownRows(lang: Lang, { isList }: FrozenSource, rows: readonly FrozenRow[]): ShownRows['rows'] {
  const longest = isList ? longestShown : longestSaid;
  return rows.map((row) => row.map((cell) => cellWords(lang, cell).slice(0, longest)));
}

function cellWords(lang: Lang, cell: FileCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return formatNumber(lang, cell);
  return typeof cell === 'string' ? cell : formatDayFirst(cell.day);
}
