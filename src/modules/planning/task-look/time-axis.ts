import {
  addDays,
  dayNumber,
  endOfMonth,
  partsOf,
  type PlainDate,
  plainDateOf,
  weekday,
} from '#platform/clock/plain-date.ts';

/** In what the axis is counted: twelve months, or thirteen weeks. */
export const scales = ['thang', 'tuan'] as const;
export type Scale = (typeof scales)[number];

export interface AxisPart {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Days in a row, in parts without gaps. */
export interface TimeAxis {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly parts: readonly AxisPart[];
}

const weekCount = 13;
const weeksBefore = 4;

/** The months of the year of a day, or the weeks around it, Monday first. */
export function axisAround(scale: Scale, day: PlainDate): TimeAxis {
  return scale === 'thang'
    ? monthsOf(partsOf(day).year)
    : weeksFrom(addDays(mondayOf(day), -7 * weeksBefore));
}

/** A day in the stretch before, and in the one after, by which the axis is drawn anew. */
export function neighbours(scale: Scale, day: PlainDate): { before: PlainDate; after: PlainDate } {
  if (scale === 'tuan') return { before: addDays(day, -7 * weekCount), after: addDays(day, 7 * weekCount) };
  const { year, month } = partsOf(day);
  return { before: firstOf(year - 1, month), after: firstOf(year + 1, month) };
}

/** Where days lie on the axis, in percent; undefined where none of them does. A missing end reaches to the end of the axis. */
export function stretchOn(
  axis: TimeAxis,
  from: PlainDate,
  to: PlainDate | null,
): { at: number; width: number } | undefined {
  const [first, last] = [dayNumber(axis.from), dayNumber(axis.to)];
  const [begins, ends] = [dayNumber(from), to === null ? last : dayNumber(to)];
  if (ends < first || begins > last || ends < begins) return undefined;
  const length = last - first + 1;
  const at = Math.max(begins, first) - first;
  const upTo = Math.min(ends, last) - first + 1;
  return { at: (at / length) * 100, width: ((upTo - at) / length) * 100 };
}

/** Where the middle of a day lies, in percent; undefined where it is not on the axis. */
export function pointOn(axis: TimeAxis, day: PlainDate): number | undefined {
  const stretch = stretchOn(axis, day, day);
  return stretch && stretch.at + stretch.width / 2;
}

function monthsOf(year: number): TimeAxis {
  const parts = Array.from({ length: 12 }, (_, index) => ({
    from: firstOf(year, index + 1),
    to: endOfMonth(year, index + 1),
  }));
  return axisOf(parts);
}

function weeksFrom(monday: PlainDate): TimeAxis {
  return axisOf(
    Array.from({ length: weekCount }, (_, index) => {
      const from = addDays(monday, 7 * index);
      return { from, to: addDays(from, 6) };
    }),
  );
}

function axisOf(parts: readonly AxisPart[]): TimeAxis {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) throw new RangeError('an axis has parts');
  return { from: first.from, to: last.to, parts };
}

function mondayOf(day: PlainDate): PlainDate {
  return addDays(day, 1 - weekday(day));
}

function firstOf(year: number, month: number): PlainDate {
  const first = plainDateOf(year, month, 1);
  if (!first) throw new RangeError(`No month ${month} of year ${year}`);
  return first;
}
