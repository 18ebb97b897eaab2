import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Whoever sets up the office says who leads it; who does is seen on the pages of units. */
export function set(actor: Actor): Decision {
  return actor.grants.has('directory.leadership.set') ? allow : deny('no-grant');
}
