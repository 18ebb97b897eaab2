import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Whose token it is: that of an account, or of a machine. */
export type TokenOwner =
  | { readonly kind: 'account'; readonly id: string }
  | { readonly kind: 'machine'; readonly id: string };

/** Makes and sees tokens: one's own, and those of machines by whoever may give them. */
export function create(actor: Actor, owner: TokenOwner): Decision {
  return manage(actor, owner, 'directory.machine.create-token');
}

/** Makes a token useless. */
export function revoke(actor: Actor, owner: TokenOwner): Decision {
  return manage(actor, owner, 'directory.machine.revoke-token');
}

function manage(actor: Actor, owner: TokenOwner, act: string): Decision {
  const isOwn = actor.kind === 'person' && owner.kind === 'account' && owner.id === actor.accountId;
  const isOfMachine = owner.kind === 'machine' && actor.grants.get(act) === 'all';
  return isOwn || isOfMachine ? allow : deny('no-grant');
}
