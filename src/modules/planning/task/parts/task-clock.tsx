import { dueClock, type WorkCalendar } from '#modules/calendar/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { formatDate, formatNumber, formatWeekday } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Clock, ClockPanel } from '#ui/clock/clock.tsx';
import { closedDeadline, tellCount } from '../counted-days.server.ts';
import type { Task } from '../task.ts';
import { texts } from '../texts.ts';
import { CountTable, kindWords } from './count-table.tsx';

interface TaskClockProps {
  readonly lang: Lang;
  readonly calendar: WorkCalendar;
  readonly today: PlainDate;
  readonly task: Pick<Task, 'dueOn' | 'firstDueOn' | 'dueKind' | 'dueText' | 'state' | 'closedOn'>;
}

/** What time does to a task, in one line: how near, how late, or how it ended. */
export function TaskClock(props: TaskClockProps) {
  return <Clock {...clockOf(props)} />;
}

/** The words and tone of the clock, for components that draw one themselves. */
TaskClock.words = clockOf;

/** The same with the days that were counted, to be opened. @param setAt when the deadline was set, where that is known */
export function TaskClockPanel(props: TaskClockProps & { readonly setAt: Date | undefined }) {
  const { lang, calendar, today, task, setAt } = props;
  const t = texts(lang);
  if (task.dueOn === null || task.state !== 'open') return <Clock {...clockOf(props)} />;
  const isLate = task.dueOn < today;
  const told = isLate
    ? tellCount(calendar, task.dueOn, today, setAt)
    : tellCount(calendar, today, task.dueOn, setAt);
  const closed = closedDeadline(calendar, task.dueOn);
  const later = told.days.filter((day) => day.isAddedLater);
  return (
    <ClockPanel
      {...clockOf(props)}
      explainLabel={t.clock.howCounted}
      reasons={[
        {
          icon: 'circle-clock' as const,
          text: isLate ? t.clock.fromDue(formatDate(task.dueOn)) : t.clock.from(formatDate(today)),
        },
        ...(closed
          ? [
              {
                icon: 'circle-alert' as const,
                text: t.count.closedDeadline(
                  formatDate(task.dueOn),
                  kindWords(lang, closed.day),
                  formatDate(closed.lastWorkingDay),
                ),
              },
            ]
          : []),
        ...later.map((day) => ({
          icon: 'calendar' as const,
          text: t.count.laterDay(formatDate(day.date), day.rule?.name ?? ''),
        })),
      ]}
    >
      <CountTable lang={lang} told={told} />
    </ClockPanel>
  );
}

function clockOf({ lang, calendar, today, task }: TaskClockProps) {
  const t = texts(lang);
  const detail = task.dueOn
    ? t.clock.on(formatWeekday(lang, task.dueOn), formatDate(task.dueOn)) + firstWords(lang, task, today)
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

/** The first deadline of a task whose deadline was moved: figures go by it, so it stands beside the present one. */
function firstWords(lang: Lang, task: TaskClockProps['task'], today: PlainDate): string {
  const { firstDueOn, dueOn, state } = task;
  if (firstDueOn === null || firstDueOn === dueOn) return '';
  const t = texts(lang).clock;
  const day = formatDate(firstDueOn);
  return ` (${state === 'open' && firstDueOn < today ? t.firstPast(day) : t.first(day)})`;
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
