import type { Actor, StoodInFor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import type { TaskRelations } from './task.ts';
import { type TaskDeed, taskDeeds, transitions } from './task-life.ts';

/** As whom a deed is done to one's own task. Judging is the approver's alone: nobody approves for having done it. */
const ownAs: Readonly<Record<TaskDeed | 'read', readonly ('assigneeId' | 'approverId')[]>> = {
  read: ['assigneeId', 'approverId'],
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
  return persons(actor).some((one) => reaches(one, 'read', task)) ? allow : deny('no-grant');
}

/** A deed needs its grant, sight of the task, and a step that allows it. Only units that lead act for their unit. */
export function may(actor: Actor, name: TaskDeed, task: TaskRelations): Decision {
  if (!mayDo(actor, name, task)) return deny('no-grant');
  return transitions[task.stage][name] ? allow : deny('wrong-state');
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

/** Whether the grant reaches the task for this person. */
function reaches(actor: StoodInFor, name: TaskDeed | 'read', task: TaskRelations): boolean {
  const scope = actor.grants.get(`planning.task.${name}`);
  if (scope === 'all') return true;
  if (scope === undefined) return false;
  const isOwn = actor.officerId !== null && ownAs[name].some((part) => task[part] === actor.officerId);
  if (scope === 'own' || isOwn) return isOwn;
  const units = [task.leadUnitId, ...task.coordinatingUnitIds];
  return actor.unitIds.some((unit) => units.includes(unit));
}

function mayDo(actor: Actor, name: TaskDeed, task: TaskRelations): boolean {
  const own = { ...task, coordinatingUnitIds: [] };
  return persons(actor).some((one) => reaches(one, 'read', task) && reaches(one, name, own));
}
