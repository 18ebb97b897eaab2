import { describe, expect, it } from 'vitest';
import { type Id, newId } from '#platform/db/id.ts';
import { contributionDeeds } from '../contribution/contribution.ts';
import {
  type NoticedContribution,
  settledByContribution,
  tellingsOfContribution,
} from './contribution-notice.ts';

const [doer, inCharge] = [newId<'officer'>(), newId<'officer'>()];
const [leading, coordinating] = [newId<'unit'>(), newId<'unit'>()];

function deed(name: NoticedContribution['deed'], change: Partial<NoticedContribution> = {}) {
  return tellingsOfContribution({
    deed: name,
    task: { assigneeId: doer, leadUnitId: leading },
    before: { unitId: coordinating, officerId: null },
    after: { stage: 'accepted', officerId: null },
    ...change,
  });
}

describe('who is told of a contribution', () => {
  it('is whoever does the task, or the head of the unit that leads, of what the unit does', () => {
    expect(deed('contribute')).toEqual([{ kind: 'contribution-made', officerIds: [doer] }]);
    expect(deed('decline', { task: { assigneeId: null, leadUnitId: leading } })).toEqual([
      { kind: 'contribution-declined', officerIds: [], unitIds: [leading] },
    ]);
    const nobody: { assigneeId: Id<'officer'> | null; leadUnitId: Id<'unit'> | null } = {
      assigneeId: null,
      leadUnitId: null,
    };
    expect(deed('decline', { task: nobody })).toEqual([
      { kind: 'contribution-declined', officerIds: [], unitIds: [] },
    ]);
  });

  it('is whoever is put in charge too, once', () => {
    const after = { stage: 'accepted', officerId: inCharge } as const;
    const kinds = (before: NoticedContribution['before']) =>
      deed('accept', { before, after }).map((one) => one.kind);
    expect(kinds({ unitId: coordinating, officerId: null })).toEqual([
      'contribution-accepted',
      'contribution-given',
    ]);
    expect(kinds({ unitId: coordinating, officerId: inCharge })).toEqual(['contribution-accepted']);
  });

  it('is the one in charge of what is sent back, or the head of the unit; who declined is asked again', () => {
    const after = { stage: 'sent-back', officerId: inCharge } as const;
    const before = { unitId: coordinating, officerId: inCharge };
    expect(deed('send-back', { before, after })).toEqual([
      { kind: 'contribution-sent-back', officerIds: [inCharge] },
    ]);
    expect(deed('send-back', { after: { stage: 'asked', officerId: null } })).toEqual([
      { kind: 'contribution-asked', officerIds: [], unitIds: [coordinating] },
    ]);
  });
});

it('never settles what the same deed tells', () => {
  for (const name of contributionDeeds) {
    const told = deed(name).map((one) => one.kind);
    expect(settledByContribution(name).filter((kind) => told.includes(kind))).toEqual([]);
  }
});
