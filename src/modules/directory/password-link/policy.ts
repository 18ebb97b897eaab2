import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** An administrator makes a link for somebody who has forgotten the password; the own one is changed, not mended. */
export function make(actor: Actor, accountId: string): Decision {
  if (actor.grants.get('directory.password-link.make') !== 'all') return deny('no-grant');
  return actor.accountId === accountId ? deny('own-account') : allow;
}
