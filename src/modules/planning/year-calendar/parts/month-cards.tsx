import { type PlainDate, partsOf, quarterOf } from '#platform/clock/plain-date.ts';
import { formatDayMonth } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { type Month, type MonthEntry, MonthGrid } from '#ui/month-grid/month-grid.tsx';
import type { Tone } from '#ui/tag/tag.tsx';
import { planLink, taskLink } from '../../links.ts';
import { reportPeriodLink } from '../../report-period/links.ts';
import type { Occurrence } from '../../plan/recurrence.ts';
import { type CalendarEntry, compareEntries, type EntryState, strongestState } from '../calendar-entry.ts';
import { type FactualDay, type NamedDays, namedDaysOf, weeksOf } from '../month-days.ts';
import { periodName } from '../../report-period/period-name.ts';
import { texts } from '../texts.ts';

/** On a day, what is neither near nor over still marks it; in words it needs no colour. */
const dayTone: Readonly<Record<EntryState, Tone>> = { done: 'ok', late: 'late', soon: 'soon', plain: 'info' };
const entryTone: Readonly<Record<EntryState, Tone>> = { ...dayTone, plain: 'neutral' };

interface MonthCardsProps {
  readonly lang: Lang;
  readonly year: number;
  readonly today: PlainDate;
  /** Every day of the year, in order. */
  readonly days: readonly FactualDay[];
  readonly entries: readonly CalendarEntry[];
}

/** Twelve months, each with its days, its holidays, and what falls due in it. */
export function MonthCards({ lang, year, today, days, entries }: MonthCardsProps) {
  const t = texts(lang);
  const facts = new Map(days.map((day) => [day.date, day]));
  const months = Array.from({ length: 12 }, (_, index): Month => {
    const month = index + 1;
    const own = entries.filter(({ when }) => partsOf(when.to).month === month).toSorted(compareEntries);
    const named = namedDaysOf(days.filter(({ date }) => partsOf(date).month === month));
    return {
      key: `thang-${month}`,
      label: t.month(month),
      isCurrent: today.startsWith(`${year}-`) && partsOf(today).month === month,
      weeks: weeksOf(year, month).map((week) =>
        week.map((date) => date && dayCell(date, facts.get(date), own, today)),
      ),
      dayNotes: named.map((each) => dayNote(lang, each)),
      entries: own.map((entry) => monthEntry(lang, entry, facts)),
    };
  });
  const weekdays = t.weekdays.map((long, index) => ({ long, short: t.weekdaysShort[index] ?? long }));
  return <MonthGrid weekdays={weekdays} months={months} emptyLabel={t.emptyMonth} />;
}

function dayCell(
  date: PlainDate,
  fact: FactualDay | undefined,
  entries: readonly CalendarEntry[],
  today: PlainDate,
) {
  const state = strongestState(entries.filter(({ when }) => when.day === date).map((entry) => entry.state));
  return {
    date,
    label: String(partsOf(date).day),
    isOff: isOff(fact),
    isToday: date === today,
    tone: state && dayTone[state],
  };
}

function dayNote(lang: Lang, { from, to, rule }: NamedDays) {
  const name = lang === 'vi' ? rule.name : rule.nameEn;
  return {
    key: from,
    when: from === to ? formatDayMonth(from) : `${formatDayMonth(from)}–${formatDayMonth(to)}`,
    label: rule.certainty === 'unverified' ? texts(lang).unverified(name) : name,
  };
}

function monthEntry(lang: Lang, entry: CalendarEntry, facts: ReadonlyMap<PlainDate, FactualDay>): MonthEntry {
  const t = texts(lang);
  const { when, state } = entry;
  const notes = [
    state === 'plain' ? undefined : t.state[state],
    entry.kind === 'task' ? undefined : t.reportDue,
    entry.kind === 'task' && entry.task.dueKind === 'recurring' ? t.recurring : undefined,
    when.day && isOff(facts.get(when.day)) ? t.onDayOff : undefined,
  ];
  return {
    key: entry.key,
    when: when.day ? formatDayMonth(when.day) : spanWords(lang, when),
    ...namedEntry(lang, entry),
    tone: entryTone[state],
    note: notes.filter(Boolean).join(' · ') || undefined,
  };
}

/** What an entry is called, and where it leads. */
function namedEntry(lang: Lang, entry: CalendarEntry): { label: string; href: string } {
  if (entry.kind === 'task') return { label: entry.task.title, href: taskLink(entry.task.id) };
  if (entry.kind === 'period')
    return { label: periodName(lang, entry.period), href: reportPeriodLink(entry.period.id) };
  return { label: texts(lang).report[entry.period], href: `${planLink(entry.planId)}#reports` };
}

/** A time without a day, as short as a narrow column asks. */
function spanWords(lang: Lang, { from, to }: Occurrence): string {
  const t = texts(lang).within;
  if (from.slice(0, 7) === to.slice(0, 7)) return t.month;
  const isQuarter = from.slice(0, 4) === to.slice(0, 4) && quarterOf(from) === quarterOf(to);
  return isQuarter ? t.quarter(quarterOf(to)) : t.until(formatDayMonth(to));
}

function isOff(fact: FactualDay | undefined): boolean {
  return fact?.kind === 'off' || fact?.kind === 'weekend';
}
