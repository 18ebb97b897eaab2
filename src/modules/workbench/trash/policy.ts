import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';

/** Whoever may bring something back opens the trash; each sees what their rights to the kinds let them see. */
export function open(actor: Actor): Decision {
  return actor.grants.has('workbench.trash.restore') ? allow : deny('no-grant');
}

/** Brings back by the trash what the kind's own right lets this person bring back; its command decides about the record. */
export function restore(actor: Actor, kind: TrashKind): Decision {
  return open(actor).allowed && actor.grants.has(kind.restoreAct) ? allow : deny('no-grant');
}

/** The daily job's own right to remove for good what has had its time. */
export function purge(actor: Actor): Decision {
  return actor.grants.has('workbench.trash.purge') ? allow : deny('no-grant');
}
