import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Looking at the ladder of the office, and at whom it would have told. */
export function read(actor: Actor): Decision {
  return decide(actor.grants.has('planning.escalation.read'));
}

/** Drawing another ladder: nobody is told by it yet. */
export function draw(actor: Actor): Decision {
  return decide(read(actor).allowed && actor.grants.has('planning.escalation.draw'));
}

/** Switching the ladder on and off. */
export function turn(actor: Actor): Decision {
  return decide(read(actor).allowed && actor.grants.has('planning.escalation.switch'));
}

function decide(allowed: boolean): Decision {
  return allowed ? allow : deny('no-grant');
}
