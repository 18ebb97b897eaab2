import { afterEach, describe, expect, it, vi } from 'vitest';
import { newId, parseId } from './id.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('ids', () => {
  it('stand in the order in which they were made, also when the clock is set back meanwhile', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-12T10:00:00Z') });
    const made: string[] = [];
    for (const moment of ['10:00:00', '10:00:01', '07:00:00', '07:00:01', '10:00:02']) {
      vi.setSystemTime(new Date(`2026-05-12T${moment}Z`));
      for (let count = 0; count < 500; count += 1) made.push(newId());
    }
    expect(made).toEqual(made.toSorted());
    expect(new Set(made).size).toBe(made.length);
  });

  it.each(['', 'x', '0198c000', null, undefined, "0198c000-0000-7000-8000-00000000000'"])(
    'are not made of %j',
    (text) => {
      expect(parseId(text)).toBeUndefined();
    },
  );
});
