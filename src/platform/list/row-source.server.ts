import { type SelectQueryBuilder, sql } from 'kysely';
import { parseId } from '#platform/db/id.ts';
import { matchesWords } from '#platform/search/matching.server.ts';
import { readSearch } from '#platform/search/search-words.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { ordersOf } from './best-first.server.ts';
import { compileFilter, type FieldMap } from './compile-filter.server.ts';
import { countRows, type ListCount } from './count.server.ts';
import { type ListFilter, type ListShape, type ListState, ownSort } from './filter.ts';
import { type KeysetPage, keysetPage, nextBatch } from './keyset.server.ts';
import type { OrderMap } from './order.server.ts';

/** Where the rows of a list lie. */
export interface RowPlan<DB, Tables extends keyof DB, Found, Row> {
  readonly shape: ListShape;
  /** The table of the rows, with its id and the columns `folded` and `spelled` for the search. */
  readonly alias: string;
  /** The tables that have those columns, where it is not the table of the rows alone: one of them must answer. */
  readonly searched?: readonly string[];
  /** The rows that this person may see, before any filter: the query names the tenant and `visibleTo(actor)`. */
  rows(ctx: Ctx): SelectQueryBuilder<DB, Tables, Found>;
  /** A field that looks into other tables names the tenant there. */
  readonly fields: FieldMap | ((ctx: Ctx) => FieldMap);
  /** The list's own order is the first of its shape and has no `by`. */
  readonly orders: OrderMap;
  readonly pageSize: number;
  toRow(found: Found): Row;
}

/** All that is ever asked of the rows of a list, always of those that the person may see. */
export interface RowSource<Row> {
  /** One page of the filter. */
  page(ctx: Ctx, state: Pick<ListState, 'search' | 'clauses' | 'sort' | 'cursor'>): Promise<KeysetPage<Row>>;
  /** How many rows the filter has; exact up to ten thousand. */
  count(ctx: Ctx, filter: Pick<ListFilter, 'search' | 'clauses'>): Promise<ListCount>;
  /** The next rows of the filter in its order; `after` as the last batch gave it. */
  next(
    ctx: Ctx,
    filter: ListFilter,
    after: string | undefined,
    size: number,
  ): Promise<{ rows: Row[]; after: string | undefined }>;
  /** Those of these rows that there are, in the order of the list. */
  find(ctx: Ctx, ids: readonly string[]): Promise<Row[]>;
}

/** The rows of a list by one query, so that page, count, file and selection never disagree on what a person may see. */
export function rowSource<DB, Tables extends keyof DB, Found, Row>(
  plan: RowPlan<DB, Tables, Found, Row>,
): RowSource<Row> {
  const own = ownSort(plan.shape);
  const searched = plan.searched ?? [plan.alias];
  const filtered = (ctx: Ctx, filter: Pick<ListFilter, 'search' | 'clauses'>) => {
    const fields = typeof plan.fields === 'function' ? plan.fields(ctx) : plan.fields;
    const query = plan.rows(ctx).where(compileFilter(fields, filter, ctx.clock.today()));
    const words = readSearch(filter.search);
    if (!words) return query;
    const answers = searched.map((alias) => matchesWords(alias, words));
    return query.where(sql<boolean>`(${sql.join(answers, sql` or `)})`);
  };
  const ordered = ({ search, sort }: Pick<ListFilter, 'search' | 'sort'>) =>
    ordersOf(plan.orders, own, searched, readSearch(search), sort);
  return {
    page: async (ctx, state) => {
      const { orders, sort } = ordered(state);
      const place = { sort, cursor: state.cursor };
      const page = await keysetPage(ctx.db, filtered(ctx, state), orders, place, plan.pageSize);
      return { ...page, rows: page.rows.map(plan.toRow) };
    },
    count: (ctx, filter) => countRows(ctx.db, filtered(ctx, filter)),
    next: async (ctx, filter, after, size) => {
      const { orders, sort } = ordered(filter);
      const batch = await nextBatch(ctx.db, filtered(ctx, filter), orders, sort, after, size);
      return { rows: batch.rows.map(plan.toRow), after: batch.after };
    },
    find: async (ctx, ids) => {
      const known = ids.flatMap((id) => parseId(id) ?? []);
      if (known.length === 0) return [];
      const query = plan
        .rows(ctx)
        .where(sql<boolean>`${sql.ref(`${plan.alias}.id`)} = any(${known}::uuid[])`);
      // Sizes stand in the statement: a power of two keeps them few.
      const size = 2 ** Math.ceil(Math.log2(known.length));
      const batch = await nextBatch(ctx.db, query, plan.orders, own, undefined, size);
      return batch.rows.map(plan.toRow);
    },
  };
}
