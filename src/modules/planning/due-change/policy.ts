import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import { holds } from '../task/policy.ts';
import type { TaskRelations } from '../task/task.ts';

/** Asks for another deadline: whoever works on the task, in the name of their account. */
export function ask(actor: Actor, task: TaskRelations): Decision {
  return decide(
    actor.accountId !== null && holds(actor, 'planning.task.ask-due-change', task, ['assigneeId']),
  );
}

/** Takes a request back: whoever may ask, and has asked this. */
export function withdraw(actor: Actor, task: TaskRelations & { readonly askedBy: string }): Decision {
  const isAllowed = holds(actor, 'planning.task.withdraw-due-change', task, ['assigneeId']);
  return decide(isAllowed && actor.accountId === task.askedBy);
}

/** Answers a request: the approver of the task, or whoever holds the right over it. */
export function answer(actor: Actor, how: 'grant' | 'refuse', task: TaskRelations): Decision {
  return decide(holds(actor, `planning.task.${how}-due-change`, task, ['approverId']));
}

function decide(isAllowed: boolean): Decision {
  return isAllowed ? allow : deny('no-grant');
}
