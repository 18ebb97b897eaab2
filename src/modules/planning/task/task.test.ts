import { describe, expect, it } from 'vitest';
import { clearOf, sixClears, taskStates, transitions } from './task.ts';

const bare = {
  assigneeId: null,
  title: '',
  leadUnitId: null,
  dueKind: null,
  product: null,
  approverId: null,
} as const;

describe('the six clears', () => {
  it('are all missing from an empty task', () => {
    expect(Object.values(clearOf(bare))).toEqual(sixClears.map(() => false));
  });

  it('count a deadline without a day as clear, and one not understood as not', () => {
    expect(clearOf({ ...bare, dueKind: 'ongoing' }).progress).toBe(true);
    expect(clearOf({ ...bare, dueKind: null }).progress).toBe(false);
  });

  it('count an empty product as none', () => {
    expect(clearOf({ ...bare, product: '' }).result).toBe(false);
    expect(clearOf({ ...bare, product: 'Báo cáo' }).result).toBe(true);
  });
});

describe('the life of a task', () => {
  it('never leaves a closed task without a way back', () => {
    const closed = taskStates.filter((state) => state !== 'open');
    expect(closed.map((state) => transitions[state].reopen)).toEqual(closed.map(() => 'open'));
  });

  it('closes only what is open', () => {
    expect(transitions.done.complete).toBeUndefined();
    expect(transitions.cancelled.complete).toBeUndefined();
    expect(transitions.done.cancel).toBeUndefined();
  });
});
