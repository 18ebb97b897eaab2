import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type HistoryLine, linesOf, listPeople, opening, toLine } from '#modules/casework/index.server.ts';
import type { Id } from '#platform/db/id.ts';
import { compileFilter, type FieldMap } from '#platform/list/compile-filter.server.ts';
import { countRows, type ListCount } from '#platform/list/count.server.ts';
import { type ListFilter, type ListState, ownSort } from '#platform/list/filter.ts';
import { type KeysetPage, keysetPage, nextBatch } from '#platform/list/keyset.server.ts';
import type { OrderMap } from '#platform/list/order.server.ts';
import { matchesWords } from '#platform/search/matching.server.ts';
import { readSearch } from '#platform/search/search-words.ts';
import { withinTime } from '#platform/search/time-limit.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { auditListShape } from './parts/audit-list-words.tsx';
import { type NamedTerm, namedTerms } from './named-terms.ts';
import { wordsOf } from './parts/audit-words.tsx';

type Wanted = Pick<ListFilter, 'search' | 'clauses'>;

const pageSize = 50;
/** Nobody waits longer for a page; a rare thing among millions of lines needs a condition that has an index. */
const longestMs = 4_000;
/** The page says how many lines there are up to here; beyond, people read on or narrow the filter. */
const countedUpTo = 1_000;

/** One page of the lines of the filter; undefined where finding them takes too long. */
export async function listLines(
  ctx: Ctx,
  state: Wanted & Pick<ListState, 'sort' | 'cursor'>,
): Promise<{ page: KeysetPage<HistoryLine>; count: ListCount } | undefined> {
  const named = await termsOf(ctx, state);
  return withinTime(ctx.db, longestMs, async () => {
    const page = await keysetPage(ctx.db, filtered(ctx, state, named), orders, state, pageSize);
    const count = await countRows(ctx.db, filtered(ctx, state, named), countedUpTo);
    return { page: { ...page, rows: page.rows.map(toLine) }, count };
  });
}

/** How many lines the filter has, for a file of them. */
export async function countLines(ctx: Ctx, filter: Wanted): Promise<ListCount> {
  return countRows(ctx.db, filtered(ctx, filter, await termsOf(ctx, filter)));
}

/** The next lines of the filter in its order; `after` as the last batch gave it. */
export async function nextLines(
  ctx: Ctx,
  filter: ListFilter,
  after: string | undefined,
  size: number,
): Promise<{ rows: HistoryLine[]; after: string | undefined }> {
  const named = await termsOf(ctx, filter);
  const batch = await nextBatch(ctx.db, filtered(ctx, filter, named), orders, filter.sort, after, size);
  return { rows: batch.rows.map(toLine), after: batch.after };
}

/** A search is for words, and lines hold codes: what each word names is looked up once a request. */
async function termsOf(ctx: Ctx, filter: Wanted): Promise<NamedTerm[]> {
  const search = readSearch(filter.search);
  return search ? namedTerms(search, wordsOf(ctx.lang), await listPeople(ctx)) : [];
}

function filtered(ctx: Ctx, filter: Wanted, named: readonly NamedTerm[]) {
  let query = linesOf(ctx).where(compileFilter(fields, filter, ctx.clock.today()));
  for (const term of named) query = query.where(answers(ctx.tenant.id, term));
  return query;
}

const orders: OrderMap = {
  [ownSort(auditListShape).by]: {
    ties: [
      { kind: 'instant', sql: sql`l.at` },
      { kind: 'id', sql: sql`l.id` },
    ],
  },
};

const fields: FieldMap = {
  nguoi: { kind: 'id', column: sql`l.actor_id` },
  kieu: { matches: (sort) => (sort === 'mo' ? opening : sql`not ${opening}`) },
  viec: { kind: 'choice', column: sql`l.act` },
  loai: { kind: 'choice', column: sql`l.record_kind` },
  'ban-ghi': { kind: 'id', column: sql`l.record_id` },
  ngay: { moment: sql`l.at` },
  ten: { kind: 'text', column: sql`l.actor_name` },
  'he-thong': { kind: 'yes-no', column: sql`l.actor_id is null` },
  noi: { kind: 'text', column: sql`l.remote_address` },
  'yeu-cau': { kind: 'text', column: sql`l.request_id` },
};

/** A line answers a term by its act, the kind of its record, who did it, or the record itself by its name. */
function answers(tenantId: Id<'tenant'>, named: NamedTerm): RawBuilder<SqlBool> {
  const words = { typed: named.term.text, terms: [named.term] };
  const ofTable = (table: RawBuilder<unknown>) =>
    sql`select r.id from ${table} r where r.tenant_id = ${tenantId} and ${matchesWords('r', words)}`;
  return sql`(l.act = any(${named.acts}::text[]) or l.record_kind = any(${named.kinds}::text[])
    or l.actor_id = any(${named.people}::uuid[])
    or (l.actor_id is null and l.actor_name = any(${named.systems}::text[]))
    or l.record_id in (${ofTable(sql`directory.published_officer`)})
    or l.record_id in (${ofTable(sql`directory.published_unit`)})
    or l.record_id in (${ofTable(sql`planning.published_task`)})
    or l.record_id in (${ofTable(sql`planning.published_plan`)}))`;
}
