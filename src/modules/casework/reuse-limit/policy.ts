import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Says from how many records on a proof is flagged. */
export function set(actor: Actor): Decision {
  return actor.grants.get('casework.reuse-limit.set') === 'all' ? allow : deny('no-grant');
}
