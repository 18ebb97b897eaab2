import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { newId, type Id } from '#platform/db/id.ts';
import { anybody } from '#platform/session/testing-rights.ts';
import * as policy from '../task/policy.ts';
import { taskNatures } from '../task/task.ts';
import { stateOf, taskDeeds, taskStages } from '../task/task-life.ts';
import { deedFor, sectionOf, waitsFor } from './waiting-task.ts';

const units = [newId(), newId()] as Id<'unit'>[];
const officers = [newId(), newId()] as Id<'officer'>[];
const from = {
  acts: ['read', ...taskDeeds].map((verb) => `planning.task.${verb}`),
  unitIds: units,
  officerIds: officers,
};
const someone = fc.option(fc.constantFrom(...officers), { nil: null });
const task = fc
  .record({
    stage: fc.constantFrom(...taskStages),
    nature: fc.constantFrom(...taskNatures),
    leadUnitId: fc.option(fc.constantFrom(...units), { nil: null }),
    assigneeId: someone,
    approverId: someone,
  })
  .map((one) => ({ ...one, state: stateOf(one.stage), coordinatingUnitIds: [] }));

describe('what waits for a person', () => {
  it('is only what the person may do', () => {
    fc.assert(
      fc.property(anybody(from), task, (actor, one) => {
        const waiting = waitsFor(actor, one);
        const mayAnswer = !waiting || policy.may(actor, deedFor[waiting.kind], one).allowed;
        expect(mayAnswer).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the own before what waits for somebody absent', () => {
    const [me = null, absent = null] = officers;
    const grants = new Map([
      ['planning.task.read', 'own' as const],
      ['planning.task.approve', 'own' as const],
    ]);
    const one = { stage: 'submitted' as const, leadUnitId: null, assigneeId: null };
    const actor = {
      kind: 'person' as const,
      accountId: null,
      officerId: me,
      name: '',
      unitIds: [],
      unitName: '',
      roles: [],
      grants,
      standsInFor: [{ officerId: absent, unitIds: [], grants }],
    };
    expect(waitsFor(actor, { ...one, approverId: me })).toEqual({ kind: 'approve', insteadOf: null });
    expect(waitsFor(actor, { ...one, approverId: absent })).toEqual({ kind: 'approve', insteadOf: absent });
    expect(waitsFor(actor, { ...one, approverId: null })).toBeUndefined();
  });
});

it('sorts work by its deadline, a week ending on Sunday', () => {
  // Tuesday.
  const today = plainDate('2026-05-12');
  const sections = ['2026-05-11', '2026-05-12', '2026-05-17', '2026-05-18'].map((day) =>
    sectionOf('do', plainDate(day), today),
  );
  expect(sections).toEqual(['late', 'today', 'week', 'later']);
  expect(sectionOf('do', null, today)).toBe('later');
  expect(sectionOf('approve', plainDate('2026-05-11'), today)).toBe('approve');
});
