import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Follows a record that one sees. Only officers follow: others have no list of their own. */
export function begin(actor: Actor): Decision {
  return mayAs(actor, 'casework.follow.begin');
}

/** Stops following. */
export function stop(actor: Actor): Decision {
  return mayAs(actor, 'casework.follow.stop');
}

function mayAs(actor: Actor, act: string): Decision {
  return actor.grants.has(act) && actor.officerId !== null ? allow : deny('no-grant');
}
