import type { Actor, StoodInFor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import type { TaskRelations } from './task.ts';
import { type TaskDeed, taskDeeds, transitions } from './task-life.ts';

type Part = 'assigneeId' | 'approverId';
const anyPart: readonly Part[] = ['assigneeId', 'approverId'];

/** As whom a deed is done to one's own task. Judging is the approver's alone: nobody approves for having done it. */
const ownAs: Readonly<Record<TaskDeed, readonly Part[]>> = {
  assign: ['assigneeId', 'approverId'],
  accept: ['assigneeId'],
  decline: ['assigneeId'],
  start: ['assigneeId'],
  submit: ['assigneeId'],
  withdraw: ['assigneeId'],
  approve: ['approverId'],
  'send-back': ['approverId'],
  'record-event': ['assigneeId', 'approverId'],
  cancel: ['assigneeId', 'approverId'],
  reopen: ['approverId'],
};

/** Tasks of the plan are read by those whose role says so: all of them, those of the unit, or the person's own. */
export function read(actor: Actor, task: TaskRelations): Decision {
  return persons(actor).some((one) => mayRead(one, task)) ? allow : deny('no-grant');
}

/** A deed needs its grant, sight of the task, and a step that allows it. Only units that lead act for their unit. */
export function may(actor: Actor, name: TaskDeed, task: TaskRelations): Decision {
  if (!mayDo(actor, name, task)) return deny('no-grant');
  return transitions[task.stage][name] ? allow : deny('wrong-state');
}

/** Does something with the evidence of a task: whoever sees it and works on it, in a coordinating unit too. */
export function prove(actor: Actor, act: string, task: TaskRelations): Decision {
  const isAllowed = persons(actor).some((one) => mayRead(one, task) && reaches(one, act, task, anyPart));
  return isAllowed ? allow : deny('no-grant');
}

/** Takes a deed back: who could do it to the task as it stood `before` may. The state has moved on meanwhile. */
export function takeBack(actor: Actor, name: TaskDeed, before: TaskRelations): Decision {
  return mayDo(actor, name, before) ? allow : deny('no-grant');
}

/** What this person may do with the task now, for the page to show. */
export function abilities(actor: Actor, task: TaskRelations): Readonly<Record<TaskDeed, boolean>> {
  const allowed = taskDeeds.map((name) => [name, may(actor, name, task).allowed] as const);
  return Object.fromEntries(allowed) as Record<TaskDeed, boolean>;
}

/** Whoever the person acts as today: themselves, and each absent officer for whom they stand in. */
function persons(actor: Actor): readonly StoodInFor[] {
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

function mayRead(actor: StoodInFor, task: TaskRelations): boolean {
  return reaches(actor, 'planning.task.read', task, anyPart);
}

function mayDo(actor: Actor, name: TaskDeed, task: TaskRelations): boolean {
  const led = { ...task, coordinatingUnitIds: [] };
  return persons(actor).some(
    (one) => mayRead(one, task) && reaches(one, `planning.task.${name}`, led, ownAs[name]),
  );
}
