import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Settings of the office: what it is called and how people reach it. */
export function edit(actor: Actor): Decision {
  return actor.grants.get('directory.tenant.edit') === 'all' ? allow : deny('no-grant');
}

/** Tenants are made by the set-up of the system, never by a person of another tenant. */
export function create(actor: Actor): Decision {
  return actor.kind === 'system' && actor.grants.has('directory.tenant.create') ? allow : deny('no-grant');
}
