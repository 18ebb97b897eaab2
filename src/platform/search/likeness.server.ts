import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { plannedAnew } from '#platform/db/db.ts';
import type { SearchTerm, SearchWords } from './search-words.ts';

/** Half of the letter triples of what was typed: one wrong, missing or turned letter in a word or two. */
export const leastLikeness = 0.5;

/**
 * True for rows of `alias` in which something is spelled nearly like the search. A last resort, for when nothing
 * matches: say on the page that these are near misses.
 */
export function resemblesWords(alias: string, words: SearchWords): RawBuilder<SqlBool> {
  return sql<SqlBool>`case when ${nearlyHas(alias, words)}
    then ${likeness(alias, words)} >= ${sql.lit(leastLikeness)} else false end`;
}

/** How near a row comes to the search, 0 to 1, for `order by … desc`. */
export function likeness(alias: string, words: SearchWords): RawBuilder<number> {
  const plain = words.terms.map((term) => term.text).join(' ');
  return sql<number>`word_similarity(platform.fold(${plain}), ${sql.ref(`${alias}.folded`)})`;
}

/**
 * True for rows that have the first or the second half of every word: a slip of the keys spoils only one of them. Quick
 * where likeness is slow, and too generous alone.
 */
export function nearlyHas(alias: string, words: SearchWords): RawBuilder<SqlBool> {
  const folded = sql.ref(`${alias}.folded`);
  const halves = words.terms.map((term) => nearly(folded, term));
  return sql<SqlBool>`${sql.raw(plannedAnew)} (${sql.join(halves, sql` and `)})`;
}

function nearly(folded: RawBuilder<unknown>, term: SearchTerm): RawBuilder<SqlBool> {
  const letters = [...term.text];
  // The halves of three letters say nothing; their first letter is seldom the wrong one.
  const middle = letters.length < 4 ? 1 : Math.ceil(letters.length / 2);
  const half = (part: string[]) => sql`replace(platform.fold(${part.join('')}), '%', '\\%')`;
  const begins = half(letters.slice(0, middle));
  const beginsWord = sql<SqlBool>`${folded} like ${begins} || '%' or ${folded} like '% ' || ${begins} || '%'`;
  if (letters.length < 4) return sql<SqlBool>`(${beginsWord})`;
  return sql<SqlBool>`(${beginsWord} or ${folded} like '%' || ${half(letters.slice(middle))} || '%')`;
}
