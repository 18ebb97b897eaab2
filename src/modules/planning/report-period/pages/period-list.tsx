import { loadOfficeCalendar, type WorkCalendar } from '#modules/calendar/index.server.ts';
import { type PlacedList, type PlainList, plainListPage, sorting } from '#modules/lists/index.server.ts';
import type { Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import { fileColumn } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import type { Column } from '#ui/table/table.tsx';
import { reportPeriodLink } from '../links.ts';
import {
  newReportPeriodLink,
  reportCalendarLink,
  reportHandInsLink,
  reportPeriodsLink,
} from '../../links.ts';
import { listPlans } from '../../plan/queries.server.ts';
import { periodRows } from '../listed.server.ts';
import { PeriodClock, PeriodStateTag, ratioWords, windowWords } from '../parts/period-words.tsx';
import { listedStates, periodListShape } from '../period-list.ts';
import { periodName } from '../period-name.ts';
import * as policy from '../policy.ts';
import { countByPeriod, noCounts, type PeriodCounts } from '../queries.server.ts';
import { periodKinds, type ReportPeriod } from '../report-period.ts';
import { texts } from '../texts.ts';

/** The periods in which reports are due. */
export const periodList: PlainList<ReportPeriod> = {
  path: reportPeriodsLink(),
  shape: periodListShape,
  rows: periodRows,
  mayRead: policy.read,
  title: (ctx) => texts(ctx.lang).list.title,
  caption: (ctx) => texts(ctx.lang).list.caption,
  crumbs: (ctx) => [{ label: texts(ctx.lang).calendar.title, href: reportCalendarLink() }],
  words: async (ctx) => {
    const t = texts(ctx.lang);
    const plans = ctx.actor.grants.has('planning.plan.read') ? await listPlans(ctx) : [];
    return {
      'trang-thai': {
        label: t.field.state,
        options: listedStates.map((value) => ({ value, label: t.state[value] })),
      },
      loai: { label: t.field.kind, options: periodKinds.map((value) => ({ value, label: t.kind[value] })) },
      nam: { label: t.field.year },
      han: { label: t.field.due },
      'ke-hoach': {
        label: t.field.plan,
        options: plans.map(({ id, title }) => ({ value: id, label: title })),
      },
      'noi-nhan': { label: t.field.addressee },
      'noi-dung': { label: t.field.topic },
      'so-van-ban': { label: t.field.number },
    };
  },
  quick: ['trang-thai', 'loai'],
  table: async (ctx, placed, rows) =>
    columns(ctx, placed, {
      calendar: await loadOfficeCalendar(ctx),
      counts: await countByPeriod(ctx, { ids: rows.map(({ id }) => id) }),
    }),
  rowName: (ctx, row) => periodName(ctx.lang, row),
  none: (ctx) => {
    const t = texts(ctx.lang).list.none;
    return (
      <EmptyState icon="calendar" title={t.title} action={addButton(ctx)}>
        {t.text}
      </EmptyState>
    );
  },
  file: {
    act: 'planning.report-period.export',
    fileName: 'ky-bao-cao',
    columns: (ctx) => {
      const t = texts(ctx.lang);
      return [
        fileColumn('ten', t.column.name, (row) => periodName(ctx.lang, row)),
        fileColumn('nam', t.field.year, (row) => row.year),
        fileColumn('tu-ngay', t.field.dataFrom, (row) => row.dataFrom && { day: row.dataFrom }),
        fileColumn('den-ngay', t.field.dataTo, (row) => row.dataTo && { day: row.dataTo }),
        fileColumn('ngay-cuoi', t.field.lastOn, (row) => row.lastOn && { day: row.lastOn }),
        fileColumn('han', t.field.due, (row) => row.dueOn && { day: row.dueOn }),
        fileColumn('noi-nhan', t.field.addressee, (row) => row.addressee),
        fileColumn('ke-hoach', t.field.plan, (row) => row.planTitle),
        fileColumn('so-van-ban', t.field.number, (row) => row.document?.number ?? null),
        fileColumn('trang-thai', t.field.state, (row) => t.state[row.state]),
        fileColumn('so-da-gui', t.field.sentNumber, (row) => row.sent?.number ?? null),
        fileColumn('ngay-gui', t.field.sentOn, (row) => row.sent && { day: row.sent.on }),
      ];
    },
  },
  trash: 'report-period',
};

/** The periods of the filter in the address. */
export function periodListPage(ctx: Ctx, req: Req): Promise<Reply> {
  return plainListPage(ctx, req, periodList, {
    lead: texts(ctx.lang).list.lead,
    actions: (isEmpty) => !isEmpty && addButton(ctx),
  });
}

/** The way to the form of a report that a document orders. */
export function addButton(ctx: Ctx) {
  if (!policy.add(ctx.actor).allowed) return undefined;
  return (
    <LinkButton kind="primary" icon="plus" href={newReportPeriodLink} shortcut="N">
      {texts(ctx.lang).list.add}
    </LinkButton>
  );
}

function columns(
  ctx: Ctx,
  placed: PlacedList,
  about: { readonly calendar: WorkCalendar; readonly counts: ReadonlyMap<string, PeriodCounts> },
): Column<ReportPeriod>[] {
  const t = texts(ctx.lang);
  const countsOf = (row: ReportPeriod) => about.counts.get(row.id) ?? noCounts;
  const mayCount = ctx.actor.grants.has('planning.report-hand-in.read');
  return [
    {
      key: 'name',
      label: t.column.name,
      priority: 'lead',
      render: (row) => (
        <>
          <a href={reportPeriodLink(row.id)}>{periodName(ctx.lang, row)}</a>
          {row.document && (
            <small>{`${row.document.number}, ${row.document.issuer}, ${formatDate(row.document.on)}`}</small>
          )}
        </>
      ),
    },
    {
      key: 'due',
      label: t.column.due,
      size: 'long',
      render: (row) => (
        <PeriodClock lang={ctx.lang} calendar={about.calendar} today={ctx.clock.today()} period={row} />
      ),
      ...sorting(placed, 'han'),
    },
    { key: 'window', label: t.column.window, size: 'medium', render: (row) => windowWords(ctx.lang, row) },
    ...(mayCount
      ? [
          {
            key: 'progress',
            label: t.column.progress,
            size: 'medium' as const,
            render: (row: ReportPeriod) => (
              <>
                <a href={reportHandInsLink({ ky: row.id })}>{ratioWords(ctx.lang, countsOf(row))}</a>
                {countsOf(row).late > 0 && (
                  <small>
                    {' · '}
                    {t.lateUnits(formatNumber(ctx.lang, countsOf(row).late))}
                  </small>
                )}
              </>
            ),
          },
        ]
      : []),
    {
      key: 'state',
      label: t.column.state,
      size: 'medium',
      render: (row) => <PeriodStateTag lang={ctx.lang} state={row.state} />,
    },
  ];
}
