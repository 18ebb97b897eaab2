import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import * as planPolicy from '../plan/policy.ts';

/** Targets are read with their plan. */
export function read(actor: Actor): Decision {
  return planPolicy.read(actor);
}

/** Mends what a target of a plan in force says, or takes such a change back. */
export function edit(actor: Actor, target: { readonly isInForce: boolean }): Decision {
  if (!read(actor).allowed || actor.grants.get('planning.target.edit') !== 'all') return deny('no-grant');
  return target.isInForce ? allow : deny('wrong-state');
}
