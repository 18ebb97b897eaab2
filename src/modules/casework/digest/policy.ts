import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Writes the letters of a morning: the clock alone. */
export function make(actor: Actor): Decision {
  return actor.grants.get('casework.digest.make') === 'all' ? allow : deny('no-grant');
}

/** Whoever reads what they were told also reads their own letters of mornings. */
export function read(actor: Actor, digest?: { readonly officerId: string }): Decision {
  if (actor.officerId === null || !actor.grants.has('workbench.notice.read')) return deny('no-grant');
  return digest === undefined || digest.officerId === actor.officerId ? allow : deny('no-grant');
}
