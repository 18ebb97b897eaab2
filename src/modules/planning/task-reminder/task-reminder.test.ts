import { describe, expect, it } from 'vitest';
import type { Id } from '#platform/db/id.ts';
import { taskStages } from '../task/task-life.ts';
import { remindedOf, type RemindedTask } from './task-reminder.ts';

const id = (name: string) => name as Id<'officer'>;
const task = (others: Partial<RemindedTask> = {}): RemindedTask => ({
  stage: 'in-progress',
  assigneeId: id('doer'),
  approverId: id('approver'),
  leadHeadIds: [id('head')],
  awaitedIds: [id('coordinating')],
  ...others,
});

describe('who is reminded of a task', () => {
  it.each([
    ['draft', ['head']],
    ['assigned', ['doer', 'coordinating']],
    ['accepted', ['doer', 'coordinating']],
    ['in-progress', ['doer', 'coordinating']],
    ['sent-back', ['doer', 'coordinating']],
    ['submitted', ['approver']],
    ['waiting', []],
    ['done', []],
    ['cancelled', []],
  ] as const)('%s: %j', (stage, who) => {
    expect(remindedOf(task({ stage }))).toEqual(who);
  });

  it('leaves nothing to nobody: where the person has left, the head of the unit is reminded', () => {
    expect(remindedOf(task({ assigneeId: null }))).toEqual(['head', 'coordinating']);
    expect(remindedOf(task({ stage: 'submitted', approverId: null }))).toEqual(['head']);
  });

  it('names nobody whom the task does not name', () => {
    for (const stage of taskStages)
      expect(
        remindedOf(task({ stage, assigneeId: null, approverId: null, leadHeadIds: [], awaitedIds: [] })),
      ).toEqual([]);
  });
});
