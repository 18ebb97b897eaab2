import { type PlainDate, partsOf } from '#platform/clock/plain-date.ts';
import { formatDayMonth, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { type Month, type MonthEntry, MonthGrid } from '#ui/month-grid/month-grid.tsx';
import type { Tone } from '#ui/tag/tag.tsx';
import { reportPeriodLink } from '../links.ts';
import { type FactualDay, namedDaysOf, weeksOf } from '../../year-calendar/month-days.ts';
import { texts as calendarTexts } from '../../year-calendar/texts.ts';
import { shortPeriodName } from '../period-name.ts';
import { askedFor, noCounts, type PeriodCounts } from '../queries.server.ts';
import type { ReportPeriod } from '../report-period.ts';
import { texts } from '../texts.ts';
import { ratioWords } from './period-words.tsx';

interface ReportMonthsProps {
  readonly lang: Lang;
  readonly year: number;
  readonly today: PlainDate;
  readonly soonUntil: PlainDate;
  readonly days: readonly FactualDay[];
  /** Those with a day in the year. */
  readonly periods: readonly ReportPeriod[];
  readonly counts: ReadonlyMap<string, PeriodCounts>;
  /** The months in which no monthly report is due although there are monthly reports. */
  readonly without: ReadonlySet<number>;
}

/** Twelve months, each with its days and the reports that are due in it. */
export function ReportMonths(props: ReportMonthsProps) {
  const { lang, year, today, days, periods, without } = props;
  const t = texts(lang).calendar;
  const tc = calendarTexts(lang);
  const facts = new Map(days.map((day) => [day.date, day]));
  const months = Array.from({ length: 12 }, (_, index): Month => {
    const month = index + 1;
    const own = periods.filter(({ dueOn }) => dueOn !== null && partsOf(dueOn).month === month);
    const named = namedDaysOf(days.filter(({ date }) => partsOf(date).month === month));
    return {
      key: `thang-${month}`,
      label: tc.month(month),
      isCurrent: today.startsWith(`${year}-`) && partsOf(today).month === month,
      weeks: weeksOf(year, month).map((week) =>
        week.map((date) => {
          if (date === undefined) return undefined;
          const due = own.filter((period) => period.dueOn === date);
          const { kind } = facts.get(date) ?? {};
          return {
            date,
            label: String(partsOf(date).day),
            isOff: kind === 'off' || kind === 'weekend',
            isToday: date === today,
            tone: strongest(due.map((period) => toneOf(period, props))),
          };
        }),
      ),
      dayNotes: [
        ...(without.has(month) ? [{ key: 'without', when: '–', label: t.without }] : []),
        ...named.map(({ from, to, rule }) => ({
          key: from,
          when: from === to ? formatDayMonth(from) : `${formatDayMonth(from)}–${formatDayMonth(to)}`,
          label: lang === 'vi' ? rule.name : rule.nameEn,
        })),
      ],
      entries: own.map((period) => entryOf(period, props)),
    };
  });
  const weekdays = tc.weekdays.map((long, index) => ({ long, short: tc.weekdaysShort[index] ?? long }));
  return <MonthGrid weekdays={weekdays} months={months} emptyLabel={t.emptyMonth} />;
}

const order = ['late', 'soon', 'info', 'neutral', 'ok'] as const;

function strongest(tones: readonly Tone[]): Tone | undefined {
  return order.find((tone) => tones.includes(tone));
}

/** Late where the day is past and not all have reported, soon where it is near. */
function toneOf(period: ReportPeriod, { today, soonUntil, counts }: ReportMonthsProps): Tone {
  if (period.state === 'sent') return 'ok';
  if (period.state !== 'open' || period.dueOn === null) return 'neutral';
  const { expected } = counts.get(period.id) ?? noCounts;
  if (period.dueOn < today) return expected > 0 ? 'late' : 'info';
  return period.dueOn <= soonUntil ? 'soon' : 'info';
}

function entryOf(period: ReportPeriod, props: ReportMonthsProps): MonthEntry {
  const { lang } = props;
  const t = texts(lang);
  const counts = props.counts.get(period.id) ?? noCounts;
  const notes = [
    period.state === 'open' ? undefined : t.state[period.state],
    period.state !== 'past' && askedFor(counts) > 0 ? ratioWords(lang, counts) : undefined,
    period.state === 'open' && counts.late > 0 ? t.lateUnits(formatNumber(lang, counts.late)) : undefined,
  ];
  return {
    key: period.id,
    when: period.dueOn === null ? '' : formatDayMonth(period.dueOn),
    label: shortPeriodName(lang, period),
    href: reportPeriodLink(period.id),
    tone: toneOf(period, props),
    note: notes.filter(Boolean).join(' · ') || undefined,
  };
}
