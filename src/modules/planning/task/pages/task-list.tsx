import { loadOfficeCalendar, type WorkCalendar } from '#modules/calendar/index.server.ts';
import {
  areAllTicked,
  checkColumn,
  countWords,
  ListFilters,
  ListPages,
  ListPrint,
  type PlacedList,
  Selection,
  sorting,
} from '#modules/lists/index.server.ts';
import { selectionNames } from '#modules/lists/links.ts';
import { toCsv } from '#platform/http/csv.ts';
import { type DownloadReply, download, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { askedList, wholeList } from '#platform/list/asked-list.ts';
import { addressOf, writeFilter } from '#platform/list/address.ts';
import { isOpen, notingBadCursor } from '#platform/list/filter.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type Hit, HitList } from '#ui/hit-list/hit-list.tsx';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import { Tabs } from '#ui/tabs/tabs.tsx';
import { draftsLink, plansLink, taskLink, tasksCsvLink, tasksLink, tasksPrintLink } from '../../links.ts';
import { countTasks, listAllTasks, listTasks, nextTasks, type TaskRow } from '../list-tasks.server.ts';
import { taskListWords } from '../parts/task-list-words.tsx';
import { SixClearScore, TaskState } from '../parts/task-state.tsx';
import { TaskClock } from '../parts/task-clock.tsx';
import { taskList } from '../input.ts';
import { taskListShape } from '../task-list.ts';
import { findNearTasks } from '../search.server.ts';
import { texts } from '../texts.ts';

/** The fields that stand beside the search; the others are added one by one. */
const quick = ['don-vi', 'truc', 'trang-thai', 'han'] as const;

/** The tasks of the filter in the address, fifty a page. */
export async function taskListPage(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const asked = askedList(taskListShape, tasksLink(), req.query, selectionNames);
  if (asked.goTo !== undefined) return seeOther(asked.goTo);
  const { state } = asked;
  const isTicked = areAllTicked(req.query);
  const calendar = await loadOfficeCalendar(ctx);
  const found = await listTasks(ctx, calendar, state);
  const count = await countTasks(ctx, calendar, state);
  // Where other conditions hold too, they may be what nothing fits.
  const isLost = found.rows.length === 0 && state.clauses.length === 0;
  const near = isLost && state.search ? await findNearTasks(ctx, state.search) : [];
  const list = { lang: ctx.lang, path: tasksLink(), shape: taskListShape, state };
  return page({
    title: t.list,
    current: tasksLink(),
    crumbs: [{ label: t.plans, href: plansLink }, { label: t.list }],
    body: (
      <>
        <PageHead
          title={t.list}
          count={countWords(ctx.lang, count)}
          actions={
            <>
              <LinkButton href={addressOf(tasksPrintLink, writeFilter(taskListShape, state))} icon="print">
                {t.record.printList}
              </LinkButton>
              <LinkButton
                href={addressOf(tasksCsvLink(), writeFilter(taskListShape, state))}
                icon="download"
                download
              >
                {t.filter.csv}
              </LinkButton>
            </>
          }
        />
        <Tabs label={t.views.label} tabs={ownViews(ctx, list)} />
        <ListFilters
          list={{ ...list, words: await taskListWords(ctx) }}
          state={notingBadCursor(state, found.hadBadCursor)}
          quick={quick}
          adding={asked.adding}
        />
        {found.rows.length === 0 ? (
          <NoTasks ctx={ctx} isFiltered={!isOpen(state)} near={near} />
        ) : (
          <>
            <Selection list={list} action={tasksLink()} deeds={[]} count={count}>
              <Table<TaskRow>
                caption={t.listCaption}
                rows={found.rows}
                rowKey={(row) => row.id}
                markupKey={(row) => `${ctx.lang} ${ctx.clock.today()} ${isTicked} ${JSON.stringify(row)}`}
                columns={[
                  checkColumn(ctx.lang, (row) => row.code, isTicked),
                  ...columns(ctx, calendar, list),
                ]}
              />
            </Selection>
            <ListPages list={list} page={found} count={count} />
          </>
        )}
      </>
    ),
  });
}

/** The tasks of the filter on one page, for printing. */
export async function taskPrintPage(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const asked = askedList(taskListShape, tasksPrintLink, req.query);
  if (asked.goTo !== undefined) return seeOther(asked.goTo);
  const calendar = await loadOfficeCalendar(ctx);
  const found = await nextTasks(ctx, calendar, asked.state, undefined, mostPrinted + 1);
  const list = { lang: ctx.lang, path: tasksLink(), shape: taskListShape, state: asked.state };
  return page({
    title: t.list,
    current: tasksLink(),
    crumbs: [
      { label: t.plans, href: plansLink },
      { label: t.list, href: addressOf(tasksLink(), writeFilter(taskListShape, asked.state)) },
    ],
    body: (
      <ListPrint
        list={{ ...list, words: await taskListWords(ctx) }}
        filter={asked.state}
        title={t.list}
        now={ctx.clock.now()}
        cutAt={found.rows.length > mostPrinted ? mostPrinted : undefined}
      >
        <Table<TaskRow>
          caption={t.listCaption}
          rows={found.rows.slice(0, mostPrinted)}
          rowKey={(row) => row.id}
          columns={columns(ctx, calendar, list)}
        />
      </ListPrint>
    ),
  });
}
const mostPrinted = 1_000;

/** All tasks of the filter as a CSV file that a spreadsheet opens. */
export async function taskListCsv(ctx: Ctx, req: Req): Promise<DownloadReply> {
  const t = texts(ctx.lang);
  const asked = askedList(taskListShape, tasksLink(), req.query);
  const filter = asked.goTo === undefined ? asked.state : taskList();
  const rows = await listAllTasks(ctx, await loadOfficeCalendar(ctx), filter);
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

function columns(ctx: Ctx, calendar: WorkCalendar, list: PlacedList): Column<TaskRow>[] {
  const t = texts(ctx.lang).column;
  const line = { lang: ctx.lang, calendar, today: ctx.clock.today() };
  return [
    { key: 'code', label: t.code, size: 'tiny', render: (row) => row.code, ...sorting(list, 'ma') },
    {
      key: 'task',
      label: t.task,
      priority: 'lead',
      render: (row) => <TaskName row={row} />,
      ...sorting(list, 'ten'),
    },
    {
      key: 'lead',
      label: t.lead,
      size: 'medium',
      render: (row) => row.leadUnitName ?? '–',
      ...sorting(list, 'don-vi'),
    },
    {
      key: 'state',
      label: t.state,
      size: 'medium',
      render: (row) => <TaskState lang={ctx.lang} task={row} />,
    },
    {
      key: 'due',
      label: t.due,
      size: 'medium',
      render: (row) => <TaskClock {...line} task={row} />,
      ...sorting(list, 'han'),
    },
    {
      key: 'six',
      label: t.sixClear,
      size: 'short',
      priority: 'aside',
      render: (row) => <SixClearScore lang={ctx.lang} task={row} />,
    },
  ];
}

function TaskName({ row }: { row: TaskRow }) {
  return (
    <>
      <a href={taskLink(row.id)}>{row.title}</a>
      {row.product && <small>{row.product}</small>}
    </>
  );
}

function NoTasks({ ctx, isFiltered, near }: { ctx: Ctx; isFiltered: boolean; near: readonly Hit[] }) {
  const t = texts(ctx.lang);
  if (near.length > 0) {
    return (
      <Panel id="near" title={t.noMatch.near} isFlush>
        <HitList hits={near} />
      </Panel>
    );
  }
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

/** The views that everybody has; current when the filter is just theirs. */
function ownViews(ctx: Ctx, list: PlacedList) {
  const t = texts(ctx.lang).views;
  const { search, clauses } = list.state;
  const only = search === '' && clauses.length === 1 ? clauses[0] : undefined;
  const isOnly = (field: string, value: string) =>
    only?.length === 1 &&
    only[0]?.field === field &&
    only[0].operator === 'is' &&
    only[0].values[0] === value;
  const view = (label: string, field: string, value: string) => ({
    label,
    href: tasksLink({ [field]: value }),
    isCurrent: isOnly(field, value),
  });
  return [
    { label: t.all, href: wholeList(tasksLink()), isCurrent: isOpen(list.state) },
    view(t.late, 'han', 'late'),
    view(t.soon, 'han', 'soon'),
    view(t.unassigned, 'sau-ro', 'chua-giao'),
    view(t.unclear, 'sau-ro', 'thieu'),
  ];
}
