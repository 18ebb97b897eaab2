import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type PlainDate, plainDateAt, weekday } from '#platform/clock/plain-date.ts';
import { mayGoOutAt } from './quiet-hours.ts';

const isWorkingDay = (day: PlainDate) => weekday(day) < 6 && day !== '2026-04-30' && day !== '2026-05-01';
/** A moment in Việt Nam. */
const at = (text: string) => new Date(`${text}:00+07:00`);
const overnight = { quietFrom: '20:00', quietTo: '06:30', quietOnDaysOff: true };

it.each([
  // Wednesday before two holidays and a weekend.
  ['in the middle of the day', overnight, '2026-04-29T10:00', '2026-04-29T10:00'],
  ['at the last minute', overnight, '2026-04-29T19:59', '2026-04-29T19:59'],
  ['in the evening', overnight, '2026-04-27T20:00', '2026-04-28T06:30'],
  ['after midnight', overnight, '2026-04-28T00:00', '2026-04-28T06:30'],
  ['at the end of the quiet hours', overnight, '2026-04-28T06:30', '2026-04-28T06:30'],
  ['before holidays and a weekend', overnight, '2026-04-29T21:15', '2026-05-04T06:30'],
  ['on a Sunday', overnight, '2026-05-03T10:00', '2026-05-04T06:30'],
  [
    'on a Sunday that is not quiet',
    { ...overnight, quietOnDaysOff: false },
    '2026-05-03T10:00',
    '2026-05-03T10:00',
  ],
  [
    'over noon',
    { ...overnight, quietFrom: '11:30', quietTo: '13:30' },
    '2026-04-29T12:00',
    '2026-04-29T13:30',
  ],
  [
    'without quiet hours, on a holiday',
    { ...overnight, quietFrom: null, quietTo: null },
    '2026-04-30T10:00',
    '2026-05-04T00:00',
  ],
  [
    'with two times that are the same',
    { ...overnight, quietTo: '20:00' },
    '2026-04-29T21:00',
    '2026-04-29T21:00',
  ],
])('goes out %s', (_when, choice, due, expected) => {
  expect(mayGoOutAt(choice, at(due), isWorkingDay)).toEqual(at(expected));
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

const anyChoice = fc.record({
  quietFrom: time,
  quietTo: time,
  quietOnDaysOff: fc.boolean(),
});

/** Whether it is quiet, told from the clock on the wall alone. */
function isQuiet(
  choice: { quietFrom: string; quietTo: string; quietOnDaysOff: boolean },
  moment: Date,
): boolean {
  const { quietFrom: from, quietTo: to } = choice;
  const wall = new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(11, 19);
  const inHours = from < to ? wall >= from && wall < to : from > to && (wall >= from || wall < to);
  return inHours || (choice.quietOnDaysOff && !isWorkingDay(plainDateAt(moment)));
}

it('never goes out while it is quiet, and as soon as it is not', () => {
  const moment = fc.date({ min: new Date('2026-04-20'), max: new Date('2026-05-10'), noInvalidDate: true });
  fc.assert(
    fc.property(anyChoice, moment, (choice, due) => {
      const out = mayGoOutAt(choice, due, isWorkingDay);
      expect(out.getTime()).toBeGreaterThanOrEqual(due.getTime());
      expect(isQuiet(choice, out)).toBe(false);
      // Every moment before it is quiet: looked at in steps, and just before.
      const waited = out.getTime() - due.getTime();
      const steps = Array.from({ length: 40 }, (_, step) => due.getTime() + (waited * step) / 40);
      const before = waited === 0 ? [] : [...steps, out.getTime() - 1];
      expect(before.filter((earlier) => !isQuiet(choice, new Date(earlier)))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('goes out in the end where the office never works again', () => {
  const due = at('2026-04-29T21:00');
  expect(mayGoOutAt(overnight, due, () => false)).toEqual(due);
});
