import { explain, loadOfficeCalendar, soonUntil } from '#modules/calendar/index.server.ts';
import { partsOf, plainDate } from '#platform/clock/plain-date.ts';
import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { FeedsLink } from '../../calendar-feed/parts/calendar-links.tsx';
import { calendarLink, plansLink, taskLink, tasksLink } from '../../links.ts';
import type { Plan } from '../../plan/plan.ts';
import { listPlans, listReportRegimes } from '../../plan/queries.server.ts';
import { periodsOf } from '../../report-period/dated-periods.server.ts';
import { TaskState } from '../../task/parts/task-state.tsx';
import { type CalendarEntry, type CalendarTask, dueReports, taskEntries } from '../calendar-entry.ts';
import { calendarFilter } from '../input.ts';
import { isWholeYear } from '../occurrence.ts';
import { MonthCards } from '../parts/month-cards.tsx';
import { listTasksOfYear, mostOnCalendar } from '../queries.server.ts';
import { type Texts, texts } from '../texts.ts';

/** A year by months: when tasks fall due, when reports are handed in, and on which days offices are closed. */
export async function yearCalendarPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const t = texts(ctx.lang);
  const filter = calendarFilter.parse(Object.fromEntries(req.query));
  const plans = await listPlans(ctx);
  const plan = plans.find((each) => each.id === filter['ke-hoach']);
  const today = ctx.clock.today();
  const year = filter.nam ?? yearNear(partsOf(today).year, plan);
  const workCalendar = await loadOfficeCalendar(ctx);
  const { tasks, hasMore } = await listTasksOfYear(ctx, year, plan?.id);
  const regimes = await listReportRegimes(ctx, plan?.id);
  const present = { today, soonUntil: soonUntil(workCalendar, today) };
  const entries = [
    ...dueReports(await periodsOf(ctx, year, plan?.id), regimes, plans, year, present),
    ...tasks.flatMap((task) => taskEntries(task, year, present)),
  ];
  const days = explain(workCalendar, plainDate(`${year}-01-01`), plainDate(`${year}-12-31`));
  return page({
    title: t.title(year),
    current: calendarLink(),
    crumbs: [{ label: t.plans, href: plansLink }, { label: t.calendar }],
    body: (
      <>
        <PageHead
          title={t.title(year)}
          lead={t.lead}
          printNote={[ctx.tenant.name, t.printed(formatInstant(ctx.lang, ctx.clock.now()))]}
          actions={
            <>
              <YearLinks t={t} year={year} planId={plan?.id} />
              <FeedsLink ctx={ctx} query={{ 'ke-hoach': plan?.id }} />
            </>
          }
        />
        <PlanChoice t={t} plans={plans} planId={plan?.id} year={filter.nam} />
        <Stack>
          {hasMore && (
            <Notice tone="info" title={t.tooMany.title(formatNumber(ctx.lang, mostOnCalendar))}>
              {t.tooMany.text}
            </Notice>
          )}
          <section aria-labelledby="months">
            <h2 id="months" class="said">
              {t.months}
            </h2>
            <MonthCards
              lang={ctx.lang}
              year={year}
              today={today}
              days={days}
              entries={entries.filter(({ when }) => !isWholeYear(when))}
            />
          </section>
          <WholeYear ctx={ctx} entries={entries.filter(({ when }) => isWholeYear(when))} />
          <p>
            {t.undated} <a href={tasksLink({ 'ke-hoach': plan?.id, han: 'undated' })}>{t.undatedLink}</a>
          </p>
        </Stack>
      </>
    ),
  });
}

function YearLinks({ t, year, planId }: { t: Texts; year: number; planId: string | undefined }) {
  const to = (n: number) => calendarLink({ nam: String(n), 'ke-hoach': planId });
  return (
    <>
      <LinkButton href={to(year - 1)} icon="chevron-left">
        {t.year(year - 1)}
      </LinkButton>
      <LinkButton href={to(year + 1)} icon="chevron-right">
        {t.year(year + 1)}
      </LinkButton>
    </>
  );
}

function PlanChoice(props: {
  t: Texts;
  plans: readonly Plan[];
  planId: string | undefined;
  year: number | undefined;
}) {
  const { t, plans, planId, year } = props;
  if (plans.length < 2) return null;
  return (
    <FilterBar
      action={calendarLink()}
      submitLabel={t.filter.submit}
      keep={year === undefined ? {} : { nam: String(year) }}
    >
      <SelectField
        name="ke-hoach"
        label={t.filter.plan}
        value={planId ?? ''}
        options={[
          { value: '', label: t.filter.all },
          ...plans.map((plan) => ({ value: plan.id, label: plan.title })),
        ]}
      />
    </FilterBar>
  );
}

/** Tasks that the plan gives a year and no month: no card of a month could hold them honestly. */
function WholeYear({ ctx, entries }: { ctx: Ctx; entries: readonly CalendarEntry[] }) {
  const t = texts(ctx.lang).wholeYear;
  const tasks = entries.flatMap((entry) => (entry.kind === 'task' ? entry.task : []));
  if (tasks.length === 0) return null;
  return (
    <Panel id="ca-nam" title={t.title} count={formatNumber(ctx.lang, tasks.length)} note={t.note} isFlush>
      <Table<CalendarTask>
        caption={t.caption}
        frame="none"
        rows={tasks}
        rowKey={(task) => task.id}
        columns={[
          { key: 'code', label: t.code, size: 'tiny', render: (task) => task.code },
          {
            key: 'task',
            label: t.task,
            priority: 'lead',
            render: (task) => <a href={taskLink(task.id)}>{task.title}</a>,
          },
          { key: 'due', label: t.due, size: 'medium', render: (task) => task.dueText },
          {
            key: 'state',
            label: t.state,
            size: 'medium',
            render: (task) => <TaskState lang={ctx.lang} task={task} />,
          },
        ]}
      />
    </Panel>
  );
}

/** This year, or the year of the plan that is nearest to it. */
function yearNear(year: number, plan: Plan | undefined): number {
  return plan ? Math.min(Math.max(year, plan.yearFrom), plan.yearTo) : year;
}
