import type { Id } from '#platform/db/id.ts';
import type { TaskEventKind, TaskStage } from '../task/task-life.ts';

/** What people are told of tasks. */
export const taskNoticeKinds = [
  'task-assigned',
  'task-moved',
  'task-changed',
  'task-opened',
  'task-submitted',
  'task-approved',
  'task-sent-back',
  'task-declined',
  'task-cancelled',
  'task-reopened',
  'task-taken-back',
  'task-due-asked',
  'task-due-moved',
  'task-due-refused',
  'task-amended',
  'task-dropped',
  'task-restored',
  'contribution-asked',
  'contribution-withdrawn',
  'contribution-given',
  'contribution-accepted',
  'contribution-made',
  'contribution-declined',
  'contribution-sent-back',
  'mentioned',
  'noted',
] as const;
export type TaskNoticeKind = (typeof taskNoticeKinds)[number];

type Officer = Id<'officer'> | null;

/** A coordinating unit of a task, and who of it is in charge of its part. */
export interface NoticedPart {
  readonly unitId: Id<'unit'>;
  readonly officerId: Officer;
}

/** A step of a task's life as far as it decides who is told. */
export interface NoticedStep {
  readonly kind: TaskEventKind;
  readonly before: {
    readonly stage: TaskStage;
    readonly assigneeId: Officer;
    readonly approverId: Officer;
    readonly assignerId: Officer;
    readonly parts: readonly NoticedPart[];
  };
  readonly after: {
    readonly stage: TaskStage;
    readonly assigneeId: Officer;
    /** The coordinating units where they are others now. */
    readonly parts?: readonly NoticedPart[];
  };
  /** Whoever has waited for the step besides the people of the task. */
  readonly awaitedBy?: readonly Officer[] | undefined;
}

export interface TaskTelling {
  readonly kind: TaskNoticeKind;
  readonly officerIds: readonly Officer[];
  /** Units whose heads are told. */
  readonly unitIds?: readonly Id<'unit'>[];
}

/** What waits for the person who does the task, and is no news once that person has moved it on. */
const forDoer: readonly TaskNoticeKind[] = [
  'task-assigned',
  'task-changed',
  'task-opened',
  'task-sent-back',
  'task-reopened',
];

/** What waits for coordinating units, and what they have said to the unit that leads. */
const forParts: readonly TaskNoticeKind[] = [
  'contribution-asked',
  'contribution-given',
  'contribution-sent-back',
];
const fromParts: readonly TaskNoticeKind[] = [
  'contribution-accepted',
  'contribution-made',
  'contribution-declined',
];

/** Whom a step concerns: whoever has to act on it next, or has waited for it, coordinating units among them. */
export function tellingsOf(step: NoticedStep): readonly TaskTelling[] {
  return [...tellingsOfPeople(step), ...tellingsOfParts(step)];
}

function tellingsOfPeople({ kind, before, after, awaitedBy = [] }: NoticedStep): readonly TaskTelling[] {
  const doer = [before.assigneeId];
  const bothPeople = [before.assigneeId, before.approverId];
  // Nobody works on a draft; who follows it is told all the same.
  const unlessDraft = before.stage === 'draft' ? [] : bothPeople;
  switch (kind) {
    case 'assigned':
      return tellingsOfAssigning(before, after);
    case 'submitted':
      return [{ kind: 'task-submitted', officerIds: [before.approverId] }];
    case 'approved':
      return [
        {
          kind: 'task-approved',
          officerIds: [...doer, ...before.parts.map((part) => part.officerId)],
        },
      ];
    case 'sent-back':
      return [{ kind: 'task-sent-back', officerIds: doer }];
    case 'declined':
      return [{ kind: 'task-declined', officerIds: [before.assignerId] }];
    case 'event-recorded':
      return [{ kind: 'task-opened', officerIds: bothPeople }];
    case 'cancelled':
      return [
        {
          kind: 'task-cancelled',
          officerIds: before.stage === 'submitted' ? [...doer, before.approverId] : doer,
        },
      ];
    case 'reopened':
      return [{ kind: 'task-reopened', officerIds: doer }];
    case 'due-change-asked':
      return [{ kind: 'task-due-asked', officerIds: [before.approverId] }];
    case 'due-changed':
    case 'due-change-granted':
      return [{ kind: 'task-due-moved', officerIds: [...bothPeople, ...awaitedBy] }];
    case 'due-change-refused':
      return [{ kind: 'task-due-refused', officerIds: [...bothPeople, ...awaitedBy] }];
    case 'amended':
      return [{ kind: 'task-amended', officerIds: unlessDraft }];
    case 'dropped':
      return [{ kind: 'task-dropped', officerIds: unlessDraft }];
    case 'restored':
      return [{ kind: 'task-restored', officerIds: after.stage === 'draft' ? [] : bothPeople }];
    case 'taken-back':
      return [{ kind: 'task-taken-back', officerIds: [...new Set([before.assigneeId, after.assigneeId])] }];
    default:
      return [];
  }
}

/** Steps at which nothing is asked of coordinating units. */
const unasked: readonly TaskStage[] = ['draft', 'waiting', 'cancelled'];

/** Coordinating units of which something is asked now that was not before, or nothing any more. */
function tellingsOfParts({ kind, before, after }: NoticedStep): TaskTelling[] {
  const was = unasked.includes(before.stage) ? [] : before.parts;
  const is = unasked.includes(after.stage) ? [] : (after.parts ?? before.parts);
  const without = (parts: readonly NoticedPart[], others: readonly NoticedPart[]) =>
    parts.filter((part) => others.every((other) => other.unitId !== part.unitId));
  const asked = without(is, was);
  // What was declined is assigned to somebody else next; that the units are needed has not changed.
  const withdrawn = kind === 'declined' ? [] : without(was, is);
  return [
    ...(asked.length === 0 ? [] : [tellParts('contribution-asked', asked)]),
    ...(withdrawn.length === 0 ? [] : [tellParts('contribution-withdrawn', withdrawn)]),
  ];
}

function tellParts(kind: TaskNoticeKind, parts: readonly NoticedPart[]): TaskTelling {
  return {
    kind,
    officerIds: parts.map((part) => part.officerId),
    unitIds: parts.map((part) => part.unitId),
  };
}

/** Nobody is told of a draft: it is not assigned before all six clears are there. */
function tellingsOfAssigning(before: NoticedStep['before'], after: NoticedStep['after']): TaskTelling[] {
  const isSame = before.assigneeId === after.assigneeId;
  const tellings: TaskTelling[] = [];
  if (!isSame && before.stage !== 'draft') {
    tellings.push({ kind: 'task-moved', officerIds: [before.assigneeId] });
  }
  if (after.stage !== 'draft') {
    const kind = isSame && before.stage !== 'draft' ? 'task-changed' : 'task-assigned';
    tellings.push({ kind, officerIds: [after.assigneeId] });
  }
  return tellings;
}

/** What earlier notices of the task have nothing more to tell after a step: what they waited for has been done. */
export function settledBy(kind: TaskEventKind): readonly TaskNoticeKind[] {
  switch (kind) {
    case 'accepted':
    case 'started':
    case 'submitted':
      return forDoer;
    case 'declined':
      return [...forDoer, ...forParts];
    case 'approved':
      return ['task-submitted', ...forParts, ...fromParts];
    case 'withdrawn':
    case 'sent-back':
      return ['task-submitted'];
    case 'cancelled':
    case 'dropped':
      return [...forDoer, 'task-submitted', 'task-due-asked', 'task-amended', ...forParts];
    case 'restored':
      return ['task-amended', 'task-dropped', 'contribution-withdrawn'];
    case 'assigned':
      return ['task-declined'];
    case 'due-change-granted':
    case 'due-change-refused':
    case 'due-change-withdrawn':
      return ['task-due-asked'];
    case 'reopened':
      return ['task-approved', 'task-cancelled', 'contribution-withdrawn'];
    case 'taken-back':
      return taskNoticeKinds.filter((one) => !['task-taken-back', 'mentioned', 'noted'].includes(one));
    default:
      return [];
  }
}

/** Steps after which a reminder of before has nothing more to say: the work lies with somebody else, or by another day. */
export const endsReminders: readonly TaskEventKind[] = [
  'assigned',
  'declined',
  'submitted',
  'withdrawn',
  'approved',
  'sent-back',
  'cancelled',
  'reopened',
  'dropped',
  'taken-back',
  'due-changed',
  'due-change-granted',
];
