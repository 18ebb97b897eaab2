import { isoDay, monthPeriod } from './calendar-days.ts';
import { MOMENT_UNITS, type Moment, type MomentUnit, readMoments } from './due-moments.ts';
import { type DuePart, dueOf, type PlanYears, quartersDue, soleYear, UNREAD } from './due-parts.ts';
import { LIMIT } from './due-words.ts';
import type { Due, DueKind, Period } from './plan-reading.ts';

const KINDS: Readonly<Record<MomentUnit, DueKind>> = {
  day: 'date',
  month: 'month',
  quarter: 'quarters',
  half: 'quarters',
  year: 'year',
};

const IS_LIMIT = new RegExp(`(?:^|\\s)${LIMIT}(?:\\s|$)`);
const BEFORE = /(?:^|\s)truoc(?! khi ket thuc)(?: (?:ngay|mung|mong))*$/;
const FROM_ON = /(?:^|\s)(?:tu|sau)(?: (?:ngay|dau|khoang|cuoi))*$/;
const PART_OF = /(?:^|\s)(?<!han )(dau|giua|cuoi)$/;
const UP_TO = /(?:^|\s)(?:den|het|toi|truoc|tu nay)(?:\s|$)/;

/** A stretch of days that the phrase names, with the moments that it was made from. */
interface Span extends Period {
  unit: MomentUnit;
  moments: Moment[];
}

/**
 * "Trước 15/01/2026", "Từ tháng 4 đến tháng 9", "Quý II, III", "6 tháng đầu năm", "2026 - 2027".
 *
 * A year not printed is that of a neighbour, else the plan's. Days outweigh months, months quarters, quarters years,
 * when one phrase names several and one lies within the other; otherwise all of them count.
 */
export function readSpans(text: string, years: PlanYears): DuePart | undefined {
  const moments = readMoments(text);
  if (moments.length === 0) return undefined;
  fillYears(moments, years);
  const spans = spansOf(moments, years);
  if (!spans) return undefined;
  const unit = MOMENT_UNITS.find((each) => spans.some((span) => span.unit === each)) ?? 'year';
  const [fine, coarse] = [
    spans.filter((span) => span.unit === unit),
    spans.filter((span) => span.unit !== unit),
  ];
  const throughout = unit === 'day' ? undefined : coarse.find((span) => isThroughout(span, text, fine));
  if (throughout) return { due: dueOf('year', throughout), left: `${text}${UNREAD}` };
  const used =
    unit === 'day' || coarse.every((span) => fine.some((each) => within(each, span))) ? fine : spans;
  const explained = [...used, ...coarse.filter((span) => fine.every((each) => within(each, span)))];
  const left = cutOut(
    text,
    explained.flatMap((span) => span.moments),
  );
  return { due: dueOfSpans(used, unit), left: isVague(used) ? `${left}${UNREAD}` : left };
}

const ONLY_STRESSED = /\b(?:trong tam|cao diem|tap trung|uu tien|so ket)[^,;]{0,20}$/;

/** "Lập kế hoạch tháng 01; triển khai cả năm", "Năm 2026 (trọng tâm quý II)": the whole outweighs its parts. */
function isThroughout({ moments }: Span, text: string, fine: readonly Span[]): boolean {
  if (moments.some(({ lead }) => /\b(?:ca|suot|toan|quanh)$/.test(lead))) return true;
  const [part] = fine.flatMap((span) => span.moments);
  return part !== undefined && ONLY_STRESSED.test(text.slice(0, part.start));
}

/** A moment without a year takes that of the next one that has it, then of the one before, then the plan's. */
function fillYears(moments: Moment[], years: PlanYears): void {
  for (const [index, moment] of moments.entries()) {
    if (moment.year !== null) continue;
    const next = moments.slice(index + 1).find((other) => other.year !== null);
    const before = moments.slice(0, index).findLast((other) => other.year !== null);
    if (moment.unit === 'year') [moment.year, moment.lastYear] = [years.from, years.to];
    else moment.year = next?.year ?? before?.lastYear ?? before?.year ?? soleYear(years);
  }
}

function spansOf(moments: readonly Moment[], years: PlanYears): Span[] | undefined {
  const spans: Span[] = [];
  for (const moment of moments) {
    const period = periodOf(moment);
    if (!period) return undefined;
    const before = spans.at(-1);
    if (moment.joint === 'range' && before && before.moments.length === 1) {
      const joined = rangeOf(before, { ...period, unit: moment.unit, moments: [moment] });
      if (!joined) return undefined;
      spans[spans.length - 1] = joined;
    } else {
      spans.push({ ...period, unit: moment.unit, moments: [moment] });
    }
  }
  const first = spans[0];
  const only = spans.length === 1 ? first?.moments : undefined;
  if (first && only?.length === 1 && only[0]?.unit === 'year' && /(?:^|\s)den/.test(only[0].lead)) {
    const start = Math.min(years.from ?? Number(first.to.slice(0, 4)), Number(first.to.slice(0, 4)));
    first.from = `${start}-01-01`;
  }
  return spans;
}

/** From the one to the other; "từ 15/12 đến 14/3/2026" begins in the year before. */
function rangeOf(start: Span, end: Span): Span | undefined {
  const unit = MOMENT_UNITS.find((each) => each === start.unit || each === end.unit) ?? start.unit;
  const moments = [...start.moments, ...end.moments];
  if (start.from <= end.to) return { from: start.from, to: end.to, unit, moments };
  const [first] = start.moments;
  const earlier = first && periodOf({ ...first, year: (first.year ?? 0) - 1 });
  return earlier && earlier.from <= end.to ? { from: earlier.from, to: end.to, unit, moments } : undefined;
}

function periodOf(moment: Moment): Period | undefined {
  const { year, firstMonth, lastMonth, day, unit } = moment;
  if (year === null) return undefined;
  if (unit === 'day') {
    const iso = isoDay(year, firstMonth, day);
    return iso === undefined ? undefined : { from: iso, to: iso };
  }
  const [from, to] = partOf(moment) ?? [firstMonth, lastMonth];
  return { from: monthPeriod(year, from).from, to: monthPeriod(moment.lastYear ?? year, to).to };
}

/** The months meant by "giữa quý IV" or "cuối năm"; a person is asked to look at it. */
function partOf({ unit, lead, firstMonth, lastMonth }: Moment): readonly [number, number] | undefined {
  const part = UP_TO.test(lead) ? undefined : PART_OF.exec(lead)?.[1];
  if (part === undefined) return undefined;
  if (unit === 'year') return PARTS_OF_YEAR[part];
  if (unit !== 'quarter') return undefined;
  const month = { dau: firstMonth, giua: firstMonth + 1, cuoi: lastMonth }[part] ?? firstMonth;
  return [month, month];
}

const PARTS_OF_YEAR: Readonly<Record<string, readonly [number, number]>> = {
  dau: [1, 3],
  giua: [4, 9],
  cuoi: [10, 12],
};

function isVague(spans: readonly Span[]): boolean {
  return spans.some(
    ({ moments }) =>
      moments.length === 1 && moments.some(({ lead }) => PART_OF.test(lead) && !UP_TO.test(lead)),
  );
}

/** Single days far apart are each a last day: the due has no first one then. */
function dueOfSpans(spans: readonly Span[], unit: MomentUnit): Due {
  const sorted = spans.toSorted((a, b) => (a.from < b.from || (a.from === b.from && a.to < b.to) ? -1 : 1));
  const [first] = spans;
  const periods = sorted.map(({ from, to }) => ({ from, to }));
  const outer = {
    from: periods[0]?.from ?? '',
    to:
      periods
        .map(({ to }) => to)
        .toSorted()
        .at(-1) ?? '',
  };
  if (!first || spans.length > 1) {
    const isInMonths = spans.every((span) => kindOf(span, unit) === 'month');
    if ((unit === 'quarter' || unit === 'half') && !isInMonths) return { ...quartersDue(periods), ...outer };
    if (unit !== 'day') return dueOf(isInMonths ? 'month' : KINDS[unit], outer, { periods });
    const isLimit = IS_LIMIT.test(first?.moments[0]?.lead ?? '');
    const isStretch =
      spans.some((span) => span.moments.length > 1) || outer.from.slice(0, 7) === outer.to.slice(0, 7);
    return dueOf('date', isStretch ? outer : { to: outer.to }, { before: isLimit, periods });
  }
  const lead = first.moments[0]?.lead ?? '';
  if (first.moments.length > 1)
    return dueOf(kindOf(first, unit), outer, unit === 'day' ? { before: false } : {});
  const hasEnd = first.moments[0]?.lastYear !== null && unit === 'year';
  if (FROM_ON.test(lead) && !hasEnd) return dueOf(KINDS[unit], { from: outer.from });
  if (unit === 'day') return dueOf('date', { to: outer.to }, { before: IS_LIMIT.test(lead) });
  if (BEFORE.test(lead)) return dueOf('date', { to: dayBefore(outer.from) }, { before: true });
  return dueOf(kindOf(first, unit), outer);
}

/** A part of a year is told in quarters, a part of a quarter in months. */
function kindOf(span: Span, unit: MomentUnit): DueKind {
  const [moment, other] = span.moments;
  const isPart = moment !== undefined && other === undefined && partOf(moment) !== undefined;
  if (isPart && unit === 'year') return 'quarters';
  return isPart && unit === 'quarter' ? 'month' : KINDS[unit];
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

function within(inner: Period, outer: Period): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

function cutOut(text: string, moments: readonly Moment[]): string {
  let left = '';
  let at = 0;
  for (const moment of moments.toSorted((a, b) => a.start - b.start)) {
    left += `${text.slice(at, moment.start)} `;
    at = moment.end;
  }
  return left + text.slice(at);
}
