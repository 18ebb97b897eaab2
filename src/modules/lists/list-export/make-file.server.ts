import type { Ctx } from '#platform/session/ctx.ts';
import type { ListFilter } from '#platform/list/filter.ts';
import { csvFile } from '#platform/list/csv-file.ts';
import type { FileColumn, FileFormat, RowFile } from '#platform/list/row-file.ts';
import { xlsxFile } from '#platform/list/xlsx-file.ts';
import type { ExportedList } from './exported-list.ts';
import { batchSize } from './list-export.ts';

/** A file of this format with the chosen columns of a list; a choice of none means all. */
export function beginFile<Row>(
  ctx: Ctx,
  list: ExportedList<Row>,
  format: FileFormat,
  chosen: readonly string[],
): RowFile<Row> {
  const all = list.columns(ctx);
  const wanted = all.filter((column) => chosen.includes(column.name));
  const columns: readonly FileColumn<Row>[] = wanted.length > 0 ? wanted : all;
  return format === 'csv' ? csvFile(columns) : xlsxFile(list.title(ctx), columns);
}

/** The whole file at once, for lists that are short. */
export async function makeFile<Row>(
  ctx: Ctx,
  list: ExportedList<Row>,
  filter: ListFilter,
  order: { format: FileFormat; columns: readonly string[] },
): Promise<Uint8Array> {
  const file = beginFile(ctx, list, order.format, order.columns);
  const pieces: Uint8Array[] = [];
  let after: string | undefined;
  do {
    const batch = await list.next(ctx, filter, after, batchSize);
    pieces.push(file.add(batch.rows));
    ({ after } = batch);
  } while (after !== undefined);
  return Buffer.concat([...pieces, file.end()]);
}
