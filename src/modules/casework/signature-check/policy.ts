import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Only the clock's own job says what was found of signatures. */
export function record(actor: Actor): Decision {
  return actor.grants.has('casework.signature.check') ? allow : deny('no-grant');
}
