import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Officers are entered by an administrator. */
export function create(actor: Actor): Decision {
  return granted(actor, 'directory.officer.create');
}

/** Corrects the name of an officer, or the title of the position. */
export function edit(actor: Actor): Decision {
  return granted(actor, 'directory.officer.edit');
}

/** Puts an officer in a position of another unit. */
export function move(actor: Actor): Decision {
  return granted(actor, 'directory.officer.move');
}

/** Says that an officer has left. */
export function end(actor: Actor): Decision {
  return granted(actor, 'directory.officer.end');
}

/** Says that an officer who had left is back. */
export function restore(actor: Actor): Decision {
  return granted(actor, 'directory.officer.restore');
}

/** Accounts beside names, and those who have left, are seen by whoever looks after officers or opens accounts. */
export function readKept(actor: Actor): Decision {
  return edit(actor).allowed ? allow : granted(actor, 'directory.account.create');
}

function granted(actor: Actor, act: string): Decision {
  return actor.grants.get(act) === 'all' ? allow : deny('no-grant');
}

/** Who may choose among the officers in office: those who hand out work, record absences or keep the list. */
export function choose(actor: Actor): Decision {
  const acts = ['planning.task.assign', 'directory.absence.record', 'directory.officer.edit'];
  return acts.some((act) => actor.grants.has(act)) ? allow : deny('no-grant');
}
