import { describe, expect, it } from 'vitest';
import type { DayRule } from '#modules/calendar/index.server.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { type FactualDay, namedDaysOf, weeksOf } from './month-days.ts';

describe('weeksOf', () => {
  it('begins weeks on Monday and leaves other months out', () => {
    const weeks = weeksOf(2026, 5);
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7]);
    expect(weeks[0]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      '2026-05-01',
      '2026-05-02',
      '2026-05-03',
    ]);
    expect(weeks.at(-1)?.[6]).toBe('2026-05-31');
  });

  it.each([
    [2026, 2, 28],
    [2028, 2, 29],
    [2027, 2, 28],
    [2026, 8, 31],
  ])('holds every day of %i-%i once', (year, month, length) => {
    const days = weeksOf(year, month).flat().filter(Boolean);
    expect(days).toHaveLength(length);
    expect(new Set(days).size).toBe(length);
  });
});

describe('namedDaysOf', () => {
  const rule = (on: string, kind: DayRule['kind'], name: string): DayRule => ({
    on: plainDate(on),
    kind,
    name,
    nameEn: name,
    source: 'x',
    certainty: 'sourced',
  });
  const day = (date: string, kind: FactualDay['kind'], name?: string): FactualDay => ({
    date: plainDate(date),
    kind,
    ...(name === undefined ? {} : { rule: rule(date, kind === 'off' ? 'off' : 'work', name) }),
  });

  it('joins days of one name in a row, and only those', () => {
    const named = namedDaysOf([
      day('2026-02-13', 'working'),
      day('2026-02-16', 'off', 'Tết'),
      day('2026-02-17', 'off', 'Tết'),
      day('2026-02-18', 'off', 'Nghỉ bù'),
      day('2026-02-21', 'weekend'),
      day('2026-02-28', 'make-up', 'Làm bù'),
    ]);
    expect(named.map(({ from, to, rule: { name } }) => `${from} ${to} ${name}`)).toEqual([
      '2026-02-16 2026-02-17 Tết',
      '2026-02-18 2026-02-18 Nghỉ bù',
      '2026-02-28 2026-02-28 Làm bù',
    ]);
  });

  it('keeps the same name apart when other days lie between', () => {
    expect(namedDaysOf([day('2026-09-01', 'off', 'Q'), day('2026-09-03', 'off', 'Q')])).toHaveLength(2);
  });
});
