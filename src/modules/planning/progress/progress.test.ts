import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '#platform/clock/plain-date.ts';
import { taskStages } from '../task/task-life.ts';
import { countsIn, onTimePercent, standingOf, standings, sumFigures } from './progress.ts';

const day = plainDate('2026-05-12');
const [before, after] = [addDays(day, -1), addDays(day, 1)];

describe('how a task stands at the end of a day', () => {
  it.each([
    ['on time on the day of the deadline', { stage: 'done', firstDueOn: day, doneOn: day }, 'on-time'],
    ['late a day after', { stage: 'done', firstDueOn: before, doneOn: day }, 'done-late'],
    ['on time without a deadline', { stage: 'done', firstDueOn: null, doneOn: day }, 'on-time'],
    [
      'in progress on the day of the deadline',
      { stage: 'accepted', firstDueOn: day, doneOn: null },
      'in-progress',
    ],
    ['late the day after, also unassigned', { stage: 'draft', firstDueOn: before, doneOn: null }, 'late'],
    ['late while it lies to be approved', { stage: 'submitted', firstDueOn: before, doneOn: null }, 'late'],
    ['unassigned before', { stage: 'draft', firstDueOn: after, doneOn: null }, 'unassigned'],
    ['waiting for its event', { stage: 'waiting', firstDueOn: null, doneOn: null }, 'waiting'],
    ['nothing when cancelled', { stage: 'cancelled', firstDueOn: before, doneOn: null }, undefined],
  ] as const)('%s', (_, task, standing) => {
    expect(standingOf(task, day)).toBe(standing);
  });

  it('counts every task that is not cancelled in one standing, and nothing else', () => {
    const someDay = fc.option(fc.integer({ min: -9, max: 9 }), { nil: null });
    const drawn = fc.record({ stage: fc.constantFrom(...taskStages), due: someDay, done: someDay });
    fc.assert(
      fc.property(drawn, ({ stage, due, done }) => {
        const dateOf = (days: number | null) => (days === null ? null : addDays(day, days));
        const standing = standingOf({ stage, firstDueOn: dateOf(due), doneOn: dateOf(done) }, day);
        const counted = standings.filter((one) => standing !== undefined && countsIn(one, stage, standing));
        expect(counted).toHaveLength(stage === 'cancelled' ? 0 : 1);
      }),
    );
  });
});

it('says the share of what was due, and nothing where nothing was', () => {
  const none = sumFigures([]);
  expect(onTimePercent(none)).toBeUndefined();
  expect(onTimePercent({ ...none, 'on-time': 2, due: 3 })).toBe(66.7);
});
