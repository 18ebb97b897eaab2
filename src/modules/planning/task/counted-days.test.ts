import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayRule, workCalendar } from '#modules/calendar/working-day/working-day.ts';
import { addDays, plainDate } from '#platform/clock/plain-date.ts';
import { workingDaysBetween } from '#modules/calendar/index.server.ts';
import { closedDeadline, dueSetAt, mostDaysTold, mostMonthsTold, tellCount } from './counted-days.server.ts';

const rule = (on: string, name: string, addedAt?: string): DayRule => ({
  on: plainDate(on),
  kind: 'off',
  name,
  nameEn: name,
  source: 'x',
  certainty: 'sourced',
  ...(addedAt && { addedAt: new Date(addedAt) }),
});
const calendar = workCalendar([
  rule('2026-09-02', 'Quốc khánh'),
  rule('2026-08-28', 'Lễ hội xã', '2026-08-10T00:00:00Z'),
]);
const from = plainDate('2026-08-26');

describe('the count day by day', () => {
  it('says of each day what it is, whether it counts, and what was added since the deadline was set', () => {
    const told = (setAt: string) => tellCount(calendar, from, plainDate('2026-09-03'), new Date(setAt)).days;
    const days = told('2026-08-01T00:00:00Z').map((day) => [
      day.date,
      day.kind,
      day.number,
      day.isAddedLater,
    ]);
    expect(days).toEqual([
      ['2026-08-26', 'working', undefined, false],
      ['2026-08-27', 'working', 1, false],
      ['2026-08-28', 'off', undefined, true],
      ['2026-08-29', 'weekend', undefined, false],
      ['2026-08-30', 'weekend', undefined, false],
      ['2026-08-31', 'working', 2, false],
      ['2026-09-01', 'working', 3, false],
      ['2026-09-02', 'off', undefined, false],
      ['2026-09-03', 'working', 4, false],
    ]);
    expect(told('2026-08-11T00:00:00Z').some((day) => day.isAddedLater)).toBe(false);
  });

  it('stays short however far the deadline is, and ends at the number that the clock shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (distance) => {
        const to = addDays(from, distance);
        const { days, spans } = tellCount(calendar, from, to, undefined);
        expect(days.length).toBe(Math.min(mostDaysTold, distance + 1));
        expect(spans.length).toBeLessThanOrEqual(mostMonthsTold + 1);
        const last = spans.at(-1)?.number ?? days.findLast((day) => day.number !== undefined)?.number ?? 0;
        expect(last).toBe(workingDaysBetween(calendar, from, to));
        expect(spans.at(-1)?.to ?? days.at(-1)?.date).toBe(to);
      }),
      { numRuns: 200 },
    );
  });

  it('says of a deadline on a closed day the last working day before it', () => {
    expect(closedDeadline(calendar, plainDate('2026-09-02'))).toMatchObject({ lastWorkingDay: '2026-09-01' });
    expect(closedDeadline(calendar, plainDate('2026-08-30'))).toMatchObject({
      day: { kind: 'weekend' },
      lastWorkingDay: '2026-08-27',
    });
    expect(closedDeadline(calendar, plainDate('2026-09-03'))).toBeUndefined();
  });
});

it('the deadline was set by the last deed that named one, or when the task began', () => {
  const event = (
    kind: 'assigned' | 'due-changed' | 'accepted' | 'imported',
    day: number,
    dueOn: string | null,
  ) => ({
    kind,
    at: new Date(Date.UTC(2026, 0, day)),
    detail: { dueOn },
  });
  const begun = event('imported', 1, null);
  const given = event('assigned', 2, '2026-05-01');
  expect(
    dueSetAt([event('accepted', 4, null), event('due-changed', 3, '2026-06-01'), given, begun])?.getUTCDate(),
  ).toBe(3);
  expect(dueSetAt([event('assigned', 3, null), given, begun])?.getUTCDate()).toBe(2);
  expect(dueSetAt([event('assigned', 3, null), begun])?.getUTCDate()).toBe(1);
  expect(dueSetAt([])).toBeUndefined();
});
