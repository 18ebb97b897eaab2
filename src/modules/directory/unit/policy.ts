import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Units are set up by an administrator. A plan that is stored brings its own, under the right to store it. */
export function create(actor: Actor): Decision {
  return actor.grants.get('directory.unit.create') === 'all' ? allow : deny('no-grant');
}
