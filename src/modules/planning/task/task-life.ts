/** The steps of a task's life. */
export const taskStages = [
  'draft',
  'assigned',
  'accepted',
  'in-progress',
  'submitted',
  'sent-back',
  'waiting',
  'done',
  'cancelled',
] as const;
export type TaskStage = (typeof taskStages)[number];

/** What figures count by: every step before the end is open. */
export const taskStates = ['open', 'done', 'cancelled'] as const;
export type TaskState = (typeof taskStates)[number];

/** The state to which a step belongs; the database holds the two together. */
export function stateOf(stage: TaskStage): TaskState {
  return stage === 'done' || stage === 'cancelled' ? stage : 'open';
}

/** What people do to a task. */
export const taskDeeds = [
  'assign',
  'accept',
  'decline',
  'start',
  'submit',
  'withdraw',
  'approve',
  'send-back',
  'record-event',
  'change-due',
  'cancel',
  'reopen',
] as const;
export type TaskDeed = (typeof taskDeeds)[number];

/**
 * What may be done at each step, and the step it leads to. Where people or the deadline change on the way (assign,
 * record-event, reopen), `landing` says how far the task truly comes.
 */
export const transitions: Readonly<Record<TaskStage, Partial<Readonly<Record<TaskDeed, TaskStage>>>>> = {
  draft: { assign: 'assigned', 'change-due': 'draft', cancel: 'cancelled' },
  waiting: { assign: 'assigned', 'record-event': 'assigned', cancel: 'cancelled' },
  assigned: {
    assign: 'assigned',
    accept: 'accepted',
    decline: 'draft',
    submit: 'submitted',
    'change-due': 'assigned',
    cancel: 'cancelled',
  },
  accepted: {
    assign: 'accepted',
    start: 'in-progress',
    submit: 'submitted',
    'change-due': 'accepted',
    cancel: 'cancelled',
  },
  'in-progress': {
    assign: 'in-progress',
    submit: 'submitted',
    'change-due': 'in-progress',
    cancel: 'cancelled',
  },
  submitted: {
    assign: 'submitted',
    withdraw: 'in-progress',
    approve: 'done',
    'send-back': 'sent-back',
    'change-due': 'submitted',
    cancel: 'cancelled',
  },
  'sent-back': {
    assign: 'sent-back',
    start: 'in-progress',
    submit: 'submitted',
    'change-due': 'sent-back',
    cancel: 'cancelled',
  },
  done: { reopen: 'in-progress' },
  cancelled: { reopen: 'assigned' },
};

/** What is done to a recurring task as a whole; all else is done to its occurrences. */
const seriesDeeds: readonly TaskDeed[] = ['assign', 'cancel', 'reopen'];

/** The step to which a deed leads from where the task stands; undefined where it cannot be done there. */
export function stepTo(
  task: { readonly stage: TaskStage; readonly nature?: string },
  name: TaskDeed,
): TaskStage | undefined {
  if (task.nature === 'series' && !seriesDeeds.includes(name)) return undefined;
  return transitions[task.stage][name];
}

/** What can happen to a task; `completed` stands in histories from before products were handed in and approved. */
export const taskEventKinds = [
  'imported',
  'assigned',
  'accepted',
  'declined',
  'started',
  'submitted',
  'withdrawn',
  'approved',
  'sent-back',
  'event-recorded',
  'completed',
  'cancelled',
  'reopened',
  'amended',
  'dropped',
  'restored',
  'taken-back',
  'occurrences-made',
  'split',
  'contribution-accepted',
  'contributed',
  'contribution-declined',
  'contribution-sent-back',
  'dependency-added',
  'dependency-removed',
  'document-edited',
  'due-changed',
  'due-change-asked',
  'due-change-granted',
  'due-change-refused',
  'due-change-withdrawn',
  'entered',
] as const;
export type TaskEventKind = (typeof taskEventKinds)[number];

/** What the history of a task calls each deed. */
export const eventOfDeed = {
  assign: 'assigned',
  accept: 'accepted',
  decline: 'declined',
  start: 'started',
  submit: 'submitted',
  withdraw: 'withdrawn',
  approve: 'approved',
  'send-back': 'sent-back',
  'record-event': 'event-recorded',
  'change-due': 'due-changed',
  cancel: 'cancelled',
  reopen: 'reopened',
} as const satisfies Readonly<Record<TaskDeed, TaskEventKind>>;
