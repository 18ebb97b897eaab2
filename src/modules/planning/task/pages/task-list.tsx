import { loadOfficeCalendar, type WorkCalendar } from '#modules/calendar/index.server.ts';
import {
  areAllTicked,
  checkColumn,
  countWords,
  keptViews,
  ListFilters,
  ListPages,
  ListPrint,
  ListTools,
  type PlacedList,
  Selection,
  sorting,
} from '#modules/lists/index.server.ts';
import { bulkLink, selectionNames } from '#modules/lists/links.ts';
import { page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { askedList, wholeList } from '#platform/list/asked-list.ts';
import { addressOf, writeFilter } from '#platform/list/address.ts';
import { isOpen, notingBadCursor } from '#platform/list/filter.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type Hit, HitList } from '#ui/hit-list/hit-list.tsx';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import { Tabs } from '#ui/tabs/tabs.tsx';
import { draftsLink, plansLink, taskLink, tasksLink, tasksPrintLink } from '../../links.ts';
import { countTasks, listTasks, nextTasks, searchedUpTo, type TaskRow } from '../list-tasks.server.ts';
import { manyTasks } from './change-many.tsx';
import { taskListWords } from '../parts/task-list-words.tsx';
import { SixClearScore, TaskState } from '../parts/task-state.tsx';
import { TaskClock } from '../parts/task-clock.tsx';
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
  const views = await keptViews(ctx, tasksLink());
  if (views.usual && req.query.size === 0) return seeOther(views.usual);
  const isTicked = areAllTicked(req.query);
  const calendar = await loadOfficeCalendar(ctx);
  const found = await listTasks(ctx, calendar, state);
  const count = await countTasks(ctx, calendar, state, state.search === '' ? undefined : searchedUpTo);
  // Where other conditions hold too, they may be what nothing fits.
  const isLost = found.rows.length === 0 && state.clauses.length === 0;
  const near = isLost && state.search ? await findNearTasks(ctx, state.search) : [];
  const list = { lang: ctx.lang, path: tasksLink(), shape: taskListShape, state };
  const deeds = ctx.actor.grants.has(manyTasks.act)
    ? manyTasks.deeds
        .filter((deed) => deed.may(ctx))
        .map((deed) => ({ name: deed.name, label: deed.label(ctx) }))
    : [];
  return page({
    title: t.list,
    current: tasksLink(),
    crumbs: [{ label: t.plans, href: plansLink }, { label: t.list }],
    body: (
      <>
        <PageHead title={t.list} count={countWords(ctx.lang, count)} />
        <Tabs label={t.views.label} tabs={[...ownViews(ctx, list), ...views.tabs(state.view)]} />
        <ListFilters
          list={{ ...list, words: await taskListWords(ctx, state, req.query.get('them')) }}
          state={notingBadCursor(state, found.hadBadCursor)}
          quick={quick}
          adding={asked.adding}
          actions={
            <ListTools
              list={list}
              mayKeepViews={views.mayKeep}
              mayExport={ctx.actor.grants.has('planning.task.export')}
              printPath={tasksPrintLink}
            />
          }
        />
        {found.rows.length === 0 ? (
          <NoTasks ctx={ctx} isFiltered={!isOpen(state)} near={near} />
        ) : (
          <>
            <Selection list={list} action={bulkLink(tasksLink())} deeds={deeds} count={count}>
              <Table<TaskRow>
                caption={t.listCaption}
                rows={found.rows}
                rowKey={(row) => row.id}
                markupKey={(row) =>
                  `${ctx.lang} ${ctx.clock.today()} ${deeds.length > 0} ${isTicked} ${JSON.stringify(row)}`
                }
                columns={[
                  ...(deeds.length > 0 ? [checkColumn<TaskRow>(ctx.lang, (row) => row.code, isTicked)] : []),
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
        list={{ ...list, words: await taskListWords(ctx, asked.state) }}
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
  const { search, clauses, view: saved } = list.state;
  const isSaved = saved !== undefined && saved !== 'tat-ca';
  const only = search === '' && clauses.length === 1 ? clauses[0] : undefined;
  const isOnly = (field: string, value: string) =>
    only?.length === 1 &&
    only[0]?.field === field &&
    only[0].operator === 'is' &&
    only[0].values[0] === value;
  const view = (label: string, field: string, value: string) => ({
    label,
    href: tasksLink({ [field]: value }),
    isCurrent: isOnly(field, value) && !isSaved,
  });
  return [
    { label: t.all, href: wholeList(tasksLink()), isCurrent: isOpen(list.state) && !isSaved },
    view(t.late, 'han', 'late'),
    view(t.soon, 'han', 'soon'),
    ...mine(ctx, list, t),
    view(t.unassigned, 'sau-ro', 'chua-giao'),
    view(t.unclear, 'sau-ro', 'thieu'),
  ];
}

/** What waits for this person: tasks to accept, and products to approve. */
function mine(ctx: Ctx, list: PlacedList, t: ReturnType<typeof texts>['views']) {
  const me = ctx.actor.officerId;
  if (me === null) return [];
  const { search, clauses } = list.state;
  const isJust = (query: Readonly<Record<string, string>>) =>
    search === '' &&
    clauses.length === Object.keys(query).length &&
    clauses.every(([only, ...others]) => others.length === 0 && only && query[only.field] === only.values[0]);
  return [
    { label: t.toAccept, query: { 'trang-thai': 'assigned', 'nguoi-lam': me } },
    { label: t.toApprove, query: { 'trang-thai': 'submitted', 'nguoi-duyet': me } },
  ].map(({ label, query }) => ({ label, href: tasksLink(query), isCurrent: isJust(query) }));
}
