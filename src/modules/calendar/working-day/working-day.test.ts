import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayNumber,
  fromDayNumber,
  type PlainDate,
  plainDate,
  weekday,
} from '#platform/clock/plain-date.ts';
import reference from '../../../../seed/reference/holidays.json' with { type: 'json' };
import { referenceDays } from './input.ts';
import {
  addWorkingDays,
  type DayRule,
  dayKind,
  explain,
  isWorkingDay,
  nextWorkingDay,
  type WorkCalendar,
  workCalendar,
  workingDaysBetween,
} from './working-day.ts';

const rules = referenceDays.parse(reference);
const vietnam = workCalendar(rules);
const working = (text: string) => isWorkingDay(vietnam, plainDate(text));

const dateFrom2024To2032 = fc
  .integer({ min: dayNumber(plainDate('2024-01-01')), max: dayNumber(plainDate('2032-12-31')) })
  .map(fromDayNumber);

const anyRule: fc.Arbitrary<DayRule> = fc.record({
  on: dateFrom2024To2032,
  kind: fc.constantFrom('off' as const, 'work' as const),
  name: fc.constant('x'),
  nameEn: fc.constant('x'),
  source: fc.constant('x'),
  certainty: fc.constant('unverified' as const),
});

const anyCalendar: fc.Arbitrary<WorkCalendar> = fc.oneof(
  fc.constant(vietnam),
  fc
    .tuple(
      fc.array(anyRule, { maxLength: 60 }),
      fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { maxLength: 6 }),
    )
    .map(([some, weekend]) => workCalendar(some, weekend)),
);

describe('the calendar of 2025 and 2026', () => {
  it.each([
    ['2025-01-01', 'Tết Dương lịch'],
    ['2025-01-29', 'Tết Nguyên đán'],
    ['2025-04-07', 'Giỗ Tổ Hùng Vương'],
    ['2025-04-30', 'Ngày Chiến thắng'],
    ['2025-05-01', 'Quốc tế lao động'],
    ['2025-05-02', 'Nghỉ hoán đổi (làm bù ngày 26/04/2025)'],
    ['2025-09-01', 'Quốc khánh (ngày liền kề)'],
    ['2025-09-02', 'Quốc khánh'],
    ['2026-01-02', 'Nghỉ hoán đổi (làm bù ngày 10/01/2026)'],
    ['2026-02-16', 'Tết Nguyên đán'],
    ['2026-02-20', 'Tết Nguyên đán'],
    ['2026-04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương (26/04/2026)'],
    ['2026-08-31', 'Nghỉ hoán đổi (làm bù ngày 22/08/2026)'],
    ['2026-09-02', 'Quốc khánh'],
  ])('closes offices on %s: %s', (on, name) => {
    const fact = dayKind(vietnam, plainDate(on));
    expect(fact.kind).toBe('off');
    expect(fact.rule?.name).toBe(name);
  });

  it.each(['2025-04-26', '2026-01-10', '2026-08-22'])(
    'works on Saturday %s in exchange for another day',
    (on) => {
      expect(weekday(plainDate(on))).toBe(6);
      expect(dayKind(vietnam, plainDate(on)).kind).toBe('make-up');
    },
  );

  it('keeps the long breaks that were announced', () => {
    const breaks = [
      ['2025-04-30', '2025-05-04'],
      ['2026-02-14', '2026-02-22'],
      ['2026-08-29', '2026-09-02'],
      ['2026-01-01', '2026-01-04'],
    ].map(([first, last]) => [plainDate(first ?? ''), plainDate(last ?? '')] as const);
    for (const [first, last] of breaks) {
      expect(explain(vietnam, first, last).every(({ kind }) => kind === 'off' || kind === 'weekend')).toBe(
        true,
      );
      expect(isWorkingDay(vietnam, addDays(first, -1))).toBe(true);
      expect(isWorkingDay(vietnam, addDays(last, 1))).toBe(true);
    }
  });

  it('leaves ordinary days alone', () => {
    expect(working('2026-05-11')).toBe(true);
    expect(working('2026-05-16')).toBe(false);
    expect(dayKind(vietnam, plainDate('2026-05-16')).rule).toBeUndefined();
  });

  it('names a holiday even where it falls on a weekend', () => {
    expect(dayKind(vietnam, plainDate('2026-04-26'))).toMatchObject({
      kind: 'off',
      rule: { name: 'Giỗ Tổ Hùng Vương' },
    });
  });
});

describe('the rules of every year', () => {
  const years = [2025, 2026, 2027, 2028, 2029, 2030];

  it.each(years)('give %i its eleven statutory days, each weekend one made good on a working day', (year) => {
    const ofYear = rules.filter((rule) => rule.on.startsWith(String(year)) && rule.kind === 'off');
    const lieu = ofYear.filter((rule) => rule.name.startsWith('Nghỉ bù'));
    const swapped = ofYear.filter((rule) => rule.name.startsWith('Nghỉ hoán đổi'));
    const statutory = ofYear.filter((rule) => !lieu.includes(rule) && !swapped.includes(rule));
    expect(statutory).toHaveLength(11);
    expect(lieu.every((rule) => weekday(rule.on) <= 5)).toBe(true);
    expect(lieu).toHaveLength(statutory.filter((rule) => weekday(rule.on) >= 6).length);
  });

  it.each(years)('exchange each swapped day of %i for one that is worked', (year) => {
    const ofYear = rules.filter((rule) => rule.on.startsWith(String(year)));
    const worked = ofYear.filter((rule) => rule.kind === 'work');
    expect(ofYear.filter((rule) => rule.name.startsWith('Nghỉ hoán đổi'))).toHaveLength(worked.length);
    expect(worked.every((rule) => weekday(rule.on) >= 6)).toBe(true);
  });

  it('mark what no announcement fixes', () => {
    const certaintyOn = (on: string) => rules.find((rule) => rule.on === on)?.certainty;
    expect(certaintyOn('2026-02-16')).toBe('sourced');
    expect(certaintyOn('2025-01-29')).toBe('unverified');
    expect(certaintyOn('2027-09-01')).toBe('unverified');
    expect(certaintyOn('2027-04-16')).toBe('derived');
  });
});

describe('counting', () => {
  it('passes over Tết', () => {
    expect(addWorkingDays(vietnam, plainDate('2026-02-13'), 1)).toBe('2026-02-23');
    expect(workingDaysBetween(vietnam, plainDate('2026-02-13'), plainDate('2026-02-23'))).toBe(1);
  });

  it('counts a worked Saturday', () => {
    expect(addWorkingDays(vietnam, plainDate('2026-08-21'), 1)).toBe('2026-08-22');
  });

  it('gives back n after adding n working days, in both directions', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        dateFrom2024To2032,
        fc.integer({ min: -400, max: 400 }),
        (calendar, from, n) => {
          const to = addWorkingDays(calendar, from, n);
          expect(workingDaysBetween(calendar, from, to)).toBe(n);
          expect(n === 0 || isWorkingDay(calendar, to)).toBe(true);
        },
      ),
    );
  });

  it('agrees with counting day by day', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        dateFrom2024To2032,
        fc.integer({ min: 0, max: 500 }),
        (calendar, from, days) => {
          const to = addDays(from, days);
          const counted = explain(calendar, from, to);
          expect(counted).toHaveLength(days + 1);
          expect(counted.filter(({ number }) => number !== undefined)).toHaveLength(
            workingDaysBetween(calendar, from, to),
          );
        },
      ),
    );
  });

  it('adds up over a day between', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        fc.array(dateFrom2024To2032, { minLength: 3, maxLength: 3 }),
        (calendar, dates) => {
          const [a, b, c] = dates.sort() as [PlainDate, PlainDate, PlainDate];
          const whole = workingDaysBetween(calendar, a, c);
          expect(workingDaysBetween(calendar, a, b) + workingDaysBetween(calendar, b, c)).toBe(whole);
        },
      ),
    );
  });

  it('finds the next working day, the day itself included', () => {
    expect(nextWorkingDay(vietnam, plainDate('2026-02-14'))).toBe('2026-02-23');
    expect(nextWorkingDay(vietnam, plainDate('2026-02-23'))).toBe('2026-02-23');
  });

  it('refuses counts that no office makes', () => {
    for (const n of [1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e9]) {
      expect(() => addWorkingDays(vietnam, plainDate('2026-01-05'), n)).toThrow(RangeError);
    }
    expect(() => workCalendar([], [1, 2, 3, 4, 5, 6, 7])).toThrow(RangeError);
  });
});

describe('explain', () => {
  it('numbers the days after the first and gives each its reason', () => {
    const days = explain(vietnam, plainDate('2026-08-21'), plainDate('2026-09-03'));
    expect(days.map(({ date, kind, number }) => [date.slice(5), kind, number])).toEqual([
      ['08-21', 'working', undefined],
      ['08-22', 'make-up', 1],
      ['08-23', 'weekend', undefined],
      ['08-24', 'working', 2],
      ['08-25', 'working', 3],
      ['08-26', 'working', 4],
      ['08-27', 'working', 5],
      ['08-28', 'working', 6],
      ['08-29', 'weekend', undefined],
      ['08-30', 'weekend', undefined],
      ['08-31', 'off', undefined],
      ['09-01', 'off', undefined],
      ['09-02', 'off', undefined],
      ['09-03', 'working', 7],
    ]);
    expect(explain(vietnam, plainDate('2026-08-21'), plainDate('2026-08-20'))).toEqual([]);
  });
});
