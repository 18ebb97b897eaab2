import type { Actor, StoodInFor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import type { TaskNature, TaskRelations } from './task.ts';
import { stepTo, type TaskDeed, taskDeeds } from './task-life.ts';

type Part = 'assigneeId' | 'approverId';
const anyPart: readonly Part[] = ['assigneeId', 'approverId'];

/** As whom a deed is done to one's own task. Judging is the approver's alone: nobody approves for having done it. */
export const ownAs: Readonly<Record<TaskDeed, readonly Part[]>> = {
  assign: ['assigneeId', 'approverId'],
  accept: ['assigneeId'],
  decline: ['assigneeId'],
  start: ['assigneeId'],
  submit: ['assigneeId'],
  withdraw: ['assigneeId'],
  approve: ['approverId'],
  'send-back': ['approverId'],
  'record-event': ['assigneeId', 'approverId'],
  'change-due': ['approverId'],
  cancel: ['assigneeId', 'approverId'],
  reopen: ['approverId'],
};

/** Tasks of the plan are read by those whose role says so: all of them, those of the unit, or the person's own. */
export function read(actor: Actor, task: TaskRelations): Decision {
  return persons(actor).some((one) => mayRead(one, task)) ? allow : deny('no-grant');
}

/** A deed needs its grant, sight of the task, and a step that allows it. Only units that lead act for their unit. */
export function may(
  actor: Actor,
  name: TaskDeed,
  task: TaskRelations & { readonly nature?: TaskNature },
): Decision {
  if (!mayDo(actor, name, task)) return deny('no-grant');
  return stepTo(task, name) ? allow : deny('wrong-state');
}

/** Does something with the evidence of a task: whoever sees it and works on it, in a coordinating unit too. */
export function prove(actor: Actor, act: string, task: TaskRelations): Decision {
  const isAllowed = persons(actor).some((one) => mayRead(one, task) && reaches(one, act, task, anyPart));
  return isAllowed ? allow : deny('no-grant');
}

/** Takes the last deed of one tap back at all; which one it is decides whether it may be. */
export function takeLast(actor: Actor): Decision {
  return persons(actor).some((one) => one.grants.has('planning.task.take-back')) ? allow : deny('no-grant');
}

/** Takes a deed back: who could do it to the task as it stood `before` may. The state has moved on meanwhile. */
export function takeBack(actor: Actor, name: TaskDeed, before: TaskRelations): Decision {
  return mayDo(actor, name, before) ? allow : deny('no-grant');
}

/** What this person may do with the task now, for the page to show. */
export function abilities(
  actor: Actor,
  task: TaskRelations & { readonly nature?: TaskNature },
): Readonly<Record<TaskDeed, boolean>> {
  const allowed = taskDeeds.map((name) => [name, may(actor, name, task).allowed] as const);
  return Object.fromEntries(allowed) as Record<TaskDeed, boolean>;
}

/** Whether a grant reaches a task that the person sees, as whom it may be their own. Only units that lead act for theirs. */
export function holds(actor: Actor, act: string, task: TaskRelations, own: readonly Part[]): boolean {
  const led = { ...task, coordinatingUnitIds: [] };
  return persons(actor).some((one) => mayRead(one, task) && reaches(one, act, led, own));
}

/** Whoever the person acts as today: themselves, and each absent officer for whom they stand in. */
export function persons(actor: Actor): readonly StoodInFor[] {
  return actor.standsInFor ? [actor, ...actor.standsInFor] : [actor];
}

/** Whether the grant of this act reaches the task for this person, as whom it may be their own. */
function reaches(actor: StoodInFor, act: string, task: TaskRelations, own: readonly Part[]): boolean {
  const scope = actor.grants.get(act);
  if (scope === 'all') return true;
  if (scope === undefined) return false;
  const isOwn = actor.officerId !== null && own.some((part) => task[part] === actor.officerId);
  if (scope === 'own' || isOwn) return isOwn;
  const units = [task.leadUnitId, ...task.coordinatingUnitIds];
  return actor.unitIds.some((unit) => units.includes(unit));
}

/** Whether one person, in nobody else's place, sees the task. */
export function mayRead(actor: StoodInFor, task: TaskRelations): boolean {
  return reaches(actor, 'planning.task.read', task, anyPart);
}

function mayDo(actor: Actor, name: TaskDeed, task: TaskRelations): boolean {
  return holds(actor, `planning.task.${name}`, task, ownAs[name]);
}
