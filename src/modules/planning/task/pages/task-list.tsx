import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { listUnits } from '#modules/directory/index.server.ts';
import { toCsv } from '#platform/http/csv.ts';
import { type DownloadReply, download, type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Pagination } from '#ui/pagination/pagination.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tabs } from '#ui/tabs/tabs.tsx';
import { draftsLink, plansLink, taskLink, tasksCsvLink, tasksLink } from '../../links.ts';
import { pageSize, type TaskFilter, taskFilter } from '../input.ts';
import { SixClearScore, TaskState } from '../parts/task-state.tsx';
import { TaskClock } from '../parts/task-clock.tsx';
import { TaskFilterBar } from '../parts/task-filter-bar.tsx';
import { exportTasks, listTasks, type TaskRow } from '../queries.server.ts';
import { type Texts, texts } from '../texts.ts';

/** The tasks of the filter in the address, fifty a page. */
export async function taskListPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const t = texts(ctx.lang);
  const filter = taskFilter.parse(Object.fromEntries(req.query));
  const calendar = await loadOfficeCalendar(ctx);
  const { rows, total } = await listTasks(ctx, calendar, filter);
  const units = await listUnits(ctx);
  const line = { lang: ctx.lang, calendar, today: ctx.clock.today() };
  return page({
    title: t.list,
    current: tasksLink(),
    crumbs: [{ label: t.plans, href: plansLink }, { label: t.list }],
    body: (
      <>
        <PageHead
          title={t.list}
          count={formatNumber(ctx.lang, total)}
          actions={
            <LinkButton href={tasksCsvLink(queryOf(filter))} icon="download" download>
              {t.filter.csv}
            </LinkButton>
          }
        />
        <Tabs label={t.views.label} tabs={views(t, filter)} />
        <TaskFilterBar lang={ctx.lang} filter={filter} units={units} />
        {rows.length === 0 ? (
          <NoTasks ctx={ctx} filter={filter} />
        ) : (
          <>
            <Table<TaskRow>
              caption={t.listCaption}
              rows={rows}
              rowKey={(row) => row.id}
              markupKey={(row) => `${ctx.lang} ${line.today} ${JSON.stringify(row)}`}
              columns={[
                {
                  key: 'code',
                  label: t.column.code,
                  size: 'tiny',
                  render: (row) => row.code,
                  ...sorting(filter, 'ma'),
                },
                {
                  key: 'task',
                  label: t.column.task,
                  priority: 'lead',
                  render: (row) => <TaskName row={row} />,
                },
                {
                  key: 'lead',
                  label: t.column.lead,
                  size: 'medium',
                  render: (row) => row.leadUnitName ?? '–',
                  ...sorting(filter, 'don-vi'),
                },
                {
                  key: 'state',
                  label: t.column.state,
                  size: 'medium',
                  render: (row) => <TaskState lang={ctx.lang} task={row} />,
                },
                {
                  key: 'due',
                  label: t.column.due,
                  size: 'medium',
                  render: (row) => <TaskClock {...line} task={row} />,
                  ...sorting(filter, 'han'),
                },
                {
                  key: 'six',
                  label: t.column.sixClear,
                  size: 'short',
                  priority: 'aside',
                  render: (row) => <SixClearScore lang={ctx.lang} task={row} />,
                },
              ]}
            />
            <Pages ctx={ctx} filter={filter} total={total} />
          </>
        )}
      </>
    ),
  });
}

/** All tasks of the filter as a CSV file that a spreadsheet opens. */
export async function taskListCsv(ctx: Ctx, req: Req): Promise<DownloadReply> {
  const t = texts(ctx.lang);
  const rows = await exportTasks(
    ctx,
    await loadOfficeCalendar(ctx),
    taskFilter.parse(Object.fromEntries(req.query)),
  );
  const lines = rows.map((row) => [
    row.code,
    row.title,
    row.product,
    row.leadUnitName,
    t.state[row.state],
    row.dueText,
    row.dueOn && formatDate(row.dueOn),
    row.closedOn && formatDate(row.closedOn),
  ]);
  return download(t.csv.fileName, 'text/csv; charset=utf-8', toCsv(t.csv.header, lines));
}

function TaskName({ row }: { row: TaskRow }) {
  return (
    <>
      <a href={taskLink(row.id)}>{row.title}</a>
      {row.product && <small>{row.product}</small>}
    </>
  );
}

function NoTasks({ ctx, filter }: { ctx: Ctx; filter: TaskFilter }) {
  const t = texts(ctx.lang);
  const isFiltered = Object.keys(queryOf({ ...filter, trang: 1, xep: 'ma' })).length > 0;
  if (isFiltered) return <EmptyState title={t.noMatch.title}>{t.noMatch.text}</EmptyState>;
  const mayDraft = ctx.actor.grants.has('planning.plan-draft.upload');
  return (
    <EmptyState
      title={t.none.title}
      action={mayDraft ? <LinkButton href={draftsLink}>{t.none.action}</LinkButton> : undefined}
    >
      {t.none.text}
    </EmptyState>
  );
}

function Pages({ ctx, filter, total }: { ctx: Ctx; filter: TaskFilter; total: number }) {
  const t = texts(ctx.lang).pages;
  const last = Math.max(1, Math.ceil(total / pageSize));
  const at = Math.min(filter.trang, last);
  const to = (n: number) => tasksLink({ ...queryOf(filter), trang: n > 1 ? String(n) : undefined });
  const shown = [...new Set([1, at - 1, at, at + 1, last])].filter((n) => n >= 1 && n <= last);
  const number = (n: number) => formatNumber(ctx.lang, n);
  return (
    <Pagination
      label={t.label}
      summary={t.summary(
        number((at - 1) * pageSize + 1),
        number(Math.min(at * pageSize, total)),
        number(total),
      )}
      previous={at > 1 ? { label: t.previous, href: to(at - 1) } : undefined}
      next={at < last ? { label: t.next, href: to(at + 1) } : undefined}
      pages={
        last > 1 ? shown.map((n) => ({ number: n, href: to(n), label: t.page(n), isCurrent: n === at })) : []
      }
    />
  );
}

function views(t: Texts, filter: TaskFilter) {
  const isPlain = !filter.han && !filter['sau-ro'];
  return [
    { label: t.views.all, href: tasksLink(), isCurrent: isPlain },
    { label: t.views.late, href: tasksLink({ han: 'late' }), isCurrent: filter.han === 'late' },
    { label: t.views.soon, href: tasksLink({ han: 'soon' }), isCurrent: filter.han === 'soon' },
    {
      label: t.views.unassigned,
      href: tasksLink({ 'sau-ro': 'chua-giao' }),
      isCurrent: filter['sau-ro'] === 'chua-giao',
    },
    {
      label: t.views.unclear,
      href: tasksLink({ 'sau-ro': 'thieu' }),
      isCurrent: filter['sau-ro'] === 'thieu',
    },
  ];
}

function sorting(filter: TaskFilter, field: 'ma' | 'han' | 'don-vi') {
  const isUp = filter.xep === field;
  const isDown = filter.xep === `-${field}`;
  return {
    sortHref: tasksLink({ ...queryOf(filter), trang: undefined, xep: isUp ? `-${field}` : field }),
    sorted: isUp ? ('ascending' as const) : isDown ? ('descending' as const) : undefined,
  };
}

/** The filter as it stands in an address; defaults are left out. */
export function queryOf(filter: TaskFilter): Record<string, string | undefined> {
  const { trang, xep, ...rest } = filter;
  return { ...rest, xep: xep === 'ma' ? undefined : xep, trang: trang === 1 ? undefined : String(trang) };
}
