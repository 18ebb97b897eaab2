import { type SqlBool, sql } from 'kysely';
import type { ReadDb } from '#platform/db/db.ts';
import { type Cursor, type KeyKind, readCursor, writeCursor } from './cursor.ts';
import type { ListState, Sort } from './filter.ts';
import type { Groups, Keyed, OrderKey, OrderMap, RowQuery } from './order.server.ts';
import { rowsOfGroups } from './rows-of-groups.server.ts';
import { step } from './step.server.ts';

/** One page of rows, and the cursors that lead on from it. */
export interface KeysetPage<Row> {
  readonly rows: Row[];
  readonly rowsBefore: number;
  readonly next: string | undefined;
  readonly previous: string | undefined;
  /** True where the address named a place that is none: this is the first page instead. */
  readonly hadBadCursor: boolean;
}

/**
 * One page by keyset: no offset is counted, so the thousandth page costs what the first does, and rows that come or go
 * meanwhile make none appear twice or vanish.
 */
export async function keysetPage<DB, Tables extends keyof DB, Row>(
  db: ReadDb,
  query: RowQuery<DB, Tables, Row>,
  orders: OrderMap,
  state: Pick<ListState, 'sort' | 'cursor'>,
  size: number,
): Promise<KeysetPage<Row>> {
  const walk = walkOf(orders, state.sort);
  const cursor = state.cursor === undefined ? undefined : walk.read(state.cursor);
  const hadBadCursor = state.cursor !== undefined && cursor === undefined;
  const found = await walk.rows(db, query, cursor, size + 1);
  const isBack = cursor?.side === 'before';
  // Going back further than there are rows: the first page, whole.
  if (isBack && found.length <= size)
    return keysetPage(db, query, orders, { sort: state.sort, cursor: undefined }, size);
  const hasMore = found.length > size;
  const rows = found.slice(0, size);
  if (isBack) rows.reverse();
  const rowsBefore = isBack ? Math.max(0, cursor.rowsBefore - size) : (cursor?.rowsBefore ?? 0);
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows: rows.map(({ row }) => row),
    rowsBefore,
    next: last && (isBack || hasMore) ? walk.write('after', last.keys, rowsBefore + rows.length) : undefined,
    previous: first && (isBack || cursor) ? walk.write('before', first.keys, rowsBefore) : undefined,
    hadBadCursor,
  };
}

/** Every row in order, so many at a time: for files and for acts on all rows. Each batch is a query of its own. */
export async function nextBatch<DB, Tables extends keyof DB, Row>(
  db: ReadDb,
  query: RowQuery<DB, Tables, Row>,
  orders: OrderMap,
  sort: Sort,
  after: string | undefined,
  size: number,
): Promise<{ rows: Row[]; after: string | undefined }> {
  const walk = walkOf(orders, sort);
  const cursor = after === undefined ? undefined : walk.read(after);
  if (after !== undefined && !cursor) throw new Error('a batch goes on from a place that is none');
  const found = await walk.rows(db, query, cursor, size);
  const last = found.at(-1);
  return {
    rows: found.map(({ row }) => row),
    after: last && found.length === size ? walk.write('after', last.keys, 0) : undefined,
  };
}

function walkOf(orders: OrderMap, sort: Sort) {
  const order = orders[sort.by];
  if (!order) throw new Error(`the list has no order ${sort.by}`);
  const name = `${sort.isDown ? '-' : ''}${sort.by}`;
  const first: KeyKind[] = order.groups ? ['whole'] : order.by ? [order.by.kind] : [];
  const kinds = [...first, ...order.ties.map((key) => key.kind)];
  const canBeEmpty = order.groups !== undefined || (order.by?.canBeEmpty ?? false);
  return {
    read: (text: string) => readCursor(name, kinds, canBeEmpty, text),
    write: (side: Cursor['side'], values: readonly (string | null)[], rowsBefore: number) =>
      writeCursor(name, { side, keys: values, rowsBefore }),
    /** The rows beyond the cursor, nearest first; where values can be missing, in two steps that each have their index. */
    async rows<DB, Tables extends keyof DB, Row>(
      db: ReadDb,
      query: RowQuery<DB, Tables, Row>,
      cursor: Cursor | undefined,
      size: number,
    ): Promise<Keyed<Row>[]> {
      const { by, groups, ties } = order;
      const isBack = cursor?.side === 'before';
      const runsDown = sort.isDown !== isBack;
      const keys = [...(by ? [by] : []), ...ties];
      if (!canBeEmpty) return step(query, keys, undefined, cursor?.keys, runsDown, size);
      const value = groups ? groups.column : (by as OrderKey).sql;
      const valued = (from: Cursor['keys'] | undefined) =>
        groups
          ? groupedStep(db, query, groups, ties, from, runsDown, size)
          : step(query, keys, sql`${value} is not null`, from, runsDown, size);
      const empty = async (from: Cursor['keys'] | undefined) => {
        const rows = await step(query, ties, sql`${value} is null`, from?.slice(1), runsDown, size);
        return rows.map((one) => ({ row: one.row, keys: [null, ...one.keys] }));
      };
      const startsEmpty = cursor !== undefined && cursor.keys[0] === null;
      const [nearer, farther] = isBack ? [empty, valued] : [valued, empty];
      const startsFarther = isBack ? !startsEmpty : startsEmpty;
      if (cursor && startsFarther) return farther(cursor.keys);
      const found = await nearer(cursor?.keys);
      return found.length === size ? found : [...found, ...(await farther(undefined))].slice(0, size);
    },
  };
}

/** The rest of the group in which the cursor stands, then so many of the groups after it as fill the page. */
async function groupedStep<DB, Tables extends keyof DB, Row>(
  db: ReadDb,
  query: RowQuery<DB, Tables, Row>,
  groups: Groups,
  ties: readonly OrderKey[],
  from: readonly (string | null)[] | undefined,
  runsDown: boolean,
  size: number,
): Promise<Keyed<Row>[]> {
  const place = from?.[0];
  if (!from || !place) return rowsOfGroups(db, query, groups, ties, undefined, runsDown, size);
  const own = sql<SqlBool>`${groups.column} = (${groups.inOrder})[${place}::integer]`;
  const rest = await step(query, ties, own, from.slice(1), runsDown, size);
  const found = rest.map(({ row, keys }) => ({ row, keys: [place, ...keys] }));
  if (found.length === size) return found;
  const more = await rowsOfGroups(db, query, groups, ties, place, runsDown, size);
  return [...found, ...more].slice(0, size);
}
