import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import type { ReportPeriod } from './report-period.ts';

/** The report calendar is of the whole office: whoever may read it reads all of it. */
export function read(actor: Actor): Decision {
  return holds(actor, 'read');
}

/** What people do with the calendar; the clock alone makes what plans order. */
export const periodDeeds = ['edit', 'discard', 'restore', 'send-on', 'reopen'] as const;
export type PeriodDeed = (typeof periodDeeds)[number];

type Facts = Pick<ReportPeriod, 'state' | 'kind'>;

const inState: Readonly<Record<PeriodDeed, (period: Facts) => boolean>> = {
  edit: ({ state }) => state === 'open' || state === 'past',
  // What a plan orders is dropped by the plan.
  discard: ({ state, kind }) => kind === 'ordered' && (state === 'open' || state === 'past'),
  restore: ({ state }) => state === 'discarded',
  'send-on': ({ state }) => state === 'open' || state === 'past',
  reopen: ({ state }) => state === 'sent' || state === 'past',
};

/** A deed needs its grant, sight of the calendar, and a state that allows it. */
export function may(actor: Actor, deed: PeriodDeed, period: Facts): Decision {
  const held = both(actor, deed);
  if (!held.allowed) return held;
  return inState[deed](period) ? allow : deny('wrong-state');
}

/** Orders a report that no plan orders. */
export function add(actor: Actor): Decision {
  return both(actor, 'add');
}

/** Says what becomes of hand-in days on which offices are closed. */
export function setRule(actor: Actor): Decision {
  return holds(actor, 'set-rule');
}

/** The clock keeps periods what the plans in force ask for. */
export function make(actor: Actor): Decision {
  return holds(actor, 'make');
}

function both(actor: Actor, verb: string): Decision {
  const sees = read(actor);
  return sees.allowed ? holds(actor, verb) : sees;
}

function holds(actor: Actor, verb: string): Decision {
  return actor.grants.has(`planning.report-period.${verb}`) ? allow : deny('no-grant');
}
