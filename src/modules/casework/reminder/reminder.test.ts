import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate, plainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import {
  coveredBy,
  daysLateOn,
  escalationsOf,
  noticeKindOf,
  readNoticeKind,
  remindersOf,
  reminderStep,
  type ReminderTimes,
  rungs,
} from './reminder.ts';

/** Every day counts: the rule knows no calendar. */
const count = (from: PlainDate, to: PlainDate) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const due = plainDate('2026-06-15');
const times: ReminderTimes = { daysBefore: [3, 1], onTheDay: true, lateEvery: 2 };
const stepAfter = (days: number, own: ReminderTimes = times) =>
  reminderStep(due, addDays(due, days), own, count)?.step;

describe('the step that a matter has come to', () => {
  it('goes from the first day before to what is late', () => {
    expect([-4, -3, -2, -1, 0, 1, 2, 3, 4, 5].map((days) => stepAfter(days))).toEqual([
      undefined,
      'before-3',
      'before-3',
      'before-1',
      'on-the-day',
      'on-the-day',
      'late-2',
      'late-2',
      'late-4',
      'late-4',
    ]);
  });

  it('is nothing where the person wants none, or the day is long past', () => {
    const none = { daysBefore: [], onTheDay: false, lateEvery: 0 };
    expect([-3, 0, 7].map((days) => stepAfter(days, none))).toEqual([undefined, undefined, undefined]);
    expect(stepAfter(6, { ...none, onTheDay: true })).toBeUndefined();
    expect(stepAfter(5, { ...none, onTheDay: true })).toBe('on-the-day');
  });

  it('comes on the last working day before a deadline that lies on a day off', () => {
    const weekend = (from: PlainDate, to: PlainDate) =>
      count(from, to) - (from < plainDate('2026-06-20') && to >= plainDate('2026-06-20') ? 1 : 0);
    expect(daysLateOn(plainDate('2026-06-20'), plainDate('2026-06-19'), weekend)).toBe(0);
  });

  const anyTimes = fc.record({
    daysBefore: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 5 }),
    onTheDay: fc.boolean(),
    lateEvery: fc.integer({ min: 0, max: 20 }),
  });

  it('never goes back as days pass, and each step begins on its own day', () => {
    fc.assert(
      fc.property(anyTimes, (own) => {
        const seen: string[] = [];
        for (let day = -40; day <= 60; day += 1) {
          const step = stepAfter(day, own);
          if (step === undefined || step === seen.at(-1)) continue;
          expect(seen).not.toContain(step);
          seen.push(step);
        }
        const late = own.lateEvery > 0 ? Math.floor(60 / own.lateEvery) : 0;
        expect(seen).toHaveLength(own.daysBefore.length + (own.onTheDay ? 1 : 0) + late);
      }),
    );
  });

  it('is one alone after any rest of the machine', () => {
    fc.assert(
      fc.property(anyTimes, fc.array(fc.integer({ min: -40, max: 60 })), (own, days) => {
        const told = days.toSorted((a, b) => a - b).flatMap((day) => stepAfter(day, own) ?? []);
        expect(new Set(told).size).toBeLessThanOrEqual(new Set(days).size);
      }),
    );
  });
});

const id = (name: string) => name as Id<'officer'>;
const matter = { recordId: 'task', dueOn: due, unitId: null };

describe('what is told on a morning', () => {
  it('is one thing for each person of a matter, with the first deadline where it was another', () => {
    const dues = remindersOf(
      [{ ...matter, firstDueOn: addDays(due, -9), officerIds: [id('a'), id('a'), id('b')] }],
      due,
      () => times,
      count,
    );
    expect(dues.map(({ officerId, step, firstDueOn }) => [officerId, step, firstDueOn])).toEqual([
      ['a', 'on-the-day', '2026-06-06'],
      ['b', 'on-the-day', '2026-06-06'],
    ]);
    const [same] = remindersOf(
      [{ ...matter, firstDueOn: due, officerIds: [id('a')] }],
      due,
      () => times,
      count,
    );
    expect(same?.firstDueOn).toBeNull();
  });

  it('tells the person who stands on several steps of the ladder once, as the highest', () => {
    const told = escalationsOf(
      rungs.map((rung) => ({ ...matter, rung, officerId: id(rung === 'officer' ? 'a' : 'b') })),
      addDays(due, 10),
      count,
    );
    expect(told.map(({ officerId, step, daysLate }) => [officerId, step, daysLate])).toEqual([
      ['a', 'escalated-officer', 10],
      ['b', 'escalated-chair', 10],
    ]);
  });

  it('lets the stronger stand for the weaker of the same matter and person alone', () => {
    const late = addDays(due, 2);
    const reminders = remindersOf([{ ...matter, officerIds: [id('a'), id('b')] }], late, () => times, count);
    const ladder = escalationsOf([{ ...matter, rung: 'officer', officerId: id('a') }], late, count);
    expect([...coveredBy([...reminders, ...ladder])].map(({ officerId }) => officerId)).toEqual(['a']);
  });
});

it('says in the kind of a notice what can be read of it again', () => {
  for (const [kind, days] of [
    ['reminder', -3],
    ['reminder', 0],
    ['reminder', 4],
    ['escalation', 10],
  ] as const)
    expect(readNoticeKind(noticeKindOf(kind, days))).toEqual({ kind, daysLate: days });
  expect(readNoticeKind('task-assigned')).toBeUndefined();
});
