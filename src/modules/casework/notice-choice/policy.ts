import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import type { ChoiceOwner } from './choice-owner.ts';

/** Everybody chooses for themselves; whoever may for a unit or for all also says what counts where people say nothing. */
export function set(actor: Actor, owner: ChoiceOwner): Decision {
  return reaches(actor, owner, 'casework.notice-choice.set') ? allow : deny('no-grant');
}

/** Takes back what was last said for the same people. */
export function takeBack(actor: Actor, owner: ChoiceOwner): Decision {
  return reaches(actor, owner, 'casework.notice-choice.take-back') ? allow : deny('no-grant');
}

/** Sees what units and the office say in the place of their people. */
export function seeDefaults(actor: Actor): Decision {
  const scope = actor.grants.get('casework.notice-choice.set');
  return scope === 'unit' || scope === 'all' ? allow : deny('no-grant');
}

function reaches(actor: Actor, owner: ChoiceOwner, act: string): boolean {
  const scope = actor.grants.get(act);
  if (scope === undefined) return false;
  if (owner.layer === 'person') return actor.officerId === owner.officerId;
  if (owner.layer === 'office') return scope === 'all';
  return scope === 'all' || (scope === 'unit' && actor.unitIds.includes(owner.unitId));
}
