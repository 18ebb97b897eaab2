import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Says whose word counts when papers are signed. */
export function add(actor: Actor): Decision {
  return granted(actor, 'casework.trusted-certificate.add');
}

/** Takes the trust back. */
export function remove(actor: Actor): Decision {
  return granted(actor, 'casework.trusted-certificate.remove');
}

/** Trusts again what was taken back. */
export function restore(actor: Actor): Decision {
  return granted(actor, 'casework.trusted-certificate.restore');
}

function granted(actor: Actor, act: string): Decision {
  return actor.grants.get(act) === 'all' ? allow : deny('no-grant');
}
