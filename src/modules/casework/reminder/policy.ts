import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** People are reminded by the clock alone. */
export function send(actor: Actor): Decision {
  return actor.grants.has('casework.reminder.send') ? allow : deny('no-grant');
}
