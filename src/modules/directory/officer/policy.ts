import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Officers are entered by an administrator. */
export function create(actor: Actor): Decision {
  return actor.grants.get('directory.officer.create') === 'all' ? allow : deny('no-grant');
}
