import { describe, expect, it } from 'vitest';
import { changesBetween, idsIn } from './history.ts';

describe('what changed', () => {
  it('is every field that differs, in the order of the later state', () => {
    expect(changesBetween({ state: 'open', due: '2026-06-30', kept: 1 }, { kept: 1, state: 'done' })).toEqual(
      [
        { path: ['state'], before: 'open', after: 'done' },
        { path: ['due'], before: '2026-06-30', after: undefined },
      ],
    );
  });

  it('is everything of a record that is new or gone', () => {
    expect(changesBetween(null, { name: 'A' })).toEqual([{ path: ['name'], before: undefined, after: 'A' }]);
    expect(changesBetween({ name: 'A' }, null)).toEqual([{ path: ['name'], before: 'A', after: undefined }]);
    expect(changesBetween(null, null)).toEqual([]);
    expect(changesBetween(null, {})).toEqual([]);
    expect(changesBetween({ endedOn: null }, {})).toEqual([]);
  });

  it('is looked for inside, so that of a long heading only the one word shows', () => {
    const head = { title: 'Kế hoạch', signer: { name: 'An', title: 'Chủ tịch' } };
    expect(
      changesBetween({ head }, { head: { ...head, signer: { name: 'Bình', title: 'Chủ tịch' } } }),
    ).toEqual([{ path: ['head', 'signer', 'name'], before: 'An', after: 'Bình' }]);
  });

  it('keeps lists whole, and what lies too deep', () => {
    expect(changesBetween({ units: ['a'] }, { units: ['a', 'b'] })).toEqual([
      { path: ['units'], before: ['a'], after: ['a', 'b'] },
    ]);
    const deep = { a: { b: { c: { d: { e: 1 } } } } };
    expect(changesBetween(null, deep)[0]?.path).toEqual(['a', 'b', 'c', 'd']);
  });
});

it('finds the ids to be named, wherever they stand', () => {
  const [one, two, three] = [1, 2, 3].map((n) => `0197a000-0000-7000-8000-00000000000${n}`) as [
    string,
    string,
    string,
  ];
  expect(
    idsIn([{ recordId: three, before: { assigneeId: one }, after: { units: [two, 'x', one] } }]),
  ).toEqual([three, one, two]);
});
