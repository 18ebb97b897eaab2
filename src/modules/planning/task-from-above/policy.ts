import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

type Deed = 'enter' | 'discard' | 'restore' | 'enter-list' | 'discard-list' | 'edit-document';

/** Enters a task from above, discards one that was entered by mistake, or brings one back; the same with whole lists; mends its document. */
export function may(actor: Actor, deed: Deed): Decision {
  return actor.grants.get(`planning.task-from-above.${deed}`) === 'all' ? allow : deny('no-grant');
}
