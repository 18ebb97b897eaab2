import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Whoever administers the office's accounts also sees whether the system is well; it shows no record of the office. */
export function read(actor: Actor): Decision {
  return actor.grants.has('workbench.system.read') ? allow : deny('not-granted');
}
