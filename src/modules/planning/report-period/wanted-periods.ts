import {
  addDays,
  type PlainDate,
  partsOf,
  plainDateOf,
  quarterOf,
  endOfMonth,
} from '#platform/clock/plain-date.ts';
import type { Plan, ReportRegime } from '../plan/plan.ts';
import { occurrencesOf } from '../plan/recurrence.ts';
import { bareWords } from '../reading/letters.ts';
import type { ReportPeriod as RegimePeriod } from '../reading/plan-reading.ts';
import { LAST_MONTHS } from '../reading/report-window.ts';
import { isDueBefore, rollingWindow, topicOf } from './hand-in-words.ts';
import type { DayOffRule, ReportPeriod } from './report-period.ts';

/** A period as a plan in force orders it. */
export interface WantedPeriod
  extends Pick<
    ReportPeriod,
    | 'kind'
    | 'year'
    | 'number'
    | 'topic'
    | 'dataFrom'
    | 'dataTo'
    | 'printedOn'
    | 'isBefore'
    | 'lastOn'
    | 'addressee'
    | 'ruleText'
  > {
  readonly regimeId: ReportRegime['id'];
  /** Tells it apart from the other periods of its plan, whatever version. */
  readonly key: string;
  /** The last day of what it reports on, where no other day is known. */
  readonly endsOn: PlainDate;
}

type Years = Pick<Plan, 'yearFrom' | 'yearTo'>;

/**
 * The periods that the report calendar of a plan orders, in its order. Where the plan names no day or no window, there
 * is none: nothing is guessed. A monthly report has no period in the months that the plan leaves out.
 */
export function wantedPeriods(regimes: readonly ReportRegime[], plan: Years): WantedPeriod[] {
  const seen = new Map<string, number>();
  return regimes.flatMap((regime) =>
    timesOf(regime, plan).map((time) => {
      const { printedOn, year, number } = time;
      const topic = topicOf(regime.text);
      const isBefore = printedOn !== null && isDueBefore(regime.text, partsOf(printedOn).day);
      const plain = [regime.period, year, number ?? 0, topic ? bareWords(topic) : ''].join('|');
      const times = (seen.get(plain) ?? 0) + 1;
      seen.set(plain, times);
      return {
        regimeId: regime.id,
        key: times === 1 ? plain : `${plain}|${times}`,
        kind: regime.period,
        year,
        number,
        topic,
        ...windowOf(regime, plan, time),
        printedOn,
        isBefore,
        lastOn: lastDay(printedOn, isBefore),
        addressee: regime.addressee,
        ruleText: regime.text,
        endsOn: endOf(regime.period, year, number),
      };
    }),
  );
}

/** The last day to hand in: the printed one, or the day before it. */
export function lastDay(printedOn: PlainDate | null, isBefore: boolean): PlainDate | null {
  return printedOn !== null && isBefore ? addDays(printedOn, -1) : printedOn;
}

/** The last day as the office counts it where it falls on a day off. */
export function dueDay(
  lastOn: PlainDate | null,
  rule: DayOffRule,
  working: { before(day: PlainDate): PlainDate; after(day: PlainDate): PlainDate },
): PlainDate | null {
  if (lastOn === null || rule === 'keep') return lastOn;
  return rule === 'before' ? working.before(lastOn) : working.after(lastOn);
}

interface Time {
  readonly year: number;
  readonly number: number | null;
  readonly printedOn: PlainDate | null;
}

function timesOf(regime: ReportRegime, plan: Years): Time[] {
  const { period, submitBy, submitRule } = regime;
  if (period === 'month' || period === 'quarter') {
    if (submitBy !== null) {
      const { year, month } = partsOf(submitBy);
      return [{ year, number: period === 'month' ? month : quarterOf(submitBy), printedOn: submitBy }];
    }
    return yearsOf(plan).flatMap((year) => repeated(regime, period, year));
  }
  if (submitBy !== null) {
    // The report of a year may be due after it.
    const printed = partsOf(submitBy);
    const year = printed.year > plan.yearTo ? plan.yearTo : Math.max(printed.year, plan.yearFrom);
    return [{ year, number: null, printedOn: submitBy }];
  }
  return yearsOf(plan).map((year) => {
    const days = submitRule === null ? [] : occurrencesOf(submitRule, year).flatMap(({ day }) => day ?? []);
    const own = days.find((day) => partsOf(day).month === LAST_MONTHS[period]);
    return { year, number: null, printedOn: own ?? (days.length === 1 ? (days[0] ?? null) : null) };
  });
}

function repeated({ submitRule }: ReportRegime, period: 'month' | 'quarter', year: number): Time[] {
  const rule = submitRule ?? { every: period };
  const times = new Map<number, Time>();
  for (const { to, day } of occurrencesOf(rule, year)) {
    const number = period === 'month' ? partsOf(to).month : quarterOf(to);
    times.set(number, { year, number, printedOn: day });
  }
  return [...times.values()];
}

function yearsOf({ yearFrom, yearTo }: Years): number[] {
  return Array.from({ length: yearTo - yearFrom + 1 }, (_, at) => yearFrom + at);
}

function windowOf(
  regime: ReportRegime,
  plan: Years,
  { year, number }: Time,
): Pick<WantedPeriod, 'dataFrom' | 'dataTo'> {
  const { dataFrom, dataTo, period } = regime;
  // Printed days are those of one period; of several years no one can say which.
  if ((dataFrom ?? dataTo) !== null && plan.yearFrom === plan.yearTo) {
    return dataFrom !== null && dataTo !== null && dataFrom > dataTo
      ? { dataFrom: null, dataTo }
      : { dataFrom, dataTo };
  }
  const rolling = rollingWindow(regime.text);
  if (!rolling || number === null || rolling.every !== period) return { dataFrom: null, dataTo: null };
  const last = period === 'month' ? number : number * 3;
  const before = last - (period === 'month' ? 1 : 3);
  return {
    dataFrom:
      before < 1 ? dayIn(year - 1, before + 12, rolling.fromDay) : dayIn(year, before, rolling.fromDay),
    dataTo: dayIn(year, last, rolling.toDay),
  };
}

/** A day of a month; its last one where the month is shorter. */
function dayIn(year: number, month: number, day: number): PlainDate {
  return plainDateOf(year, month, day) ?? endOfMonth(year, month);
}

function endOf(period: RegimePeriod, year: number, number: number | null): PlainDate {
  if (period === 'month') return endOfMonth(year, number ?? 12);
  if (period === 'quarter') return endOfMonth(year, (number ?? 4) * 3);
  return endOfMonth(year, LAST_MONTHS[period] ?? 12);
}
