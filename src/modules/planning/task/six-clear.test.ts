import { describe, expect, it } from 'vitest';
import { clearOf, missingClears, sixClears } from './six-clear.ts';

const bare = {
  assigneeId: null,
  title: '',
  leadUnitId: null,
  dueKind: null,
  product: null,
  approverId: null,
} as const;

describe('the six clears', () => {
  it('are named where they are missing, in the order of the decree', () => {
    expect(missingClears({ ...bare, title: 'Rà soát', product: 'Báo cáo' })).toEqual([
      'person',
      'responsibility',
      'progress',
      'authority',
    ]);
  });

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
