import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import type { ProvenRecord } from '../evidence/owner.server.ts';
import type { FrozenSource } from './frozen-source.ts';

/** Freezes something to prove this record: the record decides, and the source whether its rows may leave it. */
export function freeze(
  actor: Actor,
  proven: Pick<ProvenRecord, 'may'>,
  source: Pick<FrozenSource, 'mayFreeze'>,
): Decision {
  const decided = proven.may('casework.evidence.freeze');
  if (!decided.allowed) return decided;
  return source.mayFreeze(actor) ? allow : deny('no-grant');
}

/** Begins to freeze something at all; for which record is asked then. */
export function begin(actor: Actor): Decision {
  return actor.grants.has('casework.evidence.freeze') ? allow : deny('no-grant');
}

/** Only the clock's own job says that nothing could be frozen. */
export function record(actor: Actor): Decision {
  return actor.grants.has('casework.frozen-record.record') ? allow : deny('no-grant');
}
