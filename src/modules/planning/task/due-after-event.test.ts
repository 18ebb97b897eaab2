import { describe, expect, it } from 'vitest';
import { workCalendar } from '#modules/calendar/working-day/working-day.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { dueAfterEvent } from './due-after-event.server.ts';

const calendar = workCalendar([]);
const after = (count: number, unit: 'working-day' | 'day' | 'week' | 'month', on: string) =>
  dueAfterEvent({ count, unit }, plainDate(on), calendar);

describe('the deadline after an event', () => {
  it('counts working days without the weekend and without the day itself', () => {
    expect(after(5, 'working-day', '2026-05-12')).toBe('2026-05-19');
    expect(after(1, 'working-day', '2026-05-15')).toBe('2026-05-18');
  });

  it('counts days and weeks as the calendar has them', () => {
    expect(after(5, 'day', '2026-05-12')).toBe('2026-05-17');
    expect(after(2, 'week', '2026-05-12')).toBe('2026-05-26');
  });

  it('keeps the day of a month, or takes the last of a shorter one, over the year’s end too', () => {
    expect(after(1, 'month', '2026-05-12')).toBe('2026-06-12');
    expect(after(1, 'month', '2026-01-31')).toBe('2026-02-28');
    expect(after(3, 'month', '2026-11-30')).toBe('2027-02-28');
    expect(after(1, 'month', '2026-12-15')).toBe('2027-01-15');
  });
});
