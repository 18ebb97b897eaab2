import type { RawBuilder, SelectQueryBuilder } from 'kysely';
import type { KeyKind } from './cursor.ts';

/** One value by which rows are ordered. */
export interface OrderKey {
  readonly kind: KeyKind;
  /** Where the value lies; a text brings its collation along and is cut to `longestKey` characters. */
  readonly sql: RawBuilder<unknown>;
}

/**
 * An order by what many rows share, such as the unit of a task: all rows of the first group, then those of the second.
 * Each group is read by an index that begins with the group, so that no page sorts more rows than it shows.
 */
export interface Groups {
  /** Names the group of a row, by an id; rows without one come last. */
  readonly column: RawBuilder<unknown>;
  /** The ids of all groups in their order, as an array of the database. */
  readonly inOrder: RawBuilder<unknown>;
}

/**
 * An order of a list. `by` may be missing in rows only where `canBeEmpty` says so; these come last, whichever way the
 * order runs. `ties` decide between equal rows, never lack a value, and end with the id, so that no two rows are equal.
 * They run the same way as `by`, so that one index serves both directions. `groups` stand in the place of `by`.
 */
export interface Order {
  readonly by?: OrderKey & { readonly canBeEmpty?: boolean };
  readonly groups?: Groups;
  readonly ties: readonly OrderKey[];
}

export type OrderMap = Readonly<Record<string, Order>>;

/** The rows that are wanted, before order and limit. The keys of the order are added to what it selects. */
export type RowQuery<DB, Tables extends keyof DB, Row> = SelectQueryBuilder<DB, Tables, Row>;

/** A row and the keys by which a cursor names its place; null in the first place where it has no value to sort by. */
export interface Keyed<Row> {
  readonly row: Row;
  readonly keys: (string | null)[];
}
