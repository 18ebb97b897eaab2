import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { keptQuery } from './kept-query.ts';
import { inTenant } from './tenant-transaction.ts';
import { newId } from './id.ts';
import { testServices } from './testing.ts';

let services: Awaited<ReturnType<typeof testServices>>;
beforeAll(async () => {
  services = await testServices();
});

interface Values {
  readonly least: number;
  readonly most: number;
}

describe('a query that is kept', () => {
  it('is put together once, and answers by the values of each use', async () => {
    let built = 0;
    const between = keptQuery((db, { least, most }: Values) => {
      built += 1;
      return db
        .selectFrom(
          sql<{ n: number }>`(select n::int from generate_series(1, ${most}::int) as s(n))`.as('numbers'),
        )
        .select('numbers.n')
        .where('numbers.n', '>=', least)
        .where('numbers.n', '<', 8);
    });
    const ask = (values: Values) =>
      inTenant(services.pool, newId(), 'read', async (db) => (await between(db, values)).map(({ n }) => n));
    const answers = await Promise.all([
      ask({ least: 1, most: 3 }),
      ask({ least: 2, most: 3 }),
      ask({ least: 7, most: 90 }),
    ]);
    expect(answers).toEqual([[1, 2, 3], [2, 3], [7]]);
    expect(built).toBe(1);
  });
});
