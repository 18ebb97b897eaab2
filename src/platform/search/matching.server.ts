import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { plannedAnew } from '#platform/db/db.ts';
import type { SearchTerm, SearchWords } from './search-words.ts';

/**
 * True for rows of `alias` that hold every term of the search, marks and case aside, each at the beginning of a word.
 * The table has the stored column `folded`, whose trigram index this uses.
 */
export function matchesWords(alias: string, words: SearchWords): RawBuilder<SqlBool> {
  const folded = sql.ref(`${alias}.folded`);
  const terms = words.terms.map((term) =>
    any(forms(term).map((form) => startsWord(folded, form, term.isWhole))),
  );
  return sql<SqlBool>`${sql.raw(plannedAnew)} ${all(terms)}`;
}

/** The score of a row with exact marks and nothing else that speaks for it. */
export const exactScore = 4;

/**
 * How well a row that matches answers the search, for `order by … desc`: exact marks first, then the words in the order
 * in which they were typed, then whole words before beginnings. The table has the stored columns `folded`, `spelled`.
 */
export function exactFirst(alias: string, words: SearchWords): RawBuilder<number> {
  const padded = sql`(' ' || ${sql.ref(`${alias}.folded`)} || ' ')`;
  const inOrder = words.terms.map((term) => term.text).join(' ');
  const areWhole = all(
    words.terms.map((term) => sql<SqlBool>`${padded} like '% ' || ${escaped(foldOf(term.text))} || ' %'`),
  );
  return sql<number>`(case when ${hasExactMarks(alias, words)} then ${sql.lit(exactScore)} else 0 end
    + case when ${padded} like '% ' || ${escaped(foldOf(inOrder))} || '%' then 2 else 0 end
    + case when ${areWhole} then 1 else 0 end)`;
}

/** True for rows that hold every term with its marks. */
export function hasExactMarks(alias: string, words: SearchWords): RawBuilder<SqlBool> {
  const spelled = sql.ref(`${alias}.spelled`);
  const spelling = (term: SearchTerm, form: string) =>
    term.isWhole ? sql`platform.spell(${form})` : sql`rtrim(platform.spell(${form}))`;
  return all(
    words.terms.map((term) =>
      any(
        forms(term).map(
          (form) => sql<SqlBool>`${spelled} like '%' || ${escaped(spelling(term, form))} || '%'`,
        ),
      ),
    ),
  );
}

/** Two patterns where one would do on a text with blanks around it: both can use the index of the column itself. */
function startsWord(folded: RawBuilder<unknown>, form: string, isWhole: boolean): RawBuilder<SqlBool> {
  const word = escaped(foldOf(form));
  if (isWhole) return sql<SqlBool>`(' ' || ${folded} || ' ') like '% ' || ${word} || ' %'`;
  return sql<SqlBool>`(${folded} like ${word} || '%' or ${folded} like '% ' || ${word} || '%')`;
}

function forms(term: SearchTerm): string[] {
  return term.meant === undefined ? [term.text] : [term.text, term.meant];
}

function foldOf(text: string): RawBuilder<string> {
  return sql<string>`platform.fold(${text})`;
}

/** Folding keeps the per cent sign, which is part of what is searched ("90%") and no pattern. */
function escaped(text: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`replace(${text}, '%', '\\%')`;
}

function all(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

function any(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}
