import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Says by which Zalo account the office writes to its people. */
export function set(actor: Actor): Decision {
  return granted(actor, 'casework.zalo-account.set');
}

/** Takes the account away. */
export function remove(actor: Actor): Decision {
  return granted(actor, 'casework.zalo-account.remove');
}

function granted(actor: Actor, act: string): Decision {
  return actor.grants.get(act) === 'all' ? allow : deny('no-grant');
}
