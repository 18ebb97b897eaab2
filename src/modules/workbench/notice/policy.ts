import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** An officer reads what that officer was told; accounts without an officer are told nothing. */
export function read(actor: Actor): Decision {
  return actor.officerId !== null && actor.grants.has('workbench.notice.read') ? allow : deny('no-grant');
}
