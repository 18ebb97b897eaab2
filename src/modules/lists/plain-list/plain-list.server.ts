import type { ComponentChildren } from 'preact';
import type { Crumb } from '#platform/http/reply.ts';
import type { ListFilter, ListShape } from '#platform/list/filter.ts';
import type { FileColumn } from '#platform/list/row-file.ts';
import type { RowSource } from '#platform/list/row-source.server.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Decision } from '#platform/session/decision.ts';
import type { Column } from '#ui/table/table.tsx';
import type { BulkDeed, BulkList } from '../bulk-run/bulk-list.server.ts';
import type { ExportedList } from '../list-export/exported-list.ts';
import type { ListWords } from '../list-page/field-words.ts';
import type { PlacedList } from '../list-page/parts/list-pages.tsx';

/** The deeds on many rows of a list, and the act that begins one. */
export interface ManyDeeds {
  readonly act: string;
  readonly deeds: readonly BulkDeed[];
  /** The sentence of a reason. */
  reason(ctx: Ctx, code: string): string;
}

/** Something that is done with the ticked rows as one: its act, the page that gets the selection, and its button. */
interface TogetherDeed {
  readonly act: string;
  readonly path: string;
  label(ctx: Ctx): string;
}

/**
 * A list whose page is just a list. Said once, it has its page with filters, views and cursors, its print, its file, and
 * deeds on many rows.
 */
export interface PlainList<Row extends { readonly id: string }> {
  /** The address of the list; what belongs to it stands below: `/in`, `/xuat`, `/hang-loat`. */
  readonly path: string;
  readonly shape: ListShape;
  readonly rows: RowSource<Row>;
  mayRead(actor: Actor): Decision;
  title(ctx: Ctx): string;
  caption(ctx: Ctx): string;
  /** What stands above the list in the way to it; a list right below the menu has none. */
  crumbs?(ctx: Ctx): readonly Crumb[];
  words(ctx: Ctx, filter: ListFilter): Promise<ListWords>;
  /** The fields that stand beside the search, each a choice or a record. */
  readonly quick: readonly string[];
  /** The columns for these rows; what they need besides is looked up here, for all rows at once. */
  table(ctx: Ctx, list: PlacedList, rows: readonly Row[]): Promise<Column<Row>[]>;
  /** What the row is called where it is chosen, and in the result of a deed. */
  rowName(ctx: Ctx, row: Row): string;
  /** What is said where the whole list is empty. */
  none(ctx: Ctx): ComponentChildren;
  readonly file: {
    readonly act: string;
    readonly fileName: string;
    columns(ctx: Ctx): readonly FileColumn<Row>[];
  };
  readonly many?: ManyDeeds;
  /** What is done with all ticked rows together, on a page of its own that gets the selection in its address. */
  readonly together?: TogetherDeed;
  /** True where rows have buttons of their own, which stand in the form `rowForm`. */
  readonly hasRowDeeds?: true;
  /** The kind of record, where the trash holds some that were in the list. */
  readonly trash?: string;
}

/** The id of the form that the buttons of a row name as theirs: they stand inside the form of the selection. */
export const rowForm = 'row-deed';

/** The list as it goes into a file. */
export function exportOf<Row extends { readonly id: string }>(list: PlainList<Row>): ExportedList<Row> {
  const { path, shape, rows, file } = list;
  return {
    path,
    shape,
    act: file.act,
    fileName: file.fileName,
    title: (ctx) => list.title(ctx),
    words: (ctx, filter) => list.words(ctx, filter),
    columns: (ctx) => file.columns(ctx),
    count: rows.count,
    next: rows.next,
  };
}

/** The list as deeds are done on its rows. */
export function manyOf<Row extends { readonly id: string }>(list: PlainList<Row>, many: ManyDeeds): BulkList {
  const { path, shape, rows } = list;
  const target = (ctx: Ctx) => (row: Row) => ({ id: row.id, label: list.rowName(ctx, row) });
  return {
    path,
    shape,
    act: many.act,
    deeds: many.deeds,
    title: (ctx) => list.title(ctx),
    reason: (ctx, code) => many.reason(ctx, code),
    count: rows.count,
    find: async (ctx, ids) => (await rows.find(ctx, ids)).map(target(ctx)),
    all: async (ctx, filter, most) => (await rows.next(ctx, filter, undefined, most)).rows.map(target(ctx)),
  };
}
