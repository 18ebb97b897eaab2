import type { Actor, StoodInFor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import { persons } from '../task/policy.ts';
import { type HandInDeed, handInDeeds, type HandInRelations, handInSteps } from './report-hand-in.ts';

/** The reports of units are read by whoever may read all of them, and by the unit's own people. */
export function read(actor: Actor, handIn: Pick<HandInRelations, 'unitId'>): Decision {
  return decide(persons(actor).some((one) => reaches(one, 'planning.report-hand-in.read', handIn)));
}

/** Whether the person may read reports of units at all. */
export function readSome(actor: Actor): Decision {
  return decide(persons(actor).some((one) => one.grants.has('planning.report-hand-in.read')));
}

/** A deed needs its grant, sight of the report, an open period, and a state that allows it. */
export function may(actor: Actor, deed: HandInDeed, handIn: HandInRelations): Decision {
  const isTheirs = persons(actor).some(
    (one) =>
      reaches(one, 'planning.report-hand-in.read', handIn) &&
      reaches(one, `planning.report-hand-in.${deed}`, handIn),
  );
  if (!isTheirs) return deny('no-grant');
  if (handIn.period.state !== 'open') return deny('wrong-state');
  return handInSteps[handIn.state][deed] ? allow : deny('wrong-state');
}

/** What this person may do with the report now, for the page to show. */
export function abilities(actor: Actor, handIn: HandInRelations): Readonly<Record<HandInDeed, boolean>> {
  const allowed = handInDeeds.map((deed) => [deed, may(actor, deed, handIn).allowed] as const);
  return Object.fromEntries(allowed) as Record<HandInDeed, boolean>;
}

/** Does something with the files of a report: the unit's people and whoever may for all, while it is not accepted. */
export function prove(actor: Actor, act: string, handIn: HandInRelations): Decision {
  const isTheirs = persons(actor).some(
    (one) => reaches(one, 'planning.report-hand-in.read', handIn) && reaches(one, act, handIn),
  );
  if (!isTheirs) return deny('no-grant');
  const isOpen = handIn.period.state === 'open' && handIn.state !== 'accepted' && handIn.state !== 'excused';
  return isOpen ? allow : deny('wrong-state');
}

/** Goes on with many reports at once. */
export function changeMany(actor: Actor): Decision {
  return decide(actor.grants.has('planning.report-hand-in.change-many') && readSome(actor).allowed);
}

/** A report is its unit's: what a person may do with their own reaches those of their unit. */
function reaches(person: StoodInFor, act: string, { unitId }: Pick<HandInRelations, 'unitId'>): boolean {
  const scope = person.grants.get(act);
  if (scope === undefined) return false;
  return scope === 'all' || person.unitIds.includes(unitId);
}

function decide(isAllowed: boolean): Decision {
  return isAllowed ? allow : deny('no-grant');
}
