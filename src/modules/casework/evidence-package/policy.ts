import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import type { EvidencePackage } from './evidence-package.ts';

/** Takes evidence along, of the records that the person sees. */
export function make(actor: Actor): Decision {
  return actor.grants.has('casework.evidence-package.make') ? allow : deny('no-grant');
}

/** Only the clock's own job says what became of a package. */
export function record(actor: Actor): Decision {
  return actor.grants.has('casework.evidence-package.record') ? allow : deny('no-grant');
}

/** A package is for the person who asked for it, as long as they may make one. */
export function read(actor: Actor, one: Pick<EvidencePackage, 'accountId'>): Decision {
  return make(actor).allowed && actor.accountId === one.accountId ? allow : deny('no-grant');
}
