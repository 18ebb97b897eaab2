import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import type { SavedView } from './saved-view.ts';

/** Everybody whose role keeps views keeps their own. */
export function keep(actor: Actor): Decision {
  return actor.accountId !== null && actor.grants.has('lists.saved-view.keep') ? allow : deny('no-grant');
}

/** Gives a view to the whole office, or takes it back to oneself. */
export function share(actor: Actor): Decision {
  return keep(actor).allowed && actor.grants.has('lists.saved-view.share') ? allow : deny('no-grant');
}

/** A private view is seen by its owner, a shared one by everybody of the office. */
export function read(actor: Actor, view: Pick<SavedView, 'ownerId' | 'isShared'>): Decision {
  return view.isShared || actor.accountId === view.ownerId ? allow : deny('no-grant');
}

/** Renamed and shared by its owner; a shared one also by those who may share. */
export function change(actor: Actor, view: Pick<SavedView, 'ownerId' | 'isShared'>): Decision {
  return keep(actor).allowed && isIn(actor, view) ? allow : deny('no-grant');
}

/** Deleted by those in whose hands it is. */
export function remove(actor: Actor, view: Pick<SavedView, 'ownerId' | 'isShared'>): Decision {
  return actor.grants.has('lists.saved-view.delete') && isIn(actor, view) ? allow : deny('no-grant');
}

/** Brought back by those in whose hands it is. */
export function restore(actor: Actor, view: Pick<SavedView, 'ownerId' | 'isShared'>): Decision {
  return actor.grants.has('lists.saved-view.restore') && isIn(actor, view) ? allow : deny('no-grant');
}

/** In whose hands a view is: its owner's, a shared one also in those of whoever may share. */
function isIn(actor: Actor, view: Pick<SavedView, 'ownerId' | 'isShared'>): boolean {
  return (
    actor.accountId !== null &&
    (actor.accountId === view.ownerId || (view.isShared && actor.grants.has('lists.saved-view.share')))
  );
}
