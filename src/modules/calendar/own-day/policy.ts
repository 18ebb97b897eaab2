import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Says on which days the office is closed or works beside the common calendar. */
export function set(actor: Actor): Decision {
  return granted(actor, 'calendar.own-day.set');
}

/** Takes such a day back. */
export function remove(actor: Actor): Decision {
  return granted(actor, 'calendar.own-day.remove');
}

/** Makes such a day count again. */
export function restore(actor: Actor): Decision {
  return granted(actor, 'calendar.own-day.restore');
}

function granted(actor: Actor, act: string): Decision {
  return actor.grants.get(act) === 'all' ? allow : deny('no-grant');
}
