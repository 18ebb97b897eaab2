import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Progress is read by whoever reads tasks; each sees the figures of the tasks that they may read. */
export function read(actor: Actor): Decision {
  return mayReadSome(actor) ? allow : deny('no-grant');
}

/** Takes the figures, or the tasks behind one, along as a file. */
export function exported(actor: Actor): Decision {
  return mayReadSome(actor) && actor.grants.has('planning.progress.export') ? allow : deny('no-grant');
}

function mayReadSome(actor: Actor): boolean {
  return [actor, ...(actor.standsInFor ?? [])].some(({ grants }) => grants.has('planning.task.read'));
}
