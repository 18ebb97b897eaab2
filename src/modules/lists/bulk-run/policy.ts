import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import type { BulkRun } from './bulk-run.ts';

/** Begins a deed on many rows of a list; whether a row may be changed is judged row by row. */
export function start(actor: Actor, listAct: string): Decision {
  return actor.accountId !== null && actor.grants.has(listAct) ? allow : deny('no-grant');
}

/** A run is seen, carried on and taken back by the person who began it. */
export function read(actor: Actor, run: Pick<BulkRun, 'accountId'>): Decision {
  return actor.accountId !== null && actor.accountId === run.accountId ? allow : deny('no-grant');
}

/** Ends a run whose person may no longer carry it on: the worker does, never a person. */
export function stop(actor: Actor): Decision {
  return actor.grants.has('lists.bulk-run.stop') ? allow : deny('no-grant');
}
