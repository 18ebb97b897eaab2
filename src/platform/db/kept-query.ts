import { CompiledQuery } from 'kysely';
import type { ReadDb } from './db.ts';

/** Stands in a query for a value that comes with each use. */
class Place {
  constructor(readonly name: string) {}
}

/**
 * A query whose text is the same at every use: put together and compiled once in the process, then sent with the values
 * of the moment. Putting ten joins together takes longer than the database needs to answer them.
 *
 * @param build puts the query together; each value must go into it as it was given, for only its place is remembered
 */
export function keptQuery<Values extends object, Row>(
  build: (db: ReadDb, values: Values) => { compile(): CompiledQuery<Row> },
): (db: ReadDb, values: Values) => Promise<Row[]> {
  let kept: CompiledQuery<Row> | undefined;
  return (db, values) => {
    kept ??= keep(build(db, places as Values));
    return askKept(db, kept, values);
  };
}

/** What to put a query together with where its values come with each use: to be taken for the values. */
export const places: object = new Proxy({}, { get: (_, name) => new Place(String(name)) });

/** Texts of kept queries, each held once: people with the same rights ask in the same words. */
const texts = new Map<string, string>();
const mostTexts = 2_000;

/** Compiles a query; only its text and parameters are held on to, not what it was put together from. */
export function keep<Row>(query: { compile(): CompiledQuery<Row> }): CompiledQuery<Row> {
  const { sql, parameters } = query.compile();
  const text = texts.get(sql) ?? sql;
  if (texts.size >= mostTexts) texts.clear();
  texts.set(text, text);
  return CompiledQuery.raw(text, [...parameters]);
}

/** Sends a query that was kept, with the values of the moment in its places. */
export async function askKept<Row>(db: ReadDb, kept: CompiledQuery<Row>, values: object): Promise<Row[]> {
  const given = values as Readonly<Record<string, unknown>>;
  const parameters = kept.parameters.map((one) => (one instanceof Place ? given[one.name] : one));
  const { rows } = await db.executeQuery<Row>({ ...kept, parameters });
  return rows;
}
