import { describe, expect, it } from 'vitest';
import { isLastingRefusal, isPausedAt, nextAttemptAt, restsUntil } from './retry.ts';

const now = new Date('2026-05-12T03:30:00Z');
const answered = (status: number | null, retryAfterSeconds: number | null = null) => ({
  status,
  retryAfterSeconds,
});
const after = (at: Date | null | undefined) => at && at.getTime() - now.getTime();
const hour = 3_600_000;

describe('a letter', () => {
  it('that gets no answer or a fault is tried ever more rarely for three days', () => {
    for (const failure of [answered(null), answered(500), answered(429), answered(307)]) {
      const waits = Array.from({ length: 12 }, (_, at) => after(nextAttemptAt(at + 1, failure, now)));
      expect(waits.at(-1)).toBeUndefined();
      const given = waits.filter((wait) => typeof wait === 'number');
      expect(given).toEqual([...given].sort((a, b) => a - b));
      const whole = given.reduce((sum, wait) => sum + wait, 0);
      expect(whole).toBeGreaterThan(72 * hour);
      expect(whole).toBeLessThan(74 * hour);
    }
  });

  it('that is declined for good is given up at the third time', () => {
    const tries = [1, 2, 3].map((attempts) => after(nextAttemptAt(attempts, answered(422), now)));
    expect(tries).toEqual([5_000, 30_000, undefined]);
  });

  it('is declined for good by 400 to 499 apart from those that ask to come again', () => {
    const lasting = [400, 401, 403, 404, 409, 410, 413, 422, 451, 499];
    const passing = [null, 200, 301, 399, 408, 425, 429, 500, 503, 599];
    expect(lasting.filter((status) => !isLastingRefusal(status))).toEqual([]);
    expect(passing.filter((status) => isLastingRefusal(status))).toEqual([]);
  });

  it('comes again no earlier than the receiver asked, within an hour', () => {
    expect(after(nextAttemptAt(1, answered(503, 90), now))).toBe(90_000);
    expect(after(nextAttemptAt(6, answered(503, 90), now))).toBe(2 * hour);
    expect(after(nextAttemptAt(1, answered(503, 999_999_999), now))).toBe(hour);
  });
});

describe('an address', () => {
  it('rests after the third failure in a row, and longer after each further one up to an hour', () => {
    const rests = [1, 2, 3, 4, 5, 6, 7, 8, 9, 500].map((row) => after(restsUntil(row, answered(500), now)));
    expect(rests).toEqual([
      null,
      null,
      5_000,
      30_000,
      120_000,
      600_000,
      1_800_000,
      3_600_000,
      3_600_000,
      3_600_000,
    ]);
  });

  it('rests from the first failure on for as long as it asks', () => {
    expect(after(restsUntil(1, answered(429, 60), now))).toBe(60_000);
    expect(after(restsUntil(8, answered(429, 60), now))).toBe(hour);
  });

  it('is paused when it accepted nothing for three days, or says that it is gone', () => {
    const since = (hours: number) => new Date(now.getTime() - hours * hour);
    expect(isPausedAt(since(71.9), answered(500), now)).toBe(false);
    expect(isPausedAt(since(72), answered(422), now)).toBe(true);
    expect(isPausedAt(now, answered(410), now)).toBe(true);
  });
});
