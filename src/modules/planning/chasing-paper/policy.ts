import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Sets from when on a late task is red. */
export function setRules(actor: Actor): Decision {
  return actor.grants.get('planning.chasing-rules.set') === 'all' ? allow : deny('no-grant');
}
