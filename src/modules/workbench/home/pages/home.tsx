import { findOfficeStart, listCommunesOfProvince, listUnits } from '#modules/directory/index.server.ts';
import { loadOfficeCalendar, type WorkCalendar } from '#modules/calendar/index.server.ts';
import {
  type GroupSummary,
  handInDays,
  listNextPeriods,
  listPlans,
  listReportRegimes,
  listTasks,
  periodName,
  summarizeFromAbove,
  summarizeTasks,
  sumUp,
  TaskClock,
  taskList,
} from '#modules/planning/index.server.ts';
import { draftsLink, planLink, taskLink, tasksLink } from '#modules/planning/links.ts';
import { reportPeriodLink } from '#modules/planning/index.server.ts';
import { daysBetween, type PlainDate } from '#platform/clock/plain-date.ts';
import { type PageReply, page } from '#platform/http/reply.ts';
import { formatDate, formatNumber, formatWeekday } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { DatedList } from '#ui/dated-list/dated-list.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead, SectionHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Legend, StackedBar } from '#ui/stacked-bar/stacked-bar.tsx';
import { Table } from '#ui/table/table.tsx';
import { Triage, type TriageColumn } from '#ui/triage/triage.tsx';
import { homeLink } from '../../links.ts';
import { FromAbovePanel } from '../parts/from-above-panel.tsx';
import { OfficeStartPanel } from '../parts/office-start-panel.tsx';
import { ProvinceHome } from '../parts/province-home.tsx';
import { type Texts, texts } from '../texts.ts';

/** The figures of this page are those of plans; what higher bodies order is counted apart. */
const ofPlans = { nguon: 'ke-hoach' };

const shownInColumn = 5;
const shownReports = 8;

/** What needs attention now, how the units stand, and which reports come next; for a province, its communes. */
export async function homePage(ctx: Ctx): Promise<PageReply> {
  const t = texts(ctx.lang);
  const today = ctx.clock.today();
  const body =
    ctx.tenant.kind === 'province' ? (
      <ProvinceHome lang={ctx.lang} communes={await listCommunesOfProvince(ctx)} />
    ) : (
      await communeHome(ctx, t)
    );
  const weekday = formatWeekday(ctx.lang, today);
  const start = await findOfficeStart(ctx);
  return page({
    title: t.title,
    current: homeLink,
    body: (
      <>
        <PageHead
          title={t.title}
          lead={t.today(weekday.charAt(0).toUpperCase() + weekday.slice(1), formatDate(today))}
          actions={
            ctx.actor.grants.has('planning.plan-draft.upload') && (
              <LinkButton href={draftsLink} icon="upload">
                {t.import}
              </LinkButton>
            )
          }
        />
        {start && <OfficeStartPanel lang={ctx.lang} start={start} />}
        {body}
      </>
    ),
  });
}

async function communeHome(ctx: Ctx, t: Texts) {
  const calendar = await loadOfficeCalendar(ctx);
  const groups = await summarizeTasks(ctx, calendar, 'unit');
  const all = sumUp(groups);
  const fromAbove = await summarizeFromAbove(ctx, calendar);
  if (all.total === 0 && fromAbove.total === 0) return <NoTasks ctx={ctx} t={t} />;
  const columns = [
    await column(ctx, calendar, 'late', all.late),
    await column(ctx, calendar, 'soon', all.soon),
    await column(ctx, calendar, 'unassigned', all.unassigned),
  ];
  const units = await listUnits(ctx);
  const reports = await nextReports(ctx);
  const year = Number(ctx.clock.today().slice(0, 4));
  return (
    <Stack>
      <SectionHead
        id="attention"
        title={t.attention}
        link={
          all.unclear > 0
            ? {
                label: t.unclear(formatNumber(ctx.lang, all.unclear)),
                href: tasksLink({ ...ofPlans, 'sau-ro': 'thieu' }),
              }
            : undefined
        }
      />
      <Triage columns={columns} />
      {fromAbove.total > 0 && <FromAbovePanel lang={ctx.lang} summary={fromAbove} />}
      <UnitProgress ctx={ctx} groups={groups} nameOf={(id) => units.find((unit) => unit.id === id)?.name} />
      <Panel id="reports" title={t.reportsOf(year)}>
        {reports.length === 0 ? <p>{t.noReports}</p> : <DatedList items={reports} />}
      </Panel>
    </Stack>
  );
}

async function column(
  ctx: Ctx,
  calendar: WorkCalendar,
  key: 'late' | 'soon' | 'unassigned',
  count: number,
): Promise<TriageColumn> {
  const t = texts(ctx.lang);
  const query = { ...ofPlans, ...(key === 'unassigned' ? { 'sau-ro': 'chua-giao' } : { han: key }) };
  const { rows } = await listTasks(ctx, calendar, taskList({ ...query, xep: 'han' }));
  const words = {
    late: { title: t.late, emptyLabel: t.noLate, tone: 'late', icon: 'circle-alert' },
    soon: { title: t.soon, emptyLabel: t.noSoon, tone: 'soon', icon: 'circle-clock' },
    unassigned: { title: t.unassigned, emptyLabel: t.noUnassigned, tone: 'action', icon: 'person' },
  } as const;
  return {
    key,
    ...words[key],
    count,
    href: tasksLink(query),
    items: rows.slice(0, shownInColumn).map((task) => ({
      key: task.id,
      title: task.title,
      href: taskLink(task.id),
      clock: TaskClock.words({ lang: ctx.lang, calendar, today: ctx.clock.today(), task }),
      note: [task.code, task.leadUnitName].filter(Boolean).join(' · '),
    })),
  };
}

/** The next reports, from today: those of the calendar, and of plans whose periods have not been made yet. */
async function nextReports(ctx: Ctx) {
  const t = texts(ctx.lang);
  const today = ctx.clock.today();
  const left = (day: PlainDate) => t.daysLeft(formatNumber(ctx.lang, daysBetween(today, day)));
  if (ctx.actor.grants.has('planning.report-period.read')) {
    const periods = await listNextPeriods(ctx, shownReports);
    return periods.flatMap((period) =>
      period.dueOn === null
        ? []
        : {
            key: period.id,
            when: formatDate(period.dueOn),
            dateTime: period.dueOn,
            label: periodName(ctx.lang, period),
            href: reportPeriodLink(period.id),
            note: left(period.dueOn),
          },
    );
  }
  const year = Number(today.slice(0, 4));
  const plans = new Map((await listPlans(ctx)).map((plan) => [plan.id, plan]));
  const days = (await listReportRegimes(ctx)).flatMap((regime) => {
    const plan = plans.get(regime.planId);
    if (!plan) return [];
    return handInDays(regime, plan, year)
      .filter((day) => day >= today)
      .map((day) => ({ day, regime }));
  });
  return days
    .sort((a, b) => a.day.localeCompare(b.day))
    .slice(0, shownReports)
    .map(({ day, regime }) => ({
      key: `${regime.id}-${day}`,
      when: formatDate(day),
      dateTime: day,
      label: t.period[regime.period],
      href: `${planLink(regime.planId)}#reports`,
      note: left(day),
    }));
}

function UnitProgress(props: {
  ctx: Ctx;
  groups: readonly GroupSummary[];
  nameOf: (id: string) => string | undefined;
}) {
  const { ctx, groups, nameOf } = props;
  const t = texts(ctx.lang);
  const all = sumUp(groups);
  const most = Math.max(1, ...groups.map((group) => group.total));
  const rows = groups.toSorted((a, b) => b.total - a.total);
  const number = (n: number, query: Record<string, string | undefined>) =>
    n === 0 ? '0' : <a href={tasksLink(query)}>{formatNumber(ctx.lang, n)}</a>;
  const cell = (
    name: 'total' | 'done' | 'late' | 'soon',
    label: string,
    query: Record<string, string | undefined>,
  ) => ({
    key: name,
    label,
    align: 'end' as const,
    render: (group: GroupSummary) =>
      group.key
        ? number(group[name], { ...query, 'don-vi': group.key })
        : formatNumber(ctx.lang, group[name]),
    total: number(all[name], query),
  });
  return (
    <Panel
      id="by-unit"
      title={t.byUnit}
      isFlush
      note={
        <Legend
          entries={[
            { kind: 'done', label: t.done },
            { kind: 'open', label: t.open },
            { kind: 'soon', label: t.soon },
            { kind: 'late', label: t.late },
          ]}
        />
      }
    >
      <Table<GroupSummary>
        caption={t.byUnit}
        frame="none"
        narrow="tight"
        rows={rows}
        rowKey={(group) => group.key ?? 'none'}
        columns={[
          {
            key: 'unit',
            label: t.unit,
            priority: 'lead',
            render: (group) => (group.key && nameOf(group.key)) || t.noUnit,
            total: t.all,
          },
          {
            key: 'bar',
            label: t.byUnit,
            isLabelHidden: true,
            size: 'bar',
            render: (group) => (
              <StackedBar
                max={most}
                segments={[
                  { kind: 'done', value: group.done },
                  { kind: 'open', value: group.rest },
                  { kind: 'soon', value: group.soon },
                  { kind: 'late', value: group.late },
                ]}
              />
            ),
          },
          cell('total', t.total, ofPlans),
          cell('done', t.done, { ...ofPlans, 'trang-thai': 'done' }),
          cell('soon', t.soon, { ...ofPlans, han: 'soon' }),
          cell('late', t.late, { ...ofPlans, han: 'late' }),
        ]}
      />
    </Panel>
  );
}

function NoTasks({ ctx, t }: { ctx: Ctx; t: Texts }) {
  const { grants } = ctx.actor;
  if (grants.has('planning.plan-draft.upload')) {
    return (
      <EmptyState
        icon="upload"
        title={t.empty.title}
        action={
          <LinkButton kind="primary" href={draftsLink}>
            {t.import}
          </LinkButton>
        }
      >
        {t.empty.text}
      </EmptyState>
    );
  }
  return <EmptyState title={t.nothing.title}>{t.empty.wait}</EmptyState>;
}
