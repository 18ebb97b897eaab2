import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Plan, ReportRegime } from '../plan/plan.ts';
import type { Occurrence } from '../plan/recurrence.ts';
import { handInDays, type PlanYears } from '../plan/report-regime.ts';
import type { ReportPeriod } from '../reading/plan-reading.ts';
import type { PeriodName, PeriodState } from '../report-period/report-period.ts';
import type { Task } from '../task/task.ts';
import { type Deadline, dueOccurrences } from './occurrence.ts';

/** A task with all that says when it falls due. */
export type CalendarTask = Deadline &
  Pick<Task, 'id' | 'code' | 'title' | 'state' | 'stage' | 'dueText'> & { readonly plan: PlanYears };

/** How a time on the calendar stands: `plain` when it is neither near nor over, or nobody has counted it yet. */
export type EntryState = 'done' | 'late' | 'soon' | 'plain';

/** Something that falls due in a year: a task, or a report to hand in. */
export type CalendarEntry = {
  readonly key: string;
  readonly when: Occurrence;
  readonly state: EntryState;
} & (
  | { readonly kind: 'task'; readonly task: CalendarTask }
  | { readonly kind: 'report'; readonly planId: Id<'plan'>; readonly period: ReportPeriod }
  | { readonly kind: 'period'; readonly period: DatedPeriod }
);

/** A reporting period with its day, as the calendar shows it. */
export interface DatedPeriod extends PeriodName {
  readonly id: Id<'report-period'>;
  readonly regimeId: Id<'report-regime'> | null;
  readonly dueOn: PlainDate | null;
  readonly state: PeriodState;
}

/** The day on which the calendar is read, and the last that counts as soon. */
export interface Present {
  readonly today: PlainDate;
  readonly soonUntil: PlainDate;
}

/**
 * The times at which a task falls due in a year.
 *
 * Only the last day of its deadline can be late or soon, as in the task list: earlier parts of a deadline and the
 * times of a recurring task are not closed one by one.
 */
export function taskEntries(task: CalendarTask, year: number, present: Present): CalendarEntry[] {
  return dueOccurrences(task, task.plan, year).map((when) => ({
    key: `${task.id}-${when.from}-${when.to}`,
    kind: 'task',
    task,
    when,
    state: stateOf(task, when, present),
  }));
}

/** The days of a year on which the reports of a plan are to be handed in. */
export function reportEntries(regime: ReportRegime, plan: Plan, year: number): CalendarEntry[] {
  return handInDays(regime, plan, year).map((day) => ({
    key: `${regime.id}-${day}`,
    kind: 'report',
    planId: plan.id,
    period: regime.period,
    when: { from: day, to: day, day },
    state: 'plain',
  }));
}

/**
 * The days of a year on which reports are due: of the periods that stand, and of report calendars whose periods have not
 * been made yet.
 */
export function dueReports(
  periods: readonly DatedPeriod[],
  regimes: readonly ReportRegime[],
  plans: readonly Plan[],
  year: number,
  { today, soonUntil }: Present,
): CalendarEntry[] {
  const made = new Set(periods.map(({ regimeId }) => regimeId));
  const named = regimes.filter(({ id }) => !made.has(id));
  const dated = periods.flatMap((period): CalendarEntry[] => {
    const day = period.dueOn;
    if (day === null || Number(day.slice(0, 4)) !== year) return [];
    const isOpen = period.state === 'open';
    const state = period.state === 'sent' ? 'done' : !isOpen ? 'plain' : day < today ? 'late' : 'plain';
    const isSoon = isOpen && day >= today && day <= soonUntil;
    const when = { from: day, to: day, day };
    return [{ key: period.id, kind: 'period', period, when, state: isSoon ? 'soon' : state }];
  });
  const planned = named.flatMap((regime) => {
    const own = plans.find((each) => each.id === regime.planId);
    return own ? reportEntries(regime, own, year) : [];
  });
  return [...dated, ...planned];
}

/** Entries in the order of a page: by their day or end, days before what has none, and the shorter span first. */
export function compareEntries(a: CalendarEntry, b: CalendarEntry): number {
  if (a.when.to !== b.when.to) return a.when.to < b.when.to ? -1 : 1;
  if ((a.when.day === null) !== (b.when.day === null)) return a.when.day === null ? 1 : -1;
  return a.when.from < b.when.from ? 1 : a.when.from > b.when.from ? -1 : 0;
}

/** The state that a day shows when several things fall on it: the most pressing. */
export function strongestState(states: readonly EntryState[]): EntryState | undefined {
  return (['late', 'soon', 'plain', 'done'] as const).find((state) => states.includes(state));
}

function stateOf(task: CalendarTask, when: Occurrence, { today, soonUntil }: Present): EntryState {
  if (task.state !== 'open') return 'done';
  if (when.to !== task.dueOn) return 'plain';
  if (when.to < today) return 'late';
  return when.to <= soonUntil ? 'soon' : 'plain';
}
