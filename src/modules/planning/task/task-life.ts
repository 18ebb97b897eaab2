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
  'cancel',
  'reopen',
] as const;
export type TaskDeed = (typeof taskDeeds)[number];

/**
 * What may be done at each step, and the step it leads to. Where people or the deadline change on the way (assign,
 * record-event, reopen), `landing` says how far the task truly comes.
 */
export const transitions: Readonly<Record<TaskStage, Partial<Readonly<Record<TaskDeed, TaskStage>>>>> = {
  draft: { assign: 'assigned', cancel: 'cancelled' },
  waiting: { assign: 'assigned', 'record-event': 'assigned', cancel: 'cancelled' },
  assigned: {
    assign: 'assigned',
    accept: 'accepted',
    decline: 'draft',
    submit: 'submitted',
    cancel: 'cancelled',
  },
  accepted: { assign: 'accepted', start: 'in-progress', submit: 'submitted', cancel: 'cancelled' },
  'in-progress': { assign: 'in-progress', submit: 'submitted', cancel: 'cancelled' },
  submitted: {
    assign: 'submitted',
    withdraw: 'in-progress',
    approve: 'done',
    'send-back': 'sent-back',
    cancel: 'cancelled',
  },
  'sent-back': { assign: 'sent-back', start: 'in-progress', submit: 'submitted', cancel: 'cancelled' },
  done: { reopen: 'in-progress' },
  cancelled: { reopen: 'assigned' },
};

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
] as const;
export type TaskEventKind = (typeof taskEventKinds)[number];
