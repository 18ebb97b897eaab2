import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import { holds } from '../task/policy.ts';
import type { TaskNature, TaskRelations } from '../task/task.ts';

/**
 * Splits a task: whoever answers for it, while it is open and nothing is handed in. Its parts are not split again, and of a
 * recurring task each time is.
 */
export function add(actor: Actor, task: TaskRelations & { readonly nature: TaskNature }): Decision {
  if (!holds(actor, 'planning.sub-task.add', task, ['assigneeId', 'approverId'])) return deny('no-grant');
  const canBeSplit = task.nature === 'single' || task.nature === 'occurrence';
  return canBeSplit && task.state === 'open' && task.stage !== 'submitted' ? allow : deny('wrong-state');
}
