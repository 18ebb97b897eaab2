import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import * as conclusion from '../conclusion/policy.ts';

/** What was read in a file is shown to the one who had it read, while they may read conclusions. */
export function read(actor: Actor, reading: { readonly accountId: string }): Decision {
  const isTheirs = actor.accountId !== null && actor.accountId === reading.accountId;
  return isTheirs ? conclusion.read(actor) : deny('no-grant');
}

/** Has a file of a conclusion read. */
export function ask(actor: Actor): Decision {
  return actor.grants.has('planning.conclusion.read-file') ? allow : deny('no-grant');
}

/** Writes down how far a reading is and what it found: the reader's own work. */
export function record(actor: Actor): Decision {
  return actor.grants.has('planning.conclusion.record-file') ? allow : deny('no-grant');
}
