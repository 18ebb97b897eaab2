import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import * as planPolicy from '../plan/policy.ts';
import { holds } from '../task/policy.ts';
import type { TaskRelations } from '../task/task.ts';

/** Says that a task is for a target, or is not: whoever answers for the task and reads the plan. */
export function may(actor: Actor, name: 'link' | 'unlink', task: TaskRelations): Decision {
  const reaches = holds(actor, `planning.task-target.${name}`, task, ['assigneeId', 'approverId']);
  return reaches && planPolicy.read(actor).allowed ? allow : deny('no-grant');
}

/** Opens the pages on which tasks are linked; which of them, each task decides. */
export function linkSome(actor: Actor): Decision {
  return maySome(actor) ? allow : deny('no-grant');
}

/** Whether there are tasks at all that this person may link. */
export function maySome(actor: Actor): boolean {
  const persons = [actor, ...(actor.standsInFor ?? [])];
  return (
    planPolicy.read(actor).allowed && persons.some(({ grants }) => grants.has('planning.task-target.link'))
  );
}
