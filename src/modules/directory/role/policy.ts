import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Makes a role of the tenant's own. */
export function create(actor: Actor): Decision {
  return granted(actor, 'directory.role.create');
}

/** Changes what a role may do; who may change roles may see them all. */
export function edit(actor: Actor): Decision {
  return granted(actor, 'directory.role.edit');
}

/** Puts a role of the tenant's own aside. */
export function end(actor: Actor): Decision {
  return granted(actor, 'directory.role.end');
}

/** Takes up a role that was put aside. */
export function restore(actor: Actor): Decision {
  return granted(actor, 'directory.role.restore');
}

function granted(actor: Actor, act: string): Decision {
  return actor.grants.get(act) === 'all' ? allow : deny('no-grant');
}
