import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Db } from '#platform/db/db.ts';
import { newId } from '#platform/db/id.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { testServices } from '#platform/db/testing.ts';
import { compileFilter } from './compile-filter.server.ts';
import { countRows } from './count.server.ts';
import { writeCursor } from './cursor.ts';
import { keysetPage, nextBatch } from './keyset.server.ts';
import {
  anyFilter,
  anyRows,
  fieldMap,
  inDatabase,
  orders,
  passes,
  type SampleRow,
  shape,
  today,
} from './rows.fixtures.ts';

const services = await testServices();
const rounds = Number(process.env.LIST_ROUNDS ?? 60);
const inDb = <Result>(work: (db: Db) => Promise<Result>) => inTenant(services.pool, newId(), 'read', work);

describe('a filter', () => {
  it('lets through in the database what it lets through in memory', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anyFilter, async (rows, filter) => {
        const found = await inDb((db) =>
          inDatabase(db, rows)
            .where(compileFilter(fieldMap, filter, today))
            .execute(),
        );
        const wanted = rows.filter((row) => passes(row, filter));
        expect(found.map((row) => row.id).sort()).toEqual(wanted.map((row) => row.id).sort());
      }),
      { numRuns: rounds },
    );
  });

  it('reaches nothing but the fields of its map', () => {
    const clauses = [[{ field: 'toString', operator: 'is' as const, values: ['x'] }]];
    expect(() => compileFilter(fieldMap, { clauses }, today)).toThrow(/no SQL/);
  });
});

const anySort = fc.record({ by: fc.constantFrom(...shape.sorts), isDown: fc.boolean() });

/** The whole list as one query, by the words of SQL: values first, then what lacks one. */
async function sorted(db: Db, rows: readonly SampleRow[], sort: { by: string; isDown: boolean }) {
  const order = orders[sort.by];
  const { by, groups, ties = [] } = order ?? {};
  const placed = groups && [{ sql: sql`array_position(${groups.inOrder}, ${groups.column})` }];
  const keys = [...(placed ?? (by ? [by] : [])), ...ties];
  let query = inDatabase(db, rows);
  for (const key of keys) {
    query = query.orderBy(key.sql, (one) => (sort.isDown ? one.desc() : one.asc()).nullsLast());
  }
  return (await query.execute()).map((row) => row.id);
}

describe('pages by keyset', () => {
  it('show every row once, in order, forwards and back', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anySort, fc.integer({ min: 1, max: 7 }), async (rows, sort, size) => {
        await inDb(async (db) => {
          const wanted = await sorted(db, rows, sort);
          const pages: string[][] = [];
          const backs: (string | undefined)[] = [];
          let cursor: string | undefined;
          do {
            const page = await keysetPage(db, inDatabase(db, rows), orders, { sort, cursor }, size);
            expect(page.hadBadCursor).toBe(false);
            expect(page.rowsBefore).toBe(pages.flat().length);
            pages.push(page.rows.map((row) => row.id));
            backs.push(page.previous);
            cursor = page.next;
          } while (cursor !== undefined);
          expect(pages.flat()).toEqual(wanted);
          for (let at = pages.length - 1; at > 0; at -= 1) {
            const page = await keysetPage(
              db,
              inDatabase(db, rows),
              orders,
              { sort, cursor: backs[at] },
              size,
            );
            expect(page.rows.map((row) => row.id)).toEqual(pages[at - 1]);
            expect(page.next).toBeDefined();
          }
        });
      }),
      { numRuns: rounds },
    );
  });

  it('stay in step when rows come and go', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anyRows, anySort, async (rows, others, sort) => {
        const [coming, staying] = [others.filter((other) => !rows.some((row) => row.id === other.id)), rows];
        await inDb(async (db) => {
          const first = await keysetPage(db, inDatabase(db, staying), orders, { sort, cursor: undefined }, 5);
          const seen = first.rows.map((row) => row.id);
          // The page just read is gone and others have come: what was behind it is still behind it.
          const now = [...staying.filter((row) => !seen.includes(row.id)), ...coming];
          let cursor = first.next;
          while (cursor !== undefined) {
            const page = await keysetPage(db, inDatabase(db, now), orders, { sort, cursor }, 5);
            seen.push(...page.rows.map((row) => row.id));
            cursor = page.next;
          }
          expect(new Set(seen).size).toBe(seen.length);
          expect(seen).toEqual(expect.arrayContaining(staying.map((row) => row.id)));
        });
      }),
      { numRuns: rounds / 2 },
    );
  });

  it('come in batches too', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anySort, async (rows, sort) => {
        await inDb(async (db) => {
          const seen: string[] = [];
          let after: string | undefined;
          do {
            const batch = await nextBatch(db, inDatabase(db, rows), orders, sort, after, 4);
            seen.push(...batch.rows.map((row) => row.id));
            after = batch.after;
          } while (after !== undefined);
          expect(seen).toEqual(await sorted(db, rows, sort));
        });
      }),
      { numRuns: rounds / 2 },
    );
  });

  const forged = [
    'x',
    '../../etc/passwd',
    'e30',
    writeCursor('day', { side: 'after', keys: ["2026-01-01' or 1=1 --", newId()], rowsBefore: 0 }),
    writeCursor('day', { side: 'after', keys: ['2026-13-01', newId()], rowsBefore: 0 }),
    writeCursor('day', { side: 'after', keys: ['2026-01-01', null], rowsBefore: 0 }),
    writeCursor('day', { side: 'after', keys: ['2026-01-01'], rowsBefore: 0 }),
    writeCursor('-day', { side: 'after', keys: ['2026-01-01', newId()], rowsBefore: 0 }),
    Buffer.from('["day","after",["2026-01-01","x"],-1]').toString('base64url'),
    'A'.repeat(5_000),
  ];
  it.each(forged)('begin anew at a place that is none (%#)', async (cursor) => {
    const page = await inDb((db) =>
      keysetPage(db, inDatabase(db, []), orders, { sort: { by: 'day', isDown: false }, cursor }, 5),
    );
    expect(page).toMatchObject({ rows: [], hadBadCursor: true, next: undefined });
  });
});

it('counts no further than asked', async () => {
  await inDb(async (db) => {
    const series = (n: number) =>
      db
        .selectFrom(sql<{ n: number }>`generate_series(1, ${sql.lit(n)})`.as('n') as never)
        .select(sql`1`.as('n'));
    expect(await countRows(db, series(7), 7)).toEqual({ rows: 7, isMore: false });
    expect(await countRows(db, series(8), 7)).toEqual({ rows: 7, isMore: true });
  });
});
