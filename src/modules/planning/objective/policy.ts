import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import * as planPolicy from '../plan/policy.ts';

/** Objectives are read with their plan; of their tasks each person sees those that they may read. */
export function read(actor: Actor): Decision {
  return planPolicy.read(actor);
}

/** Adds, edits, throws away and brings back objectives, and puts targets under them. */
export function may(
  actor: Actor,
  name: 'add' | 'edit' | 'discard' | 'restore' | 'place',
  plan: { readonly isInForce: boolean },
): Decision {
  if (!read(actor).allowed || actor.grants.get(`planning.objective.${name}`) !== 'all')
    return deny('no-grant');
  return plan.isInForce ? allow : deny('wrong-state');
}

/** Takes objectives with their figures along as a file. */
export function exported(actor: Actor): Decision {
  return read(actor).allowed && actor.grants.has('planning.objective.export') ? allow : deny('no-grant');
}
