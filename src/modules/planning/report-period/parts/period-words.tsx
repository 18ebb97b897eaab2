import type { WorkCalendar } from '#modules/calendar/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Clock } from '#ui/clock/clock.tsx';
import { Tag, type Tone } from '#ui/tag/tag.tsx';
import { TaskClock } from '../../task/parts/task-clock.tsx';
import { askedFor, type PeriodCounts } from '../queries.server.ts';
import type { PeriodState, ReportPeriod } from '../report-period.ts';
import { texts } from '../texts.ts';

const tones: Readonly<Record<PeriodState, Tone>> = {
  open: 'info',
  past: 'neutral',
  sent: 'ok',
  dropped: 'neutral',
  discarded: 'neutral',
};

/** How far a period has come, in the words that all pages use. */
export function PeriodStateTag({ lang, state }: { lang: Lang; state: PeriodState }) {
  return <Tag tone={tones[state]}>{texts(lang).state[state]}</Tag>;
}

/** The days between which figures count, as short as they are known. */
export function windowWords(
  lang: Lang,
  { dataFrom, dataTo }: Pick<ReportPeriod, 'dataFrom' | 'dataTo'>,
): string {
  const t = texts(lang);
  if (dataFrom !== null && dataTo !== null) return t.window(formatDate(dataFrom), formatDate(dataTo));
  if (dataTo !== null) return t.windowUntil(formatDate(dataTo));
  return dataFrom === null ? t.noWindow : t.windowFrom(formatDate(dataFrom));
}

/** How many units have handed in, of those that are asked. */
export function ratioWords(lang: Lang, counts: PeriodCounts): string {
  const handedIn = counts.handedIn + counts.accepted + counts.sentBack;
  return texts(lang).ratio(formatNumber(lang, handedIn), formatNumber(lang, askedFor(counts)));
}

/** What time does to a period; once it is sent on, whether that was in time. */
export function periodClock(
  lang: Lang,
  calendar: WorkCalendar,
  today: PlainDate,
  { dueOn, state, sent }: Pick<ReportPeriod, 'dueOn' | 'state' | 'sent'>,
) {
  const task = {
    dueOn,
    firstDueOn: null,
    dueKind: null,
    dueText: null,
    state: state === 'sent' ? ('done' as const) : ('open' as const),
    closedOn: sent?.on ?? null,
  };
  return TaskClock.words({ lang, calendar, today, task });
}

/** The same drawn; a period that nobody follows has its day and no clock. */
export function PeriodClock(props: {
  lang: Lang;
  calendar: WorkCalendar;
  today: PlainDate;
  period: Pick<ReportPeriod, 'dueOn' | 'state' | 'sent'>;
}) {
  const { lang, calendar, today, period } = props;
  if (period.state === 'past' || period.state === 'dropped' || period.dueOn === null)
    return <>{period.dueOn === null ? texts(lang).noDay : formatDate(period.dueOn)}</>;
  return <Clock {...periodClock(lang, calendar, today, period)} />;
}
