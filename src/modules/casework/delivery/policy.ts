import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Sees what went out to whom, and how each way does. */
export function read(actor: Actor): Decision {
  return granted(actor, 'casework.delivery.read');
}

/** Sends again what did not arrive, or may not have. */
export function sendAgain(actor: Actor): Decision {
  return granted(actor, 'casework.delivery.send-again');
}

/** Sends a letter to oneself for a trial. */
export function tryOut(actor: Actor): Decision {
  return granted(actor, 'casework.delivery.try');
}

function granted(actor: Actor, act: string): Decision {
  return actor.grants.get(act) === 'all' ? allow : deny('no-grant');
}
