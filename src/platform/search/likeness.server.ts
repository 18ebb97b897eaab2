import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '#platform/db/db.ts';
import type { SearchWords } from './search-words.ts';

/** Half of the letter triples of what was typed: one wrong, missing or turned letter in a word or two. */
const leastLikeness = 0.5;

/** Sets for the rest of the transaction how alike is alike enough for `resemblesWords`. */
export async function setLikeness(db: Db): Promise<void> {
  await sql`set local pg_trgm.word_similarity_threshold = ${sql.lit(leastLikeness)}`.execute(db);
}

/**
 * True for rows of `alias` in which something is spelled nearly like the search. A last resort, for when nothing
 * matches: call `setLikeness` before, and say on the page that these are near misses.
 */
export function resemblesWords(alias: string, words: SearchWords): RawBuilder<SqlBool> {
  return sql<SqlBool>`platform.fold(${plain(words)}) <% ${sql.ref(`${alias}.folded`)}`;
}

/** How near a row comes to the search, 0 to 1, for `order by … desc`. */
export function likeness(alias: string, words: SearchWords): RawBuilder<number> {
  return sql<number>`word_similarity(platform.fold(${plain(words)}), ${sql.ref(`${alias}.folded`)})`;
}

function plain(words: SearchWords): string {
  return words.terms.map((term) => term.text).join(' ');
}
