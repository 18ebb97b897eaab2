import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Only the clock's own job says what the scanner found. */
export function scan(actor: Actor): Decision {
  return actor.grants.has('platform.file.scan') ? allow : deny('no-grant');
}

/** Only the clock's own job removes contents, and only those that no record names. */
export function removeUnnamed(actor: Actor): Decision {
  return actor.grants.has('platform.file.remove') ? allow : deny('no-grant');
}
