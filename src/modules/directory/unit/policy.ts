import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Units are set up by an administrator. A plan that is stored brings its own, under the right to store it. */
export function create(actor: Actor): Decision {
  return granted(actor, 'directory.unit.create');
}

/** Changes the name of a unit, or whether the name stands for many. */
export function edit(actor: Actor): Decision {
  return granted(actor, 'directory.unit.edit');
}

/** Moves a unit up or down among the others. */
export function reorder(actor: Actor): Decision {
  return granted(actor, 'directory.unit.reorder');
}

/** Ends a unit on a day. */
export function end(actor: Actor): Decision {
  return granted(actor, 'directory.unit.end');
}

/** Takes up a unit that had ended. */
export function restore(actor: Actor): Decision {
  return granted(actor, 'directory.unit.restore');
}

function granted(actor: Actor, act: string): Decision {
  return actor.grants.get(act) === 'all' ? allow : deny('no-grant');
}
