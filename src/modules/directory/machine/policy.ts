import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Gives a program its own name and tokens; who may do that sees all of them. */
export function create(actor: Actor): Decision {
  return granted(actor, 'directory.machine.create');
}

/** Takes a program out of use, with every token of it. */
export function end(actor: Actor): Decision {
  return granted(actor, 'directory.machine.end');
}

/** Takes a program up again. */
export function restore(actor: Actor): Decision {
  return granted(actor, 'directory.machine.restore');
}

function granted(actor: Actor, act: string): Decision {
  return actor.grants.get(act) === 'all' ? allow : deny('no-grant');
}
