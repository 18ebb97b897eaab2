import { explain, loadOfficeCalendar, soonUntil } from '#modules/calendar/index.server.ts';
import { partsOf, plainDate } from '#platform/clock/plain-date.ts';
import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Quote } from '#ui/quote/quote.tsx';
import { Table } from '#ui/table/table.tsx';
import { reportPeriodLink } from '../links.ts';
import { reportCalendarLink, reportHandInsLink, reportPeriodsLink } from '../../links.ts';
import type { Plan } from '../../plan/plan.ts';
import { listPlans, listReportRegimes } from '../../plan/queries.server.ts';
import { calendarFilter } from '../input.ts';
import { monthsWithout } from '../months-without.ts';
import { windowWords } from '../parts/period-words.tsx';
import { ReportMonths } from '../parts/report-months.tsx';
import { periodName } from '../period-name.ts';
import * as policy from '../policy.ts';
import { countByPeriod, listPeriodsOfYear } from '../queries.server.ts';
import type { ReportPeriod } from '../report-period.ts';
import { texts } from '../texts.ts';
import { addButton } from './period-list.tsx';

/** A year by months: which report is due when, and how many units have reported. */
export async function reportCalendarPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.read(ctx.actor));
  const t = texts(ctx.lang).calendar;
  const filter = calendarFilter.parse(Object.fromEntries(req.query));
  const today = ctx.clock.today();
  const year = filter.nam ?? partsOf(today).year;
  const seesPlans = ctx.actor.grants.has('planning.plan.read');
  const plans = seesPlans ? (await listPlans(ctx)).filter((plan) => plan.state === 'issued') : [];
  const plan = plans.find(({ id }) => id === filter['ke-hoach']);
  const all = await listPeriodsOfYear(ctx, year);
  const periods = plan ? all.filter(({ planId }) => planId === plan.id) : all;
  const counts = await countByPeriod(ctx, { year });
  const calendar = await loadOfficeCalendar(ctx);
  const without = monthsWithout(seesPlans ? await listReportRegimes(ctx, plan?.id) : [], plans, year);
  const undated = periods.filter(({ dueOn }) => dueOn === null);
  return page({
    title: `${t.title} ${year}`,
    current: reportCalendarLink(),
    body: (
      <>
        <PageHead
          title={`${t.title} ${year}`}
          lead={t.lead(year)}
          printNote={[ctx.tenant.name, t.printed(formatInstant(ctx.lang, ctx.clock.now()))]}
          actions={<Actions ctx={ctx} year={year} planId={plan?.id} />}
        />
        <PlanChoice ctx={ctx} plans={plans} planId={plan?.id} year={filter.nam} />
        <Stack>
          {periods.length === 0 ? (
            <EmptyState icon="calendar" title={t.none.title} action={addButton(ctx)}>
              {t.none.text}
            </EmptyState>
          ) : (
            <section aria-labelledby="months">
              <h2 id="months" class="said">
                {t.months}
              </h2>
              <ReportMonths
                lang={ctx.lang}
                year={year}
                today={today}
                soonUntil={soonUntil(calendar, today)}
                days={explain(calendar, plainDate(`${year}-01-01`), plainDate(`${year}-12-31`))}
                periods={periods}
                counts={counts}
                without={new Set(without.flatMap(({ months }) => months))}
              />
            </section>
          )}
          {undated.length > 0 && <Undated ctx={ctx} periods={undated} />}
          {without.map(({ id, months, text }) => (
            <Panel
              key={id}
              id={`khong-${id}`}
              title={t.withoutLead(months.map((month) => formatNumber(ctx.lang, month)).join(', '))}
            >
              <p>{t.withoutWhy}</p>
              <Quote>{text}</Quote>
            </Panel>
          ))}
        </Stack>
      </>
    ),
  });
}

function Actions({ ctx, year, planId }: { ctx: Ctx; year: number; planId: string | undefined }) {
  const t = texts(ctx.lang).calendar;
  const to = (n: number) => reportCalendarLink({ nam: String(n), 'ke-hoach': planId });
  return (
    <>
      <LinkButton href={to(year - 1)} icon="chevron-left">
        {t.year(year - 1)}
      </LinkButton>
      <LinkButton href={to(year + 1)} icon="chevron-right">
        {t.year(year + 1)}
      </LinkButton>
      <LinkButton href={reportPeriodsLink()} icon="list">
        {t.toList}
      </LinkButton>
      {ctx.actor.grants.has('planning.report-hand-in.read') && (
        <LinkButton href={reportHandInsLink()}>{t.toHandIns}</LinkButton>
      )}
      {addButton(ctx)}
    </>
  );
}

function PlanChoice(props: {
  ctx: Ctx;
  plans: readonly Plan[];
  planId: string | undefined;
  year: number | undefined;
}) {
  const { ctx, plans, planId, year } = props;
  const t = texts(ctx.lang).calendar;
  if (plans.length < 2) return null;
  return (
    <FilterBar
      action={reportCalendarLink()}
      submitLabel={t.show}
      keep={year === undefined ? {} : { nam: String(year) }}
    >
      <SelectField
        name="ke-hoach"
        label={t.plan}
        value={planId ?? ''}
        options={[
          { value: '', label: t.allPlans },
          ...plans.map((plan) => ({ value: plan.id, label: plan.title })),
        ]}
      />
    </FilterBar>
  );
}

/** Reports of which nobody has said when they are due: no month could hold them honestly. */
function Undated({ ctx, periods }: { ctx: Ctx; periods: readonly ReportPeriod[] }) {
  const t = texts(ctx.lang);
  return (
    <Panel
      id="chua-co-ngay"
      title={t.calendar.noDay}
      count={formatNumber(ctx.lang, periods.length)}
      note={t.calendar.noDayLead}
      isFlush
    >
      <Table<ReportPeriod>
        caption={t.calendar.noDayCaption}
        frame="none"
        rows={periods}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            label: t.column.name,
            priority: 'lead',
            render: (row) => <a href={reportPeriodLink(row.id)}>{periodName(ctx.lang, row)}</a>,
          },
          {
            key: 'window',
            label: t.column.window,
            size: 'long',
            render: (row) => windowWords(ctx.lang, row),
          },
          {
            key: 'set',
            label: t.calendar.setDay,
            isLabelHidden: true,
            isForScreen: true,
            size: 'medium',
            render: (row) =>
              policy.may(ctx.actor, 'edit', row).allowed ? (
                <LinkButton
                  size="small"
                  href={reportPeriodLink(row.id, 'sua')}
                  label={t.calendar.setDayOf(periodName(ctx.lang, row))}
                >
                  {t.calendar.setDay}
                </LinkButton>
              ) : (
                t.noDay
              ),
          },
        ]}
      />
    </Panel>
  );
}
