import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Enters a whole list of officers, with the units that the list brings. */
export function enter(actor: Actor): Decision {
  return actor.grants.get('directory.officer-import.enter') === 'all' ? allow : deny('no-grant');
}

/** Takes a list back that was entered. */
export function takeBack(actor: Actor): Decision {
  return actor.grants.get('directory.officer-import.take-back') === 'all' ? allow : deny('no-grant');
}

/** Brings a list back that was taken back. */
export function restore(actor: Actor): Decision {
  return actor.grants.get('directory.officer-import.restore') === 'all' ? allow : deny('no-grant');
}
