import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Everybody says themselves where they are reached, and nobody says it for another. */
export function lookAfterOwn(actor: Actor): Decision {
  return actor.kind === 'person' && actor.officerId !== null ? allow : deny('no-account');
}
