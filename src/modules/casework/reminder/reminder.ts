import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';

/** Something with a deadline of which people are to be reminded on a day. */
export interface Matter {
  readonly recordId: string;
  /** What the record is called, for the ledger. */
  readonly title?: string | undefined;
  readonly dueOn: PlainDate;
  /** The deadline as first set, where it is another one. */
  readonly firstDueOn?: PlainDate | null | undefined;
  readonly officerIds: readonly Id<'officer'>[];
  /** The unit that answers for it. */
  readonly unitId: Id<'unit'> | null;
}

/** A matter so late that somebody above is told of it. */
export interface Escalation {
  readonly recordId: string;
  readonly title?: string | undefined;
  readonly dueOn: PlainDate;
  readonly firstDueOn?: PlainDate | null | undefined;
  readonly officerId: Id<'officer'>;
  readonly unitId: Id<'unit'> | null;
  /** As whom the person is told: a step of the office's ladder, the weakest `officer`. */
  readonly rung: Rung;
}

/** The steps of a ladder, the nearest to the work first. */
export const rungs = ['officer', 'unit-head', 'vice-chair', 'chair'] as const;
export type Rung = (typeof rungs)[number];

/** When a person wants to be reminded, in working days. */
export interface ReminderTimes {
  readonly daysBefore: readonly number[];
  readonly onTheDay: boolean;
  /** Working days between two reminders of what is late; 0 for none. */
  readonly lateEvery: number;
}

/** A step that a matter has come to for a person. */
export interface ReminderStep {
  readonly step: string;
  /** Working days after the deadline; negative before it. */
  readonly daysLate: number;
}

/** Counts the working days from a day (not counted) to a later one (counted). */
export type CountWorkingDays = (from: PlainDate, to: PlainDate) => number;

/** What was missed while nothing ran is made up within so many working days, and left alone after that. */
export const madeUpWithin = 5;

/** Working days after the deadline on a day; negative before it, zero on the last working day up to it. */
export function daysLateOn(dueOn: PlainDate, today: PlainDate, count: CountWorkingDays): number {
  // Minus zero is no number of days.
  return today > dueOn ? count(dueOn, today) : 0 - count(today, dueOn);
}

/**
 * The latest step that a matter has come to on a working day; what came before it and was missed is not told any more.
 * Undefined where there is nothing to remind of. Whoever asks again on a later day may get the same step again: it is told
 * once.
 */
export function reminderStep(
  dueOn: PlainDate,
  today: PlainDate,
  times: ReminderTimes,
  count: CountWorkingDays,
): ReminderStep | undefined {
  const daysLate = daysLateOn(dueOn, today, count);
  const steps = [
    ...times.daysBefore.filter((days) => days > 0).map((days) => ({ step: `before-${days}`, from: -days })),
    ...(times.onTheDay ? [{ step: 'on-the-day', from: 0 }] : []),
    ...latestLate(daysLate, times.lateEvery),
  ].filter(({ from }) => from <= daysLate && daysLate - from <= madeUpWithin);
  const latest = steps.sort((a, b) => b.from - a.from)[0];
  return latest && { step: latest.step, daysLate };
}

function latestLate(daysLate: number, every: number): { step: string; from: number }[] {
  const from = every > 0 ? Math.floor(daysLate / every) * every : 0;
  return from > 0 ? [{ step: `late-${from}`, from }] : [];
}

/** The step under which an escalation is kept. */
export function escalationStep(rung: Rung): string {
  return `escalated-${rung}`;
}

/** What people are told: the kind of their notice carries the days, so that each language has its own words for it. */
export function noticeKindOf(kind: 'reminder' | 'escalation', daysLate: number): string {
  if (kind === 'escalation') return `escalated-${daysLate}`;
  if (daysLate === 0) return 'reminded-today';
  return daysLate < 0 ? `reminded-before-${-daysLate}` : `reminded-late-${daysLate}`;
}

/** The kinds of all notices of reminders, as a telling names those that it settles. */
export const reminderKinds: readonly string[] = ['reminded-%', 'escalated-%'];

/** What the kind of a notice says, where it is one of a reminder. */
export function readNoticeKind(
  kind: string,
): { readonly kind: 'reminder' | 'escalation'; readonly daysLate: number } | undefined {
  if (kind === 'reminded-today') return { kind: 'reminder', daysLate: 0 };
  const found = /^(reminded-before|reminded-late|escalated)-(\d{1,5})$/.exec(kind);
  if (!found) return undefined;
  const days = Number(found[2]);
  return {
    kind: found[1] === 'escalated' ? 'escalation' : 'reminder',
    daysLate: found[1] === 'reminded-before' ? -days : days,
  };
}

/** One thing to tell one person of one matter. */
export interface Due {
  readonly kind: 'reminder' | 'escalation';
  readonly recordId: string;
  readonly title: string;
  readonly officerId: Id<'officer'>;
  readonly unitId: Id<'unit'> | null;
  readonly dueOn: PlainDate;
  readonly firstDueOn: PlainDate | null;
  readonly step: string;
  readonly daysLate: number;
}

/** What all these matters come to on a working day, each person by their own times. */
export function remindersOf(
  matters: readonly Matter[],
  today: PlainDate,
  timesOf: (officerId: Id<'officer'>) => ReminderTimes,
  count: CountWorkingDays,
): Due[] {
  return matters.flatMap(({ recordId, title = '', dueOn, firstDueOn, officerIds, unitId }) =>
    [...new Set(officerIds)].flatMap((officerId) => {
      const due = reminderStep(dueOn, today, timesOf(officerId), count);
      const first = firstDueOn && firstDueOn !== dueOn ? firstDueOn : null;
      return due
        ? { kind: 'reminder' as const, recordId, title, officerId, unitId, dueOn, firstDueOn: first, ...due }
        : [];
    }),
  );
}

/** What a ladder tells, each person once for a matter: as the highest that they stand on it. */
export function escalationsOf(
  escalations: readonly Escalation[],
  today: PlainDate,
  count: CountWorkingDays,
): Due[] {
  const highest = new Map<string, Escalation>();
  for (const one of escalations) {
    const key = `${one.recordId} ${one.officerId}`;
    const known = highest.get(key);
    if (!known || rungs.indexOf(one.rung) > rungs.indexOf(known.rung)) highest.set(key, one);
  }
  return [...highest.values()].map(
    ({ rung, recordId, title = '', officerId, unitId, dueOn, firstDueOn }) => ({
      kind: 'escalation',
      recordId,
      title,
      officerId,
      unitId,
      dueOn,
      firstDueOn: firstDueOn && firstDueOn !== dueOn ? firstDueOn : null,
      step: escalationStep(rung),
      daysLate: daysLateOn(dueOn, today, count),
    }),
  );
}

/** Which of what is new on a morning is told by something stronger of the same matter to the same person. */
export function coveredBy(all: readonly Due[]): ReadonlySet<Due> {
  const escalated = new Set(
    all
      .filter(({ kind }) => kind === 'escalation')
      .map(({ recordId, officerId }) => `${recordId} ${officerId}`),
  );
  return new Set(
    all.filter(
      ({ kind, recordId, officerId }) => kind === 'reminder' && escalated.has(`${recordId} ${officerId}`),
    ),
  );
}
