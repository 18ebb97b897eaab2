import type { Id } from '#platform/db/id.ts';
import type { Contribution, ContributionDeed } from '../contribution/contribution.ts';
import type { TaskNoticeKind, TaskTelling } from './task-notice.ts';

/** A deed on the part of a coordinating unit, as far as it decides who is told. */
export interface NoticedContribution {
  readonly deed: ContributionDeed;
  readonly task: { readonly assigneeId: Id<'officer'> | null; readonly leadUnitId: Id<'unit'> | null };
  readonly before: Pick<Contribution, 'unitId' | 'officerId'>;
  readonly after: Pick<Contribution, 'stage' | 'officerId'>;
}

/**
 * Whom a deed on a contribution concerns: what the coordinating unit does, whoever does the task, or the head of the
 * unit that leads; what is done to it, whoever is in charge of the part, or the head of that unit.
 */
export function tellingsOfContribution({
  deed,
  task,
  before,
  after,
}: NoticedContribution): readonly TaskTelling[] {
  const leading =
    task.assigneeId === null
      ? { officerIds: [], unitIds: task.leadUnitId === null ? [] : [task.leadUnitId] }
      : { officerIds: [task.assigneeId] };
  const inCharge =
    before.officerId === null
      ? { officerIds: [], unitIds: [before.unitId] }
      : { officerIds: [before.officerId] };
  switch (deed) {
    case 'accept': {
      const isGiven = after.officerId !== null && after.officerId !== before.officerId;
      const given = { kind: 'contribution-given', officerIds: [after.officerId] } as const;
      return [{ kind: 'contribution-accepted', ...leading }, ...(isGiven ? [given] : [])];
    }
    case 'contribute':
      return [{ kind: 'contribution-made', ...leading }];
    case 'decline':
      return [{ kind: 'contribution-declined', ...leading }];
    case 'send-back':
      return [
        { kind: after.stage === 'asked' ? 'contribution-asked' : 'contribution-sent-back', ...inCharge },
      ];
  }
}

/** What has nothing more to tell the people of the coordinating unit once they have done this. */
export function settledByContribution(deed: ContributionDeed): readonly TaskNoticeKind[] {
  switch (deed) {
    case 'accept':
      return ['contribution-asked'];
    case 'contribute':
    case 'decline':
      return ['contribution-asked', 'contribution-given', 'contribution-sent-back'];
    case 'send-back':
      return [];
  }
}
