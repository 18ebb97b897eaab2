import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeNumber, numberAndSymbol } from './issued-paper.ts';

describe('a number', () => {
  it('stands with two digits at least', () => {
    expect([numberAndSymbol(5, 'UBND'), numberAndSymbol(112, 'PGV-UBND')]).toEqual([
      '05/UBND',
      '112/PGV-UBND',
    ]);
  });

  it('is the next one where it was left as proposed, and needs a reason where it is another', () => {
    const whole = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(
        whole,
        whole,
        fc.integer({ min: 0, max: 500 }),
        fc.constantFrom('', 'sổ giấy'),
        (...drawn) => {
          const [number, proposed, last, note] = drawn;
          const wanted = number === proposed ? last + 1 : number;
          const isAllowed = number === proposed || number === last + 1 || note !== '';
          expect(judgeNumber({ number, proposed, note }, last)).toEqual(
            isAllowed ? { ok: true, number: wanted } : { ok: false },
          );
        },
      ),
    );
  });
});
