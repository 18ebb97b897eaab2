import type { Actor, StoodInFor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import { type TaskDeed, type TaskRelations, transitions } from './task.ts';

/** Whoever the person acts as today: themselves, and each absent officer for whom they stand in. */
function persons(actor: Actor): readonly StoodInFor[] {
  return actor.standsInFor ? [actor, ...actor.standsInFor] : [actor];
}

/** Whether the grant of this act reaches the task for this person. */
function reaches(actor: StoodInFor, act: string, task: TaskRelations): boolean {
  const scope = actor.grants.get(act);
  if (scope === 'all') return true;
  if (scope === undefined) return false;
  const isOwn = actor.officerId !== null && [task.assigneeId, task.approverId].includes(actor.officerId);
  if (scope === 'own' || isOwn) return isOwn;
  const units = [task.leadUnitId, ...task.coordinatingUnitIds];
  return actor.unitIds.some((unit) => units.includes(unit));
}

/** Tasks of the plan are read by those whose role says so: all of them, those of the unit, or the person's own. */
export function read(actor: Actor, task: TaskRelations): Decision {
  return persons(actor).some((one) => reaches(one, 'planning.task.read', task)) ? allow : deny('no-grant');
}

/** Names the person, the approver, the unit and the deadline of an open task. */
export function assign(actor: Actor, task: TaskRelations): Decision {
  return deed(actor, 'assign', task);
}

/** Closes an open task with its product. */
export function complete(actor: Actor, task: TaskRelations): Decision {
  return deed(actor, 'complete', task);
}

/** Closes an open task that will not be done, with the reason. */
export function cancel(actor: Actor, task: TaskRelations): Decision {
  return deed(actor, 'cancel', task);
}

/** Opens a closed task again. */
export function reopen(actor: Actor, task: TaskRelations): Decision {
  return deed(actor, 'reopen', task);
}

/** Does something with the evidence of a task: whoever sees it and works on it, in a coordinating unit too. */
export function prove(actor: Actor, act: string, task: TaskRelations): Decision {
  const may = persons(actor).some(
    (one) => reaches(one, 'planning.task.read', task) && reaches(one, act, task),
  );
  return may ? allow : deny('no-grant');
}

/** Takes a deed back: who could do it to the task as it stood `before` may. The state has moved on meanwhile. */
export function takeBack(actor: Actor, name: TaskDeed, before: TaskRelations): Decision {
  return mayDo(actor, name, before) ? allow : deny('no-grant');
}

/** What this person may do with the task now, for the page to show. */
export function abilities(actor: Actor, task: TaskRelations): Readonly<Record<TaskDeed, boolean>> {
  return {
    assign: assign(actor, task).allowed,
    complete: complete(actor, task).allowed,
    cancel: cancel(actor, task).allowed,
    reopen: reopen(actor, task).allowed,
  };
}

/** A deed needs its grant, sight of the task, and a state that allows it. Only units that lead act for their unit. */
function deed(actor: Actor, name: TaskDeed, task: TaskRelations): Decision {
  if (!mayDo(actor, name, task)) return deny('no-grant');
  return transitions[task.state][name] ? allow : deny('wrong-state');
}

function mayDo(actor: Actor, name: TaskDeed, task: TaskRelations): boolean {
  const own = { ...task, coordinatingUnitIds: [] };
  return persons(actor).some(
    (one) => reaches(one, 'planning.task.read', task) && reaches(one, `planning.task.${name}`, own),
  );
}
