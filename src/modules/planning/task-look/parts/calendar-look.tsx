import { explain } from '#modules/calendar/index.server.ts';
import { addDays, endOfMonth, partsOf, type PlainDate, plainDateOf } from '#platform/clock/plain-date.ts';
import { formatDate, formatNumber, formatWeekday } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { MonthGrid } from '#ui/month-grid/month-grid.tsx';
import { MonthSheet, type SheetDay } from '#ui/month-sheet/month-sheet.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import type { Tone } from '#ui/tag/tag.tsx';
import { taskLink } from '../../links.ts';
import { countTasks, type TaskRow } from '../../task/list-tasks.server.ts';
import { TaskClock } from '../../task/parts/task-clock.tsx';
import { weeksOf } from '../../year-calendar/month-days.ts';
import { texts as yearTexts } from '../../year-calendar/texts.ts';
import { dayOf, placeWords } from '../input.ts';
import { lookAddress, type LookedAt, tableAddress } from '../looked-at.ts';
import { countByDay, type DayCount, listByDay } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** One month with the tasks of the filter on their due days; each day opens its list. */
export async function monthLook(at: LookedAt) {
  const { ctx, calendar, list } = at;
  const t = texts(ctx.lang).calendar;
  const { year, month } = partsOf(dayOf(at.query, ctx.clock.today()));
  const [from, to] = [firstOf(year, month), endOfMonth(year, month)];
  const counts = new Map((await countByDay(ctx, calendar, list.state, from, to)).map((day) => [day.on, day]));
  const tasks = await listByDay(ctx, calendar, list.state, from, to);
  const facts = new Map(explain(calendar, from, to).map((day) => [day.date, day]));
  const sheetDay = (on: PlainDate): SheetDay => {
    const fact = facts.get(on);
    return {
      date: on,
      label: String(partsOf(on).day),
      longLabel: t.day(formatWeekday(ctx.lang, on), formatDate(on)),
      isToday: on === ctx.clock.today(),
      isOff: fact?.kind === 'off' || fact?.kind === 'weekend',
      note: fact?.kind === 'off' ? (ctx.lang === 'vi' ? fact.rule?.name : fact.rule?.nameEn) : undefined,
      all: dayLink(at, counts.get(on)),
      entries: tasks.filter((task) => task.dueOn === on).map((task) => entryOf(at, task)),
    };
  };
  return (
    <Stack>
      <Panel
        id="thang"
        title={t.month(month, year)}
        isFlush
        actions={<Steps at={at} before={addDays(from, -1)} after={addDays(to, 1)} />}
      >
        <MonthSheet
          caption={t.month(month, year)}
          weekdays={weekdaysOf(ctx.lang)}
          emptyLabel={t.empty}
          weeks={weeksOf(year, month).map((week) => week.map((on) => on && sheetDay(on)))}
        />
      </Panel>
      {await undatedNote(at)}
    </Stack>
  );
}

/** Twelve months with the days on which tasks of the filter fall due, each day and month a link to its list. */
export async function yearLook(at: LookedAt) {
  const { ctx, calendar, list } = at;
  const t = texts(ctx.lang).calendar;
  const today = ctx.clock.today();
  const { year } = partsOf(dayOf(at.query, today));
  const [from, to] = [firstOf(year, 1), endOfMonth(year, 12)];
  const days = await countByDay(ctx, calendar, list.state, from, to);
  const counts = new Map(days.map((day) => [day.on, day]));
  const off = new Set(
    explain(calendar, from, to).flatMap(({ kind, date }) =>
      kind === 'off' || kind === 'weekend' ? [date] : [],
    ),
  );
  const months = Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    return {
      key: `thang-${month}`,
      label: yearTexts(ctx.lang).month(month),
      isCurrent: today.startsWith(`${year}-`) && partsOf(today).month === month,
      weeks: weeksOf(year, month).map((week) =>
        week.map((on) => {
          const count = on && counts.get(on);
          return (
            on && {
              date: on,
              label: String(partsOf(on).day),
              isOff: off.has(on),
              isToday: on === today,
              tone: count && toneOfDay(count),
              all: dayLink(at, count),
            }
          );
        }),
      ),
      entries: monthEntries(
        at,
        days.filter(({ on }) => partsOf(on).month === month),
      ),
    };
  });
  return (
    <Stack>
      <Panel
        id="nam"
        title={t.year(year)}
        isFlush
        actions={<Steps at={at} before={addDays(from, -1)} after={addDays(to, 1)} />}
      >
        <MonthGrid
          weekdays={weekdaysOf(ctx.lang)}
          months={months}
          emptyLabel={yearTexts(ctx.lang).emptyMonth}
        />
      </Panel>
      {await undatedNote(at)}
    </Stack>
  );
}

/** All of a month in one line: how many fall due in it, and how they stand. */
function monthEntries(at: LookedAt, days: readonly DayCount[]) {
  const { lang } = at.ctx;
  const t = texts(lang).calendar;
  const [first] = days;
  if (!first) return [];
  const sum = (of: (day: DayCount) => number) => days.reduce((total, day) => total + of(day), 0);
  const { year, month } = partsOf(first.on);
  const late = sum((day) => day.late);
  const done = sum((day) => day.done);
  const notes = [
    late > 0 ? t.late(formatNumber(lang, late)) : '',
    done > 0 ? t.done(formatNumber(lang, done)) : '',
  ];
  return [
    {
      key: first.on,
      when: formatNumber(
        lang,
        sum((day) => day.total),
      ),
      label: t.openMonth,
      href: spanAddress(at, firstOf(year, month), endOfMonth(year, month)),
      tone: late > 0 ? ('late' as const) : ('neutral' as const),
      note: notes.filter(Boolean).join(' · ') || undefined,
    },
  ];
}

function Steps({ at, before, after }: { at: LookedAt; before: PlainDate; after: PlainDate }) {
  if (at.isPrinted) return null;
  const t = texts(at.ctx.lang).calendar;
  const to = (day: PlainDate) => lookAddress(at, [[placeWords.day, day.slice(0, 7)]]);
  return (
    <ButtonRow>
      <LinkButton size="small" icon="chevron-left" href={to(before)}>
        {t.before}
      </LinkButton>
      <LinkButton size="small" href={lookAddress(at, [])}>
        {t.today}
      </LinkButton>
      <LinkButton size="small" icon="chevron-right" href={to(after)}>
        {t.after}
      </LinkButton>
    </ButtonRow>
  );
}

/** How many tasks of the filter no calendar shows, with the way to them. */
async function undatedNote(at: LookedAt) {
  const { ctx, calendar, list } = at;
  const t = texts(ctx.lang).calendar;
  const undated = {
    ...list.state,
    clauses: [...list.state.clauses, [{ field: 'ngay-han', operator: 'empty', values: [] }] as const],
  };
  const { rows } = await countTasks(ctx, calendar, undated);
  if (rows === 0) return null;
  return (
    <p>
      {t.undated(formatNumber(ctx.lang, rows))} <a href={tableAddress(at, undated)}>{t.undatedLink}</a>
    </p>
  );
}

function dayLink(at: LookedAt, count: DayCount | undefined) {
  if (!count) return undefined;
  const t = texts(at.ctx.lang).calendar;
  const number = formatNumber(at.ctx.lang, count.total);
  const isYear = at.list.state.look === 'lich-nam';
  return {
    label: isYear ? t.openDay(number, formatDate(count.on)) : t.count(number),
    href: spanAddress(at, count.on, count.on),
  };
}

/** The list of the tasks that fall due between two days, both counted in. */
function spanAddress(at: LookedAt, from: PlainDate, to: PlainDate): string {
  const { state } = at.list;
  const only =
    from === to
      ? [{ field: 'ngay-han', operator: 'is', values: [from] } as const]
      : [{ field: 'ngay-han', operator: 'between', values: [from, to] } as const];
  return tableAddress(at, { ...state, clauses: [...state.clauses, only] });
}

function entryOf({ ctx, calendar }: LookedAt, task: TaskRow) {
  const clock = TaskClock.words({ lang: ctx.lang, calendar, today: ctx.clock.today(), task });
  return {
    key: task.id,
    label: task.title,
    href: taskLink(task.id),
    tone: clock.tone,
    note: clock.headline,
  };
}

function toneOfDay({ late, open }: DayCount): Tone {
  if (late > 0) return 'late';
  return open > 0 ? 'info' : 'ok';
}

function weekdaysOf(lang: Lang) {
  const t = yearTexts(lang);
  return t.weekdays.map((long, index) => ({ long, short: t.weekdaysShort[index] ?? long }));
}

function firstOf(year: number, month: number): PlainDate {
  const first = plainDateOf(year, month, 1);
  if (!first) throw new RangeError(`No month ${month} of year ${year}`);
  return first;
}
