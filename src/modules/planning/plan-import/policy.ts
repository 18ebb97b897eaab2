import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

function granted(actor: Actor, act: string): Decision {
  return actor.grants.get(act) === 'all' ? allow : deny('no-grant');
}

/** Who may look at imports: those who steer, and those who watch. */
export function read(actor: Actor): Decision {
  return granted(actor, 'planning.plan-import.read');
}

/** Who may give a file. */
export function upload(actor: Actor): Decision {
  return granted(actor, 'planning.plan-import.upload');
}

/** The reader's own right to write down what it read. */
export function record(actor: Actor): Decision {
  return granted(actor, 'planning.plan-import.record');
}

/** Who may mend rows, put an import aside, and take it up again. */
export function edit(actor: Actor): Decision {
  return granted(actor, 'planning.plan-import.edit');
}

/** Who may turn an import into a plan. */
export function store(actor: Actor): Decision {
  return granted(actor, 'planning.plan-import.store');
}

/** Who may take a stored import back. */
export function undo(actor: Actor): Decision {
  return granted(actor, 'planning.plan-import.undo');
}
