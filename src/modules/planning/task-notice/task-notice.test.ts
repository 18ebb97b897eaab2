import { describe, expect, it } from 'vitest';
import { type Id, newId } from '#platform/db/id.ts';
import { taskEventKinds, type TaskStage } from '../task/task-life.ts';
import { type NoticedStep, settledBy, tellingsOf } from './task-notice.ts';

const [doer, other, approver, assigner] = [newId(), newId(), newId(), newId()] as Id<'officer'>[] as [
  Id<'officer'>,
  Id<'officer'>,
  Id<'officer'>,
  Id<'officer'>,
];

function step(kind: NoticedStep['kind'], change: Partial<NoticedStep> = {}): NoticedStep {
  return {
    kind,
    before: { stage: 'in-progress', assigneeId: doer, approverId: approver, assignerId: assigner, parts: [] },
    after: { stage: 'in-progress', assigneeId: doer },
    ...change,
  };
}

describe('who is told of a step', () => {
  it.each([
    ['submitted', 'task-submitted', approver],
    ['approved', 'task-approved', doer],
    ['sent-back', 'task-sent-back', doer],
    ['declined', 'task-declined', assigner],
    ['cancelled', 'task-cancelled', doer],
    ['reopened', 'task-reopened', doer],
    ['taken-back', 'task-taken-back', doer],
    ['due-change-asked', 'task-due-asked', approver],
  ] as const)('%s', (kind, notice, officer) => {
    expect(tellingsOf(step(kind))).toEqual([{ kind: notice, officerIds: [officer] }]);
  });

  it('is the approver too where a deadline opens or is decided, and whoever asked for it', () => {
    expect(tellingsOf(step('event-recorded'))).toEqual([
      { kind: 'task-opened', officerIds: [doer, approver] },
    ]);
    for (const [kind, notice] of [
      ['due-changed', 'task-due-moved'],
      ['due-change-granted', 'task-due-moved'],
      ['due-change-refused', 'task-due-refused'],
    ] as const) {
      const told = tellingsOf(step(kind, { awaitedBy: [other] }));
      expect(told).toEqual([{ kind: notice, officerIds: [doer, approver, other] }]);
    }
  });

  it('is both people when the plan changes, drops or gives back, but nobody of a draft', () => {
    const draft = { ...step('amended').before, stage: 'draft' as const };
    for (const [kind, notice] of [
      ['amended', 'task-amended'],
      ['dropped', 'task-dropped'],
    ] as const) {
      expect(tellingsOf(step(kind))).toEqual([{ kind: notice, officerIds: [doer, approver] }]);
      expect(tellingsOf(step(kind, { before: draft }))).toEqual([{ kind: notice, officerIds: [] }]);
    }
    expect(tellingsOf(step('restored'))).toEqual([{ kind: 'task-restored', officerIds: [doer, approver] }]);
  });

  it('is the new person and the one before when a task moves on', () => {
    const moved = step('assigned', { after: { stage: 'assigned', assigneeId: other } });
    expect(tellingsOf(moved)).toEqual([
      { kind: 'task-moved', officerIds: [doer] },
      { kind: 'task-assigned', officerIds: [other] },
    ]);
  });

  it('is nobody while a task is a draft, and the same person of a change only', () => {
    const before = { ...step('assigned').before, stage: 'draft' as const };
    const draft = step('assigned', { before, after: { stage: 'draft', assigneeId: doer } });
    expect(tellingsOf(draft)).toEqual([]);
    const assigned = step('assigned', { before, after: { stage: 'assigned', assigneeId: doer } });
    expect(tellingsOf(assigned)).toEqual([{ kind: 'task-assigned', officerIds: [doer] }]);
    expect(tellingsOf(step('assigned'))).toEqual([{ kind: 'task-changed', officerIds: [doer] }]);
  });

  it('is the approver too when what lies there is cancelled', () => {
    const before = { ...step('cancelled').before, stage: 'submitted' as const };
    expect(tellingsOf(step('cancelled', { before }))[0]?.officerIds).toEqual([doer, approver]);
  });
});

describe('coordinating units', () => {
  const [one, two] = [newId<'unit'>(), newId<'unit'>()];
  const parts = [
    { unitId: one, officerId: null },
    { unitId: two, officerId: other },
  ];
  const both = { officerIds: [null, other], unitIds: [one, two] };
  const between = (kind: NoticedStep['kind'], from: TaskStage, to: TaskStage) =>
    tellingsOf(
      step(kind, {
        before: { ...step(kind).before, stage: from, parts },
        after: { stage: to, assigneeId: doer },
      }),
    ).filter((told) => told.kind.startsWith('contribution-'));

  it('are asked once the task is assigned, its event comes, or it is opened again', () => {
    for (const [kind, from] of [
      ['assigned', 'draft'],
      ['event-recorded', 'waiting'],
      ['reopened', 'cancelled'],
    ] as const) {
      expect(between(kind, from, 'assigned')).toEqual([{ kind: 'contribution-asked', ...both }]);
    }
    expect(between('assigned', 'assigned', 'assigned')).toEqual([]);
    expect(between('assigned', 'draft', 'draft')).toEqual([]);
    expect(between('reopened', 'done', 'in-progress')).toEqual([]);
  });

  it('are not asked any more when it is cancelled or becomes a draft, but where it is only declined', () => {
    expect(between('cancelled', 'in-progress', 'cancelled')).toEqual([
      { kind: 'contribution-withdrawn', ...both },
    ]);
    expect(between('taken-back', 'assigned', 'draft')).toEqual([{ kind: 'contribution-withdrawn', ...both }]);
    expect(between('declined', 'assigned', 'draft')).toEqual([]);
    expect(between('approved', 'submitted', 'done')).toEqual([]);
  });

  it('are told of when an amended plan names others', () => {
    const amended = step('amended', {
      before: { ...step('amended').before, parts: parts.slice(0, 1) },
      after: { stage: 'in-progress', assigneeId: doer, parts: parts.slice(1) },
    });
    expect(tellingsOf(amended).slice(1)).toEqual([
      { kind: 'contribution-asked', officerIds: [other], unitIds: [two] },
      { kind: 'contribution-withdrawn', officerIds: [null], unitIds: [one] },
    ]);
  });

  it('hear with who did it that the task was approved', () => {
    const approved = step('approved', { before: { ...step('approved').before, stage: 'submitted', parts } });
    expect(tellingsOf(approved)).toEqual([{ kind: 'task-approved', officerIds: [doer, null, other] }]);
  });
});

it('never settles what the same step tells', () => {
  for (const kind of taskEventKinds) {
    const told = tellingsOf(step(kind)).map((one) => one.kind);
    expect(settledBy(kind).filter((one) => told.includes(one))).toEqual([]);
  }
});
