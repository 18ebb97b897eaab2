import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

function granted(actor: Actor, act: string): Decision {
  return actor.grants.get(act) === 'all' ? allow : deny('no-grant');
}

/** Who may look at imports: those who steer, and those who watch. */
export function read(actor: Actor): Decision {
  return granted(actor, 'planning.plan-draft.read');
}

/** Who may give a file. */
export function upload(actor: Actor): Decision {
  return granted(actor, 'planning.plan-draft.upload');
}

/** The reader's own right to write down what it read. */
export function record(actor: Actor): Decision {
  return granted(actor, 'planning.plan-draft.record');
}

/** Who may mend rows. */
export function edit(actor: Actor): Decision {
  return granted(actor, 'planning.plan-draft.edit');
}

/** Who may put a draft aside. */
export function discard(actor: Actor): Decision {
  return granted(actor, 'planning.plan-draft.discard');
}

/** Who may take up a draft that was put aside. */
export function restore(actor: Actor): Decision {
  return granted(actor, 'planning.plan-draft.restore');
}

/** Who may say that a draft is checked, and open it again. */
export function check(actor: Actor): Decision {
  return granted(actor, 'planning.plan-draft.check');
}

/** Who may turn an import into a plan. */
export function issue(actor: Actor): Decision {
  return granted(actor, 'planning.plan-draft.issue');
}

/** Who may take a stored import back. */
export function takeBack(actor: Actor): Decision {
  return granted(actor, 'planning.plan-draft.take-back');
}

/** Who may bring back a plan that was taken back. */
export function issueAgain(actor: Actor): Decision {
  return granted(actor, 'planning.plan-draft.issue-again');
}
