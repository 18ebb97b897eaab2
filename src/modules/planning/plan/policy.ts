import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Plans are public papers: whoever has the right to read them reads all of the tenant's. */
export function read(actor: Actor): Decision {
  return actor.grants.has('planning.plan.read') ? allow : deny('no-grant');
}
