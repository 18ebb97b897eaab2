import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import { holds } from '../task/policy.ts';
import type { TaskNature, TaskRelations } from '../task/task.ts';

type TaskFacts = TaskRelations & { readonly nature: TaskNature };

/** Says that an open task waits for another: whoever answers for it. Of a recurring task each time waits by itself. */
export function add(actor: Actor, task: TaskFacts): Decision {
  if (!holds(actor, 'planning.dependency.add', task, ['assigneeId', 'approverId'])) return deny('no-grant');
  return task.state === 'open' && task.nature !== 'series' ? allow : deny('wrong-state');
}

/** Says that a task need not wait any more; a closed one too, since it waits for nothing. */
export function remove(actor: Actor, task: TaskFacts): Decision {
  const mayRemove = holds(actor, 'planning.dependency.remove', task, ['assigneeId', 'approverId']);
  return mayRemove ? allow : deny('no-grant');
}
