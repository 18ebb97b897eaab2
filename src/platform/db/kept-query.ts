import type { CompiledQuery } from 'kysely';
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
  return async (db, values) => {
    kept ??= build(db, places as Values).compile();
    const given = values as Readonly<Record<string, unknown>>;
    const parameters = kept.parameters.map((one) => (one instanceof Place ? given[one.name] : one));
    const { rows } = await db.executeQuery<Row>({ ...kept, parameters });
    return rows;
  };
}

const places = new Proxy({}, { get: (_, name) => new Place(String(name)) });
