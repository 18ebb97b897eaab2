import { dueClock, explain, type WorkCalendar } from '#modules/calendar/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { formatDate, formatDayMonth, formatNumber, formatWeekday } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Clock, ClockPanel } from '#ui/clock/clock.tsx';
import type { Task } from '../task.ts';
import { texts } from '../texts.ts';

interface TaskClockProps {
  readonly lang: Lang;
  readonly calendar: WorkCalendar;
  readonly today: PlainDate;
  readonly task: Pick<Task, 'dueOn' | 'dueKind' | 'dueText' | 'state' | 'closedOn'>;
}

/** What time does to a task, in one line: how near, how late, or how it ended. */
export function TaskClock(props: TaskClockProps) {
  return <Clock {...clockOf(props)} />;
}

/** The words and tone of the clock, for components that draw one themselves. */
TaskClock.words = clockOf;

/** The same with the days that were counted, to be opened. */
export function TaskClockPanel(props: TaskClockProps) {
  const { lang, calendar, today, task } = props;
  const t = texts(lang).clock;
  if (task.dueOn === null || task.state !== 'open') return <Clock {...clockOf(props)} />;
  const [from, to] = task.dueOn < today ? [task.dueOn, today] : [today, task.dueOn];
  const named = explain(calendar, from, to).flatMap(({ kind, date, rule }) =>
    kind === 'off' && rule ? [`${formatDayMonth(date)} (${lang === 'vi' ? rule.name : rule.nameEn})`] : [],
  );
  return (
    <ClockPanel
      {...clockOf(props)}
      explainLabel={t.howCounted}
      reasons={[
        { icon: 'circle-clock', text: t.from(formatDate(today)) },
        { icon: 'calendar', text: named.length > 0 ? t.skipped(named.join(', ')) : t.weekendOnly },
      ]}
    />
  );
}

function clockOf({ lang, calendar, today, task }: TaskClockProps) {
  const t = texts(lang);
  const detail = task.dueOn
    ? t.clock.on(formatWeekday(lang, task.dueOn), formatDate(task.dueOn))
    : (task.dueText ?? undefined);
  if (task.state === 'cancelled') return { tone: 'neutral' as const, headline: t.clock.stopped, detail };
  if (task.dueOn === null && task.state === 'open') {
    const headline = task.dueKind ? t.dueKind[task.dueKind] : t.clock.noDate;
    return { tone: task.dueKind ? ('neutral' as const) : ('paused' as const), headline, detail };
  }
  const work = task.closedOn
    ? { state: 'closed' as const, closedOn: task.closedOn }
    : { state: 'open' as const };
  const clock = dueClock(task.dueOn, work, today, calendar);
  return { tone: clock.tone, headline: headlineOf(lang, clock), detail };
}

function headlineOf(lang: Lang, clock: ReturnType<typeof dueClock>): string {
  const t = texts(lang).clock;
  const days = formatNumber(lang, clock.workingDays);
  switch (clock.kind) {
    case 'late':
      return clock.workingDays > 0 ? t.late(days) : t.lateToday;
    case 'due-today':
      return t.dueToday;
    case 'due-soon':
    case 'later':
      return t.left(days);
    case 'done-early':
      return t.doneEarly(days);
    case 'done-on-time':
    case 'no-date':
      return t.doneOnTime;
    case 'done-late':
      return t.doneLate(days);
  }
}
