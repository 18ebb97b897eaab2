import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, readList, writeFilter } from './address.ts';
import { limits } from './filter.ts';
import { anyFilter, shape } from './rows.fixtures.ts';

const read = (query: string) => readList(shape, new URLSearchParams(query));

describe('an address', () => {
  it('gives back the filter that wrote it, and is then written the same', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const parts = writeFilter(shape, filter);
        const state = readList(shape, new URLSearchParams(addressOf('/', parts).slice(2)));
        expect(state).toMatchObject(filter);
        expect(state.dropped).toEqual([]);
        expect(writeFilter(shape, state)).toEqual(parts);
      }),
    );
  });

  it('leaves the own order out, also one that runs downwards', () => {
    const newest = { ...shape, startsDown: true as const };
    const of = (query: string) => readList(newest, new URLSearchParams(query));
    const own = of('');
    expect(own.sort).toEqual({ by: 'place', isDown: true });
    expect(writeFilter(newest, own)).toEqual([]);
    expect(writeFilter(newest, of('xep=place'))).toEqual([['xep', 'place']]);
  });

  it('never fails, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }))),
        (parts) => {
          const state = readList(shape, parts);
          expect(state.clauses.flat().length).toBeLessThanOrEqual(limits.conditions);
        },
      ),
    );
  });

  it('is readable', () => {
    expect(
      addressOf(
        '/x',
        writeFilter(shape, {
          search: '',
          clauses: [
            [{ field: 'state', operator: 'is', values: ['open'] }],
            [{ field: 'day', operator: 'within', values: ['thang-nay'] }],
            [
              { field: 'owner', operator: 'empty', values: [] },
              { field: 'amount', operator: 'between', values: ['1', '2.5'] },
            ],
          ],
          sort: { by: 'day', isDown: true },
        }),
      ),
    ).toBe('/x?state=open&day.ky=thang-nay&hoac1.owner.de-trong=1&hoac1.amount.khoang=1..2.5&xep=-day');
  });

  it.each([
    ['colour=red', 'unknown-field'],
    ['constructor=x', 'unknown-field'],
    ['state=closed', 'bad-value'],
    ['state.truoc=open', 'unknown-operator'],
    ['name.de-trong=1', 'unknown-operator'],
    ['day.truoc=31/02/2026', 'bad-value'],
    ['day.khoang=2026-02-02..2026-01-01', 'bad-value'],
    ['day.ky=tuan-toi', 'bad-value'],
    ['owner=1', 'bad-value'],
    ['amount.tu=1e9', 'bad-value'],
    ['amount.tu=1;drop table x', 'bad-value'],
    ['urgent=1', 'bad-value'],
    ['xep=colour', 'unknown-sort'],
    ['state.la.la=open', 'unknown-operator'],
    ['hoac7.state=open', 'too-many'],
    ['name=%00%01', 'bad-value'],
    [`name=${'a'.repeat(201)}`, 'bad-value'],
  ])('drops %s and says why', (query, reason) => {
    const state = read(query);
    expect(state.clauses).toEqual([]);
    expect(state.dropped.map((one) => one.reason)).toEqual([reason]);
  });

  it('reads dates and decimals as people type them', () => {
    expect(read('day.truoc=1/5/2026&amount.tu=2,50').clauses).toEqual([
      [{ field: 'day', operator: 'before', values: ['2026-05-01'] }],
      [{ field: 'amount', operator: 'at-least', values: ['2.5'] }],
    ]);
  });

  it('takes no more conditions than a person would put together', () => {
    const state = read(Array.from({ length: 30 }, (_, n) => `name=a${n}`).join('&'));
    expect(state.clauses).toHaveLength(limits.conditions);
    expect(state.dropped.at(-1)?.reason).toBe('too-many');
  });
});
