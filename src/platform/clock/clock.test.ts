import { describe, expect, it } from 'vitest';
import { fixedClock, systemClock } from './clock.ts';
import { plainDateAt } from './plain-date.ts';

describe('fixedClock', () => {
  it('stands still, on the date in Việt Nam', () => {
    const clock = fixedClock('2026-05-11T23:30:00Z');
    expect(clock.now().toISOString()).toBe('2026-05-11T23:30:00.000Z');
    expect(clock.today()).toBe('2026-05-12');
  });

  it('hands out a fresh instant, so that no caller can move it', () => {
    const clock = fixedClock('2026-05-12T09:00:00+07:00');
    clock.now().setFullYear(1999);
    expect(clock.now().toISOString()).toBe('2026-05-12T02:00:00.000Z');
  });

  it.each(['2026-05-12', '2026-05-12T09:00:00', 'soon', '2026-99-99T00:00:00Z'])('refuses %j', (text) => {
    expect(() => fixedClock(text)).toThrow(RangeError);
  });
});

describe('systemClock', () => {
  it('tells the same day by both readings', () => {
    const before = plainDateAt(systemClock.now());
    const today = systemClock.today();
    expect([before, plainDateAt(systemClock.now())]).toContain(today);
  });
});
