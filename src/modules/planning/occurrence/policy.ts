import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Occurrences are made by the clock alone, as the plan asks. */
export function make(actor: Actor): Decision {
  return actor.grants.has('planning.occurrence.make') ? allow : deny('no-grant');
}
