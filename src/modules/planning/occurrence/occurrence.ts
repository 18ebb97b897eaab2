import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { PlanYears } from '../plan/report-regime.ts';
import { namedTimes, type Occurrence, occurrencesOf } from '../plan/recurrence.ts';
import type { Due, Recurrence } from '../reading/plan-reading.ts';
import type { TaskPeriod } from '../task/task.ts';
import { stateOf, type TaskStage } from '../task/task-life.ts';

/** One time of a recurring task that is to stand as a task of its own. */
export interface WantedOccurrence extends TaskPeriod {
  /** The last day of the period, or the day that the plan names; moved to the next working day. */
  readonly dueOn: PlainDate;
}

/** An occurrence as it stands. */
export interface StandingOccurrence extends TaskPeriod {
  readonly id: string;
  readonly stage: TaskStage;
  readonly dueOn: PlainDate | null;
  /** Closed because an amended plan no longer ordered it. */
  readonly isDropped: boolean;
}

/** A plan seldom asks for more times within one period. */
const mostTimes = 12;

/** The deadline of a task as it stands, with what was read of it. */
export interface RecurringDue {
  readonly dueKind: string | null;
  readonly dueOn: PlainDate | null;
  readonly due: Due | null;
}

/** True for work that comes again by a rule, or at several times that its plan names. */
export function comesAgain(task: RecurringDue): boolean {
  return ruleOf(task) !== null || timesNamed(task).length > 0;
}

/**
 * The times of a recurring task in the years of its plan up to `untilYear` whose deadline lies on `from` or later:
 * nobody is late for a time before the work stood in the book. Empty where the deadline does not recur.
 */
export function wantedOccurrences(
  task: RecurringDue,
  plan: PlanYears,
  span: { readonly from: PlainDate; readonly untilYear: number },
  toWorkingDay: (day: PlainDate) => PlainDate,
): WantedOccurrence[] {
  const rule = ruleOf(task);
  const count = rule ? timesOf(rule) : 1;
  return (rule ? timesByRule(rule, plan, span.untilYear) : timesNamed(task))
    .filter(({ to }) => Number(to.slice(0, 4)) <= span.untilYear)
    .flatMap(({ from, to, day }) =>
      Array.from({ length: count }, (_, index) => ({
        from,
        to,
        no: index + 1,
        dueOn: toWorkingDay(day ?? to),
      })),
    )
    .filter(({ dueOn }) => dueOn >= span.from);
}

function ruleOf({ dueKind, due }: RecurringDue): Recurrence | null {
  return dueKind === 'recurring' ? (due?.recurrence ?? null) : null;
}

function timesByRule(rule: Recurrence, plan: PlanYears, untilYear: number): Occurrence[] {
  const last = Math.min(plan.yearTo, untilYear);
  const years = Array.from({ length: Math.max(0, last - plan.yearFrom + 1) }, (_, n) => plan.yearFrom + n);
  return years.flatMap((year) => occurrencesOf(rule, year));
}

/** Only while the deadline stands as printed: one that people have set since is one day. */
function timesNamed({ dueKind, dueOn, due }: RecurringDue): Occurrence[] {
  return due !== null && due.kind === dueKind && due.to === dueOn ? namedTimes(due) : [];
}

/** The last year for which occurrences are made: the present one, and from December the next. */
export function lastYearToMake(today: PlainDate): number {
  return Number(today.slice(0, 4)) + (today.slice(5, 7) === '12' ? 1 : 0);
}

/** What has to happen so that the occurrences of a series are those that its plan asks for. */
export interface OccurrenceChange {
  readonly made: readonly WantedOccurrence[];
  readonly dropped: readonly StandingOccurrence[];
  readonly revived: readonly StandingOccurrence[];
}

/** Compares what is asked for with what stands. What has begun, is over or was closed by people stays as it is. */
export function compareOccurrences(
  wanted: readonly WantedOccurrence[],
  standing: readonly StandingOccurrence[],
  today: PlainDate,
): OccurrenceChange {
  const asked = new Set(wanted.map(keyOf));
  const known = new Set(standing.map(keyOf));
  return {
    made: wanted.filter((one) => !known.has(keyOf(one))),
    dropped: standing.filter((one) => !asked.has(keyOf(one)) && isUntouched(one, today)),
    revived: standing.filter((one) => asked.has(keyOf(one)) && one.isDropped),
  };
}

/** Nobody has begun on it, and its day has not passed. */
function isUntouched({ stage, dueOn }: StandingOccurrence, today: PlainDate): boolean {
  const isBefore = stage === 'draft' || stage === 'waiting' || stage === 'assigned';
  return stateOf(stage) === 'open' && isBefore && dueOn !== null && dueOn >= today;
}

function keyOf({ from, to, no }: TaskPeriod): string {
  return `${from} ${to} ${no}`;
}

function timesOf({ every, times }: Recurrence): number {
  const isPlain = !Array.isArray(every) && every !== 'week';
  return isPlain ? Math.min(Math.max(times ?? 1, 1), mostTimes) : 1;
}

/** The job that makes the occurrences of a commune's recurring tasks; one that waits already is enough. */
export const makeOccurrencesJobName = 'planning-make-occurrences';
export const makeOccurrences = { name: makeOccurrencesJobName, payload: {} } as const;
