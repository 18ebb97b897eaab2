import type { ListCount } from '#platform/list/count.server.ts';
import type { ListFilter, ListShape } from '#platform/list/filter.ts';
import type { FileColumn } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { ListWords } from '../list-page/field-words.ts';

/** A list that can be put into a file: what a slice says once for its list. */
export interface ExportedList<Row> {
  /** The address of the list; that of the form is `<path>/xuat`. */
  readonly path: string;
  /** The act by which its rows leave the product, also the name of its job. */
  readonly act: string;
  readonly shape: ListShape;
  /** What the file is called, without its ending: letters of the address only. */
  readonly fileName: string;
  title(ctx: Ctx): string;
  columns(ctx: Ctx): readonly FileColumn<Row>[];
  words(ctx: Ctx, filter: ListFilter): Promise<ListWords>;
  count(ctx: Ctx, filter: ListFilter): Promise<ListCount>;
  /** The next rows that this person may see, in the order of the filter. */
  next(
    ctx: Ctx,
    filter: ListFilter,
    after: string | undefined,
    size: number,
  ): Promise<{ rows: Row[]; after: string | undefined }>;
}
