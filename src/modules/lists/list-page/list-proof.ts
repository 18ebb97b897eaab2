import type { Actor } from '#platform/session/actor.ts';

/** Whether this person may freeze a list as proof of something; which lists, each list's own right to its file says. */
export function mayFreezeLists(actor: Actor): boolean {
  return actor.grants.has('casework.evidence.freeze');
}
