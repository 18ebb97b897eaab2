import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

type Deed = 'create' | 'edit' | 'discard' | 'restore' | 'add-lines' | 'edit-line' | 'take-back';

/** Conclusions are papers of the whole office: whoever has the right to read them reads all of the tenant's. */
export function read(actor: Actor): Decision {
  return actor.grants.get('planning.conclusion.read') === 'all' ? allow : deny('no-grant');
}

/** Keeps conclusions and decides what becomes of their lines. */
export function may(actor: Actor, deed: Deed): Decision {
  return actor.grants.has(`planning.conclusion.${deed}`) ? allow : deny('no-grant');
}

/** Charges a unit with a task: any, or just the own one. */
export function charge(actor: Actor, deed: 'add-lines' | 'edit-line', unitId: string | null): Decision {
  const scope = actor.grants.get(`planning.conclusion.${deed}`);
  const isOwn = unitId !== null && actor.unitIds.some((own) => own === unitId);
  return scope === 'all' || (scope === 'unit' && isOwn) ? allow : deny('no-grant');
}

/** Takes back lines that were confirmed together: the one who confirmed them. */
export function takeBack(actor: Actor, batch: { readonly accountId: string | null }): Decision {
  const isMaker = actor.accountId !== null && actor.accountId === batch.accountId;
  return isMaker ? may(actor, 'take-back') : deny('no-grant');
}

/** Does something with the papers of a conclusion: whoever keeps it, by the right to files. Lists are frozen for tasks only. */
export function prove(actor: Actor, act: string): Decision {
  return act !== 'casework.evidence.freeze' && actor.grants.has(act) ? may(actor, 'edit') : deny('no-grant');
}
