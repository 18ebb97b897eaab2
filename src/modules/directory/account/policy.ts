import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Accounts are opened by an administrator. */
export function create(actor: Actor): Decision {
  return actor.grants.get('directory.account.create') === 'all' ? allow : deny('no-grant');
}

/** Everybody who signs in looks after the own account: password, second factor, open sign-ins. */
export function lookAfterOwn(actor: Actor): Decision {
  return actor.kind === 'person' && actor.accountId !== null ? allow : deny('no-account');
}
