import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { ReadDb } from '#platform/db/db.ts';
import { ordersOf } from '#platform/list/best-first.server.ts';
import { compileFilter } from '#platform/list/compile-filter.server.ts';
import { countRows, type ListCount } from '#platform/list/count.server.ts';
import type { ListFilter, ListState } from '#platform/list/filter.ts';
import { type KeysetPage, keysetPage, nextBatch } from '#platform/list/keyset.server.ts';
import { matchesWords } from '#platform/search/matching.server.ts';
import { readSearch } from '#platform/search/search-words.ts';

/** A commune as everybody may know it. */
export interface PublicCommune {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly provinceName: string;
  /** Its code in the official list; null where it was not set up from the list. */
  readonly officialCode: string | null;
}

const pageSize = 50;
/** The whole country has a third of this. */
const mostInFile = 10_000;

const ties = [
  { kind: 'text', sql: sql`left(t.name, 100) collate "vi-x-icu"` },
  { kind: 'id', sql: sql`t.id` },
] as const;
const ownOrder = { by: 'ten', isDown: false };
const orders = {
  ten: { ties },
  tinh: { by: { kind: 'text', sql: sql`left(t.province_name, 100) collate "vi-x-icu"` }, ties },
} as const;

/** The provinces that have communes on this system, in Vietnamese order. Reads a shared table. */
export async function listProvinceNames(db: ReadDb): Promise<string[]> {
  const rows = await db
    .selectFrom('directory.tenant')
    .select('province_name')
    .where('kind', '=', 'commune')
    .groupBy('province_name')
    .orderBy(sql`province_name collate "vi-x-icu"`)
    .execute();
  return rows.map((row) => row.province_name);
}

/** One page of the communes of the filter, by name or as well as they answer. Reads a shared table. */
export async function listCommunes(
  db: ReadDb,
  state: Pick<ListState, 'search' | 'clauses' | 'sort' | 'cursor'>,
  today: PlainDate,
): Promise<KeysetPage<PublicCommune>> {
  const found = ordered(state);
  const place = { sort: found.sort, cursor: state.cursor };
  const page = await keysetPage(db, communes(db, state, today), found.orders, place, pageSize);
  return { ...page, rows: page.rows.map(toCommune) };
}

/** How many communes the filter has. */
export function countCommunes(db: ReadDb, filter: ListFilter, today: PlainDate): Promise<ListCount> {
  return countRows(db, communes(db, filter, today));
}

/** Every commune of the filter in its order, for the file; at most 10,000. */
export async function listAllCommunes(
  db: ReadDb,
  filter: ListFilter,
  today: PlainDate,
): Promise<PublicCommune[]> {
  const { orders: known, sort } = ordered(filter);
  const batch = await nextBatch(db, communes(db, filter, today), known, sort, undefined, mostInFile);
  return batch.rows.map(toCommune);
}

function ordered({ search, sort }: Pick<ListFilter, 'search' | 'sort'>) {
  return ordersOf(orders, ownOrder, 't', readSearch(search), sort);
}

function communes(db: ReadDb, filter: Pick<ListFilter, 'search' | 'clauses'>, today: PlainDate) {
  const fields = { tinh: { kind: 'choice', column: sql`t.province_name` } } as const;
  const query = db
    .selectFrom('directory.tenant as t')
    .select(['t.id', 't.name', 't.slug', 't.province_name', 't.official_code'])
    .where('t.kind', '=', 'commune')
    .where(compileFilter(fields, filter, today));
  const words = readSearch(filter.search);
  return words ? query.where(matchesWords('t', words)) : query;
}

function toCommune(row: {
  id: string;
  name: string;
  slug: string;
  province_name: string;
  official_code: string | null;
}): PublicCommune {
  const { id, name, slug } = row;
  return { id, name, slug, provinceName: row.province_name, officialCode: row.official_code };
}
