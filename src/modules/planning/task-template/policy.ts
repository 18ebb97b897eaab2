import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

type Deed = 'read' | 'create' | 'edit' | 'discard' | 'restore' | 'use' | 'take-back';

/** Reads, keeps or uses the templates of the office. What is made from one needs the right to make that by hand too. */
export function may(actor: Actor, deed: Deed): Decision {
  return actor.grants.get(`planning.task-template.${deed}`) === 'all' ? allow : deny('no-grant');
}

/** Every template is read by whoever may read one. */
export function read(actor: Actor): Decision {
  return may(actor, 'read');
}

/** Takes back what was made: the one who made it. */
export function takeBack(actor: Actor, run: { readonly accountId: string | null }): Decision {
  const isMaker = actor.accountId !== null && actor.accountId === run.accountId;
  return isMaker ? may(actor, 'take-back') : deny('no-grant');
}
