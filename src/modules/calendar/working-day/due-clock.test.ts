import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayNumber, fromDayNumber, plainDate } from '#platform/clock/plain-date.ts';
import { dueClock, soonUntil, soonWithinWorkingDays, type WorkState } from './due-clock.ts';
import { addWorkingDays, workCalendar } from './working-day.ts';

const calendar = workCalendar([]);
const friday = plainDate('2026-05-15');
const on = (text: string) => plainDate(text);
const open: WorkState = { state: 'open' };
const closed = (text: string): WorkState => ({ state: 'closed', closedOn: plainDate(text) });

describe('the clock of open work', () => {
  it.each([
    ['2026-05-15', 'due-today', 'soon', 0],
    ['2026-05-14', 'due-soon', 'soon', 1],
    ['2026-05-08', 'due-soon', 'soon', 5],
    ['2026-05-07', 'later', 'neutral', 6],
    ['2026-05-16', 'late', 'late', 0],
    ['2026-05-18', 'late', 'late', 1],
    ['2026-05-22', 'late', 'late', 5],
  ])('due on Friday 15/05/2026, seen on %s: %s', (today, kind, tone, workingDays) => {
    expect(dueClock(friday, open, on(today), calendar)).toEqual({ kind, tone, workingDays });
  });

  it('says nothing of time without a due date', () => {
    expect(dueClock(null, open, friday, calendar)).toEqual({
      kind: 'no-date',
      tone: 'neutral',
      workingDays: 0,
    });
  });

  it('turns soon exactly at the limit', () => {
    const anyDay = fc
      .integer({ min: dayNumber(on('2025-01-01')), max: dayNumber(on('2030-12-31')) })
      .map(fromDayNumber);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (today, n) => {
        const clock = dueClock(addWorkingDays(calendar, today, n), open, today, calendar);
        expect(clock).toMatchObject({
          kind: n <= soonWithinWorkingDays ? 'due-soon' : 'later',
          workingDays: n,
        });
      }),
    );
  });
});

describe('the last day that is soon', () => {
  it('parts what the clock calls soon from what it calls later, weekends and holidays included', () => {
    const tet = workCalendar(
      ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map((date) => ({
        on: plainDate(date),
        kind: 'off',
        name: 'Tết',
        nameEn: 'Tết',
        source: 'test',
        certainty: 'sourced',
      })),
    );
    const nearTet = fc
      .integer({ min: dayNumber(on('2026-01-20')), max: dayNumber(on('2026-03-10')) })
      .map(fromDayNumber);
    fc.assert(
      fc.property(nearTet, fc.integer({ min: 1, max: 30 }), (today, days) => {
        const dueOn = addDays(today, days);
        const { tone } = dueClock(dueOn, open, today, tet);
        expect(tone).toBe(dueOn <= soonUntil(tet, today) ? 'soon' : 'neutral');
      }),
    );
  });
});

describe('the clock of closed work', () => {
  it.each([
    ['2026-05-13', 'done-early', 'ok', 2],
    ['2026-05-15', 'done-on-time', 'ok', 0],
    ['2026-05-19', 'done-late', 'late', 2],
  ])('due on Friday 15/05/2026, closed on %s: %s', (closedOn, kind, tone, workingDays) => {
    expect(dueClock(friday, closed(closedOn), on('2027-01-01'), calendar)).toEqual({
      kind,
      tone,
      workingDays,
    });
  });

  it('says nothing of time without a due date', () => {
    expect(dueClock(null, closed('2026-05-13'), friday, calendar).kind).toBe('no-date');
  });
});
