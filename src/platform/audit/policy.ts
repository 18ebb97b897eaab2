import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** The audit of a tenant is read by those who hold the grant for all of it: an audit of parts would prove nothing. */
export function read(actor: Actor): Decision {
  return actor.grants.get('platform.audit.read') === 'all' ? allow : deny('no-grant');
}

/** The nightly check is the system's own. */
export function verify(actor: Actor): Decision {
  return actor.kind === 'system' && actor.grants.has('platform.audit.verify') ? allow : deny('no-grant');
}
