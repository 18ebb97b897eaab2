import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Accounts are opened by an administrator. */
export function create(actor: Actor): Decision {
  return granted(actor, 'directory.account.create');
}

/** Keeps a person out until the account is unlocked. */
export function lock(actor: Actor): Decision {
  return granted(actor, 'directory.account.lock');
}

/** Lets a person in again. */
export function unlock(actor: Actor): Decision {
  return granted(actor, 'directory.account.unlock');
}

/** Says which roles an account holds. */
export function setRoles(actor: Actor): Decision {
  return granted(actor, 'directory.account.set-roles');
}

/** Gives an account a new start password. */
export function resetPassword(actor: Actor): Decision {
  return granted(actor, 'directory.account.reset-password');
}

function granted(actor: Actor, act: string): Decision {
  return actor.grants.get(act) === 'all' ? allow : deny('no-grant');
}

/** Everybody who signs in looks after the own account: password, second factor, open sign-ins. */
export function lookAfterOwn(actor: Actor): Decision {
  return actor.kind === 'person' && actor.accountId !== null ? allow : deny('no-account');
}
