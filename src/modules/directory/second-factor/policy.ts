import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Which roles need a second factor is said by an administrator. */
export function requireOfRoles(actor: Actor): Decision {
  return actor.grants.get('directory.role.require-factor') === 'all' ? allow : deny('no-grant');
}

/** An administrator helps who has lost the second factor; never themselves, that would be no second factor. */
export function takeAway(actor: Actor, accountId: string): Decision {
  if (actor.grants.get('directory.second-factor.take-away') !== 'all') return deny('no-grant');
  return actor.accountId === accountId ? deny('own-account') : allow;
}
