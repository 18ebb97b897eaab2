import { describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { landing, landingOfAssign } from './task-landing.ts';
import { stateOf, taskDeeds, taskStages, transitions } from './task-life.ts';

const clear = {
  assigneeId: 'a' as never,
  title: 'Rà soát thủ tục',
  leadUnitId: 'b' as never,
  dueKind: 'date' as const,
  dueOn: plainDate('2026-06-30'),
  product: 'Báo cáo',
  approverId: 'c' as never,
};

describe('the steps of a task', () => {
  it('lead from each to known ones, and every step but the draft and the waiting can be come to', () => {
    const reached = new Set(taskStages.flatMap((stage) => Object.values(transitions[stage])));
    expect([...reached].filter((stage) => !taskStages.includes(stage))).toEqual([]);
    // What is not clear yet, or waits, lands there instead of where it was heading.
    expect(taskStages.filter((stage) => !reached.has(stage))).toEqual(['waiting']);
  });

  it('are all open until the task is closed, and every open one can be cancelled', () => {
    const open = taskStages.filter((stage) => stateOf(stage) === 'open');
    expect(open).toHaveLength(taskStages.length - 2);
    expect(open.filter((stage) => transitions[stage].cancel !== 'cancelled')).toEqual([]);
    expect(open.filter((stage) => transitions[stage].reopen)).toEqual([]);
  });

  it('leave a closed task only by opening it again', () => {
    expect(Object.keys(transitions.done)).toEqual(['reopen']);
    expect(Object.keys(transitions.cancelled)).toEqual(['reopen']);
  });

  it('come to their end by approval of what was handed in, and by nothing else', () => {
    const ends = taskStages.flatMap((stage) =>
      taskDeeds.filter((deed) => transitions[stage][deed] === 'done').map((deed) => [stage, deed]),
    );
    expect(ends).toEqual([['submitted', 'approve']]);
  });
});

describe('where a task lands', () => {
  it('is a draft while one of the six is missing', () => {
    expect(landing('assigned', clear)).toBe('assigned');
    for (const lack of ['assigneeId', 'approverId', 'leadUnitId', 'dueKind', 'product'] as const)
      expect(landing('in-progress', { ...clear, [lack]: null })).toBe('draft');
  });

  it('is waiting while its deadline counts from an event that has not come', () => {
    expect(landing('assigned', { ...clear, dueKind: 'after-event', dueOn: null })).toBe('waiting');
    expect(landing('assigned', { ...clear, dueKind: 'on-request', dueOn: null })).toBe('waiting');
    expect(landing('assigned', { ...clear, dueKind: 'after-event' })).toBe('assigned');
    expect(landing('assigned', { ...clear, dueKind: 'ongoing', dueOn: null })).toBe('assigned');
  });

  it('does not hold up what is closed', () => {
    expect(landing('done', { ...clear, product: null })).toBe('done');
  });

  it('is with somebody new anew, and for others where it was', () => {
    expect(landingOfAssign({ stage: 'in-progress', assigneeId: 'a' }, clear)).toBe('in-progress');
    expect(landingOfAssign({ stage: 'in-progress', assigneeId: 'z' }, clear)).toBe('assigned');
    expect(landingOfAssign({ stage: 'draft', assigneeId: 'a' }, clear)).toBe('assigned');
  });
});
