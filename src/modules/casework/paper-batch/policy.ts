import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import * as paperPolicy from '../issued-paper/policy.ts';
import type { PaperBatch } from './paper-batch.ts';

/** Has papers put into one file, of those that the person sees. */
export function make(actor: Actor): Decision {
  return actor.grants.has('casework.paper-batch.make') && paperPolicy.readSome(actor).allowed
    ? allow
    : deny('no-grant');
}

/** Only the program itself says what became of a batch. */
export function record(actor: Actor): Decision {
  return actor.grants.has('casework.paper-batch.record') ? allow : deny('no-grant');
}

/** A batch is for the person who asked for it, as long as they may make one. */
export function read(actor: Actor, one: Pick<PaperBatch, 'accountId'>): Decision {
  return make(actor).allowed && actor.accountId === one.accountId ? allow : deny('no-grant');
}
