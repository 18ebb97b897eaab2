import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import type { Absence } from './absence.ts';

/** Says that an officer is away and who stands in: of any unit, or of the unit of whoever says so. */
export function record(actor: Actor, absence: Pick<Absence, 'unitId'>): Decision {
  return reaches(actor, 'directory.absence.record', absence);
}

/** Takes an absence back. */
export function cancel(actor: Actor, absence: Pick<Absence, 'unitId'>): Decision {
  return reaches(actor, 'directory.absence.cancel', absence);
}

/** Makes an absence count again that was taken back. */
export function restore(actor: Actor, absence: Pick<Absence, 'unitId'>): Decision {
  return reaches(actor, 'directory.absence.restore', absence);
}

/** Whoever may record the absences of some unit may see the page; which of them, `read` says. */
export function open(actor: Actor): Decision {
  return actor.grants.has('directory.absence.record') ? allow : deny('no-grant');
}

/** Absences are seen by those who may record them. */
export function read(actor: Actor, absence: Pick<Absence, 'unitId'>): Decision {
  return record(actor, absence);
}

function reaches(actor: Actor, act: string, { unitId }: Pick<Absence, 'unitId'>): Decision {
  const scope = actor.grants.get(act);
  if (scope === 'all') return allow;
  return scope === 'unit' && actor.unitIds.includes(unitId) ? allow : deny('no-grant');
}
