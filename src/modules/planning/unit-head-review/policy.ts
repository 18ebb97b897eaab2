import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import type { ReviewDeed, ReviewRelations } from './unit-head-review.ts';

/** Evaluations are read by whoever may read all of them, and by the head whom one is about. Nobody reads them for another. */
export function read(actor: Actor, review: ReviewRelations): Decision {
  const scope = actor.grants.get('planning.unit-head-review.read');
  return decide(scope === 'all' || (scope === 'own' && isOwn(actor, review)));
}

/** Whether the person may read evaluations at all: their own at least. */
export function readSome(actor: Actor): Decision {
  return decide(
    actor.grants.get('planning.unit-head-review.read') === 'all' ||
      (readsOwn(actor) && actor.officerId !== null),
  );
}

/** A head scores themselves, and nobody else does; nobody proposes, decides or reopens about themselves. */
export function may(actor: Actor, deed: ReviewDeed, review: ReviewRelations): Decision {
  if (!read(actor, review).allowed) return deny('no-grant');
  const scope = actor.grants.get(`planning.unit-head-review.${deed}`);
  if (deed === 'score') return decide(scope !== undefined && isOwn(actor, review));
  if (scope !== 'all') return deny('no-grant');
  return isOwn(actor, review) ? deny('own-review') : allow;
}

/** Opens a month, so that its heads score themselves. */
export function open(actor: Actor): Decision {
  return decide(holdsAll(actor, 'open') && holdsAll(actor, 'read'));
}

/** Takes the table of a month along as a file. */
export function exported(actor: Actor): Decision {
  return decide(holdsAll(actor, 'export') && readSome(actor).allowed);
}

/** Says how the office works out what the decree leaves open. */
export function setRules(actor: Actor): Decision {
  return decide(holdsAll(actor, 'set-rules'));
}

function readsOwn(actor: Actor): boolean {
  return actor.grants.get('planning.unit-head-review.read') === 'own';
}

function isOwn(actor: Actor, review: ReviewRelations): boolean {
  return actor.officerId !== null && actor.officerId === review.officerId;
}

function holdsAll(actor: Actor, verb: string): boolean {
  return actor.grants.get(`planning.unit-head-review.${verb}`) === 'all';
}

function decide(isAllowed: boolean): Decision {
  return isAllowed ? allow : deny('no-grant');
}
