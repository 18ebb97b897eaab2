import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '#platform/db/id.ts';
import {
  ladderFault,
  type LadderSteps,
  rungs,
  type Seats,
  seatedOn,
  toldAt,
  usualSteps,
} from './escalation.ts';

const id = (name: string) => name as Id<'officer'>;
const steps = (
  officer: number | null,
  head: number | null,
  vice: number | null,
  chair: number | null,
): LadderSteps => ({
  officer,
  'unit-head': head,
  'vice-chair': vice,
  chair,
});
const seats: Seats = {
  officer: [id('o')],
  'unit-head': [id('h')],
  'vice-chair': [id('v')],
  chair: [id('c')],
};

describe('a ladder', () => {
  it.each([
    [steps(1, 3, 5, 10), undefined],
    [steps(null, 3, 5, null), undefined],
    [steps(null, null, null, 2), undefined],
    [steps(null, null, null, null), 'no-step'],
    [steps(0, 3, 5, 10), 'days'],
    [steps(1, 3, 5, 251), 'days'],
    [steps(1.5, 3, 5, 10), 'days'],
    [steps(3, 3, 5, 10), 'not-rising'],
    [steps(1, 7, 5, 10), 'not-rising'],
    [steps(1, null, 5, 10), 'gap'],
    [steps(1, null, null, 10), 'gap'],
  ])('%j: %s', (given, fault) => {
    expect(ladderFault(given)?.fault).toBe(fault);
  });

  it('that an office begins with is whole', () => {
    expect(ladderFault(usualSteps)).toBeUndefined();
  });

  it('tells more steps the later it is, and never fewer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (a, b) => {
        const [fewer, more] = [
          toldAt(usualSteps, seats, Math.min(a, b)),
          toldAt(usualSteps, seats, Math.max(a, b)),
        ];
        expect(more.slice(0, fewer.length)).toEqual(fewer);
      }),
    );
    expect([0, 1, 3, 5, 10].map((days) => toldAt(usualSteps, seats, days).length)).toEqual([0, 1, 2, 3, 4]);
  });

  it('goes past a seat that is empty to the next above, and to nobody where none is above', () => {
    const without: Seats = { ...seats, 'unit-head': [], 'vice-chair': [] };
    expect(rungs.map((rung) => seatedOn(rung, without))).toEqual([['o'], ['c'], ['c'], ['c']]);
    expect(seatedOn('chair', { ...seats, chair: [] })).toEqual([]);
  });
});
