import { describe, expect, it } from 'vitest';
import { citationFindings } from './citation-findings.ts';
import { facts, row, soundPlan } from './fixtures.ts';

type Cited = Parameters<typeof row<'citation'>>[2];
const of = (...cited: Cited[]) =>
  citationFindings(
    soundPlan({ citations: cited.map((data, index) => row('citation', `c${index}`, data)) }),
    facts(),
  );

describe('cited documents', () => {
  it.each(['2025-02-31', '2025-13-01', '2025-06-00'])('cannot be of %s', (date) => {
    expect(of({ number: '5/KH-UBND', date })).toMatchObject([
      {
        code: 'citation-date-impossible',
        severity: 'must',
        detail: { citation: 'Nghị định 5/KH-UBND', date },
      },
    ]);
  });

  it('cannot be of a day after the plan, or after today where it has none', () => {
    const later = { number: '5/KH-UBND', date: '2026-01-06' };
    expect(of(later)).toMatchObject([{ code: 'citation-in-future', detail: { by: '2026-01-05' } }]);
    expect(of({ ...later, date: '2026-01-05' })).toEqual([]);
    const head = { ...soundPlan().head, date: null };
    const citations = [row('citation', 'c', { ...later, date: '2026-01-05' })];
    expect(citationFindings(soundPlan({ head, citations }), facts())).toMatchObject([
      { code: 'citation-in-future', detail: { by: '2026-01-04' } },
    ]);
  });

  it('have one year in number and day', () => {
    expect(of({ number: '59/2019/NĐ-CP', date: '2021-07-01' })).toMatchObject([
      { code: 'citation-year-differs', detail: { year: '2019' }, mends: [{ shown: '2019-07-01' }] },
    ]);
    expect(of({ number: '45/2019/QH14', date: '2019-11-20' })).toEqual([]);
    expect(of({ number: '2025/KH-UBND', date: '2024-11-20' })).toEqual([]);
  });

  it('have one day', () => {
    const found = of({ date: '2025-06-09' }, { date: '2025-06-19' }, { date: '2025-06-09' });
    expect(found).toMatchObject([{ code: 'citation-two-dates', keys: ['c0', 'c1', 'c2'] }]);
    expect(found[0]?.mends.map((mend) => mend.changes.map((change) => change.key))).toEqual([
      ['c1'],
      ['c0', 'c2'],
    ]);
  });

  it('may share a number where issuer or year are others', () => {
    const plan = { type: 'Kế hoạch', number: '07/KH-UBND', issuer: 'UBND tỉnh' };
    expect(of({ ...plan, date: '2025-01-15' }, { ...plan, date: '2024-01-20' })).toEqual([]);
    expect(of({ ...plan, date: '2025-01-15' }, { ...plan, issuer: 'UBND xã', date: '2025-01-20' })).toEqual(
      [],
    );
    expect(of({ ...plan, date: '2025-01-15' }, { ...plan, date: '2025-01-20' })).toHaveLength(1);
  });

  it('have the year in the number where the plan itself gives it elsewhere', () => {
    const short = { number: '118/NĐ-CP', date: '2025-06-09' };
    expect(of({ date: '2025-06-09' }, short)).toMatchObject([
      { code: 'citation-number-short', keys: ['c1'], mends: [{ shown: '118/2025/NĐ-CP' }] },
    ]);
    expect(of({ date: '2025-06-10' }, short)).toEqual([]);
    expect(of(short)).toEqual([]);
  });

  it('need no day', () => {
    expect(of({ date: null }, { date: '2025-06-09' })).toEqual([]);
  });
});
