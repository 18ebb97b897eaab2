import type { Rung } from '#modules/casework/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { TaskStage } from '../task/task-life.ts';

/** The steps of a ladder, the nearest to the work first. */
export const rungs: readonly Rung[] = ['officer', 'unit-head', 'vice-chair', 'chair'];

/** From how many working days late each step is told; null for a step that is left out. */
export type LadderSteps = Readonly<Record<Rung, number | null>>;

export const ladderStates = ['drawn', 'on', 'off'] as const;
export type LadderState = (typeof ladderStates)[number];

/** One version of the ladder of an office. */
export interface Ladder {
  readonly version: number;
  readonly state: LadderState;
  readonly validFrom: PlainDate;
  readonly at: Date;
  readonly actorName: string;
  readonly steps: LadderSteps;
}

/** What an office may begin with. */
export const usualSteps: LadderSteps = { officer: 1, 'unit-head': 3, 'vice-chair': 5, chair: 10 };

export const mostLadderDays = 250;

export type LadderFault = 'no-step' | 'days' | 'not-rising' | 'gap';

/** What is wrong with a ladder, and at which step: days must rise, and no step between two others be left out. */
export function ladderFault(steps: LadderSteps): { fault: LadderFault; rung: Rung } | undefined {
  const used = rungs.filter((rung) => steps[rung] !== null);
  const [first = 'officer'] = used;
  if (used.length === 0) return { fault: 'no-step', rung: first };
  const days = (rung: Rung) => steps[rung] ?? 0;
  const outOfRange = used.find(
    (rung) => !Number.isInteger(days(rung)) || days(rung) < 1 || days(rung) > mostLadderDays,
  );
  if (outOfRange) return { fault: 'days', rung: outOfRange };
  const falling = used.find((rung, place) => place > 0 && days(rung) <= days(used[place - 1] ?? rung));
  if (falling) return { fault: 'not-rising', rung: falling };
  const span = rungs.slice(rungs.indexOf(first), rungs.indexOf(used.at(-1) ?? first) + 1);
  const gap = span.find((rung) => steps[rung] === null);
  return gap && { fault: 'gap', rung: gap };
}

/** Who stands on which step for a task. */
export type Seats = Readonly<Record<Rung, readonly Id<'officer'>[]>>;

/** Steps at which work that is late lies with the office: what is handed in waits for whoever approves, and is reminded of. */
export const escalatedStages: readonly TaskStage[] = [
  'draft',
  'assigned',
  'accepted',
  'in-progress',
  'sent-back',
];

/** Whom a step tells: whoever stands on it, or else on the next one above it that is not empty. */
export function seatedOn(rung: Rung, seats: Seats): readonly Id<'officer'>[] {
  const above = rungs.slice(rungs.indexOf(rung));
  return above.map((one) => seats[one]).find((people) => people.length > 0) ?? [];
}

/** Every step that so many working days late have brought a task to, with whom it tells. */
export function toldAt(
  steps: LadderSteps,
  seats: Seats,
  daysLate: number,
): { readonly rung: Rung; readonly officerId: Id<'officer'> }[] {
  return rungs.flatMap((rung) => {
    const from = steps[rung];
    if (from === null || daysLate < from) return [];
    return seatedOn(rung, seats).map((officerId) => ({ rung, officerId }));
  });
}
