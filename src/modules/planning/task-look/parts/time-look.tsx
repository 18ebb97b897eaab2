import { countWords, ListPages } from '#modules/lists/index.server.ts';
import { partsOf, type PlainDate } from '#platform/clock/plain-date.ts';
import { formatDate, formatDayMonth, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { addressOf, writeFilter } from '#platform/list/address.ts';
import { ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { SpanChart, type SpanRow } from '#ui/span-chart/span-chart.tsx';
import { taskLink } from '../../links.ts';
import { countTasks, listTasks, type TaskRow } from '../../task/list-tasks.server.ts';
import { TaskClock } from '../../task/parts/task-clock.tsx';
import { type GroupSum, listGroups } from '../group-sums.server.ts';
import { dayOf, placeWords, scaleOf } from '../input.ts';
import { lookAddress, type LookedAt, tableAddress } from '../looked-at.ts';
import { listStarts } from '../queries.server.ts';
import { filterOf, type Grouping } from '../task-look.ts';
import { texts } from '../texts.ts';
import {
  axisAround,
  neighbours,
  pointOn,
  type Scale,
  scales,
  stretchOn,
  type TimeAxis,
} from '../time-axis.ts';

/** The tasks of one page of the list, or their groups, as bars from their beginning to their deadline. */
export async function timeLook(at: LookedAt) {
  const { ctx, calendar, list } = at;
  const t = texts(ctx.lang).time;
  const scale = scaleOf(at.query);
  const day = dayOf(at.query, ctx.clock.today());
  const axis = axisAround(scale, day);
  const grouping = list.state.grouping as Grouping | undefined;
  const groups = grouping && (await listGroups(ctx, calendar, list.state, grouping));
  const page = groups ? undefined : await listTasks(ctx, calendar, list.state);
  const starts =
    page &&
    (await listStarts(
      ctx,
      page.rows.map(({ id }) => id),
    ));
  const rows = groups
    ? groups.map((group) => groupRow(at, axis, grouping, group))
    : (page?.rows ?? []).map((task) => taskRow(at, axis, task, starts?.get(task.id)));
  const axisLabel = t.axis(formatDate(axis.from), formatDate(axis.to));
  return (
    <Stack>
      <Panel
        id="tien-do"
        title={axisLabel}
        note={t.lead}
        isFlush
        actions={<Steps at={at} scale={scale} day={day} />}
      >
        <SpanChart
          caption={t.caption}
          rowLabel={groups ? t.group : t.row}
          axisLabel={axisLabel}
          today={pointOn(axis, ctx.clock.today())}
          parts={partsOfAxis(axis, scale)}
          rows={rows}
        />
      </Panel>
      {page && !at.isPrinted && (
        <ListPages list={list} page={page} count={await countTasks(ctx, calendar, list.state)} />
      )}
    </Stack>
  );
}

function taskRow(at: LookedAt, axis: TimeAxis, task: TaskRow, start: PlainDate | undefined): SpanRow {
  const { ctx, calendar } = at;
  const { tone, headline } = TaskClock.words({
    lang: ctx.lang,
    calendar,
    today: ctx.clock.today(),
    task,
  });
  const end = task.dueOn ?? task.closedOn;
  const from = start === undefined || (end !== null && start > end) ? (end ?? axis.from) : start;
  const stretch = stretchOn(axis, from, end);
  const when = whenWords(ctx.lang, from, end);
  const shown = task.state === 'open' && tone === 'neutral' ? 'info' : tone;
  return {
    key: task.id,
    title: `${task.code} ${task.title}`.trim(),
    href: taskLink(task.id),
    note: task.leadUnitName ?? undefined,
    words: `${when} · ${headline}`,
    bar: stretch && { ...stretch, tone: shown, isOpen: end === null },
  };
}

function whenWords(lang: Lang, from: PlainDate, end: PlainDate | null): string {
  const t = texts(lang).time;
  if (end === null) return t.since(formatDate(from));
  return from === end ? t.on(formatDate(end)) : t.from(formatDate(from), formatDate(end));
}

function groupRow(at: LookedAt, axis: TimeAxis, grouping: Grouping, group: GroupSum): SpanRow {
  const { lang } = at.ctx;
  const t = texts(lang);
  const number = (n: number) => formatNumber(lang, n);
  const stretch = stretchOn(
    axis,
    group.to !== null && group.from > group.to ? group.to : group.from,
    group.to,
  );
  return {
    key: group.key ?? '',
    title: group.name ?? t.without[grouping],
    href: tableAddress(at, filterOf(at.list.state, { grouping, key: group.key }, 'total')),
    note: countWords(lang, { rows: group.total, isMore: false }),
    words: t.time.sums(number(group.open), number(group.late), number(group.done)),
    bar: stretch && { ...stretch, tone: group.late > 0 ? 'late' : 'info', isOpen: group.to === null },
  };
}

function partsOfAxis(axis: TimeAxis, scale: Scale) {
  const length = axis.parts.length;
  return axis.parts.map((part, index) => {
    const stretch = stretchOn(axis, part.from, part.to) ?? {
      at: (index / length) * 100,
      width: 100 / length,
    };
    const short = scale === 'thang' ? String(partsOf(part.from).month) : formatDayMonth(part.from);
    return { ...stretch, label: formatDate(part.from), short };
  });
}

function Steps({ at, scale, day }: { at: LookedAt; scale: Scale; day: PlainDate }) {
  if (at.isPrinted) return null;
  const t = texts(at.ctx.lang);
  const { list } = at;
  const scaled = scale === 'thang' ? [] : [[placeWords.scale, scale] as const];
  const to = (on: PlainDate) => lookAddress(at, [[placeWords.day, on], ...scaled]);
  const { before, after } = neighbours(scale, day);
  return (
    <ButtonRow>
      <LinkButton size="small" icon="chevron-left" href={to(before)}>
        {t.calendar.before}
      </LinkButton>
      <LinkButton size="small" href={lookAddress(at, scaled)}>
        {t.calendar.today}
      </LinkButton>
      <LinkButton size="small" icon="chevron-right" href={to(after)}>
        {t.calendar.after}
      </LinkButton>
      {scales
        .filter((one) => one !== scale)
        .map((one) => (
          <LinkButton key={one} size="small" kind="quiet" href={lookAddress(at, [[placeWords.scale, one]])}>
            {t.time.scales[one]}
          </LinkButton>
        ))}
      {list.state.sort.by !== 'han' && list.state.grouping === undefined && (
        <LinkButton
          size="small"
          kind="quiet"
          href={addressOf(list.path, [
            ...writeFilter(list.shape, { ...list.state, sort: { by: 'han', isDown: false } }),
            ...scaled,
          ])}
        >
          {t.time.byDue}
        </LinkButton>
      )}
    </ButtonRow>
  );
}
