import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { ReadDb } from '#platform/db/db.ts';
import { leastLikeness, likeness, nearlyHas } from './likeness.server.ts';
import { exactFirst, exactScore, hasExactMarks, matchesWords } from './matching.server.ts';
import type { SearchHow } from './search-source.ts';
import { isMarked, type SearchWords } from './search-words.ts';

/** Looking goes no further: "more than a thousand" is all that anybody wants to know. */
export const mostCounted = 1_000;

/** Where the words stand, and how rows that answer equally well are ordered: `row(…)` of SQL. */
interface Searched {
  readonly alias: string;
  readonly ties: RawBuilder<unknown>;
}

/**
 * The rows of a query that answer a search best, and how many answer it, up to `mostCounted` and one. The query names
 * its tenant and who may see what; `alias` has `folded` and `spelled`. Where more rows answer than are counted, the
 * best are those with exact marks among all, and otherwise those of the ones that were looked at.
 */
export async function bestRows<Database, Tables extends keyof Database, Row extends { id: string }>(
  db: ReadDb,
  query: SelectQueryBuilder<Database, Tables, Row>,
  { alias, ties }: Searched,
  words: SearchWords,
  how: SearchHow,
): Promise<{ rows: Row[]; total: number }> {
  const found = query.where(how.isNear ? nearlyHas(alias, words) : matchesWords(alias, words));
  const looked = found
    .select([(how.isNear ? likeness : exactFirst)(alias, words).as('score'), ties.as('ties')])
    .limit(mostCounted + 1)
    .as('looked');
  const rows = (await db
    .selectFrom(looked)
    .selectAll()
    .select(sql<number>`count(*) over ()`.as('total'))
    .where(sql.ref('score'), '>=', how.isNear ? leastLikeness : 0)
    .orderBy(sql.ref('score'), 'desc')
    .orderBy(sql.ref('ties'))
    .limit(how.limit)
    .execute()) as unknown as (Row & { score: number; total: number })[];
  const total = rows[0]?.total ?? 0;
  const mayBeBetter = total > mostCounted && isMarked(words) && rows.some(({ score }) => score < exactScore);
  if (how.isNear || !mayBeBetter) return { rows, total };
  const exact = await found.where(hasExactMarks(alias, words)).limit(how.limit).execute();
  const known = new Set(exact.map(({ id }) => id));
  return { rows: [...exact, ...rows.filter(({ id }) => !known.has(id))].slice(0, how.limit), total };
}
