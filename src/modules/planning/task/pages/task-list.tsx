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
  mayFreezeLists,
  type PlacedList,
  Selection,
  sorting,
} from '#modules/lists/index.server.ts';
import { askPackageLink } from '#modules/casework/index.server.ts';
import { bulkLink, selectionNames } from '#modules/lists/links.ts';
import { page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { askedList, wholeList } from '#platform/list/asked-list.ts';
import { addressOf, groupingWord, lookWord, writeFilter } from '#platform/list/address.ts';
import type { ListCount } from '#platform/list/count.server.ts';
import { isOpen, notingBadCursor } from '#platform/list/filter.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type Hit, HitList } from '#ui/hit-list/hit-list.tsx';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import { Tabs } from '#ui/tabs/tabs.tsx';
import { placeNames, placesIn } from '../../task-look/input.ts';
import { type DrawnLook, drawLook } from '../../task-look/parts/look.tsx';
import { GroupsTool, LookSwitcher } from '../../task-look/parts/look-switcher.tsx';
import type { LookedAt } from '../../task-look/looked-at.ts';
import { ConclusionsLink } from '../../conclusion/parts/conclusions-link.tsx';
import { TemplatesLink } from '../../task-template/parts/template-deeds.tsx';
import { periodWords } from '../../occurrence/parts/period-words.tsx';
import {
  draftsLink,
  plansLink,
  taskLink,
  tasksFromAboveLink,
  tasksLink,
  tasksPrintLink,
} from '../../links.ts';
import { countTasks, listTasks, nextTasks, searchedUpTo, type TaskRow } from '../list-tasks.server.ts';
import { manyTasks, paperDeeds } from './change-many.tsx';
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
  const asked = askedList(taskListShape, tasksLink(), req.query, [...selectionNames, ...placeNames]);
  if (asked.goTo !== undefined) return seeOther(asked.goTo);
  const { state } = asked;
  const views = await keptViews(ctx, tasksLink());
  if (views.usual && req.query.size === 0) return seeOther(views.usual);
  const isTicked = areAllTicked(req.query);
  const calendar = await loadOfficeCalendar(ctx);
  const list = { lang: ctx.lang, path: tasksLink(), shape: taskListShape, state };
  const at = { ctx, calendar, list, query: req.query, isPrinted: false };
  const count = await countTasks(ctx, calendar, state, state.search === '' ? undefined : searchedUpTo);
  const drawn = (await drawLook(at)) ?? (await plainTable(at, count, isTicked));
  const mayExport = ctx.actor.grants.has('planning.task.export');
  return page({
    title: t.list,
    current: tasksLink(),
    crumbs: [{ label: t.plans, href: plansLink }, { label: t.list }],
    ...(drawn.scripts ? { scripts: drawn.scripts } : {}),
    ...(drawn.isWide ? { isWide: true } : {}),
    body: (
      <>
        <PageHead
          title={t.list}
          count={countWords(ctx.lang, count)}
          actions={
            <>
              {ctx.actor.grants.has('planning.task-from-above.enter') && (
                <LinkButton href={tasksFromAboveLink}>{t.enterFromAbove}</LinkButton>
              )}
              <TemplatesLink ctx={ctx} />
            </>
          }
        />
        <Tabs label={t.views.label} tabs={[...ownViews(ctx, list), ...views.tabs(state.view)]} />
        <ListFilters
          list={{ ...list, words: await taskListWords(ctx, state, req.query.get('them')) }}
          state={notingBadCursor(state, drawn.hadBadCursor ?? false)}
          quick={quick}
          keep={placesIn(req.query)}
          adding={asked.adding}
          actions={
            <>
              <ConclusionsLink ctx={ctx} />
              <ListTools
                list={list}
                mayKeepViews={views.mayKeep}
                mayExport={mayExport}
                mayFreeze={mayFreezeLists(ctx.actor)}
                printPath={tasksPrintLink}
              />
              {count.rows > 0 && ctx.actor.grants.has('casework.evidence-package.make') && (
                <LinkButton
                  size="small"
                  kind="quiet"
                  icon="download"
                  href={askPackageLink(
                    tasksLink(),
                    addressOf('', writeFilter(taskListShape, state)).slice(1),
                  )}
                >
                  {t.evidencePackage}
                </LinkButton>
              )}
              <GroupsTool list={list} mayExport={mayExport} />
            </>
          }
        />
        <LookSwitcher list={list} />
        {drawn.body}
      </>
    ),
  });
}

/** The table of one page of the tasks, with what can be done with those that are ticked. */
async function plainTable(at: LookedAt, count: ListCount, isTicked: boolean): Promise<DrawnLook> {
  const { ctx, calendar, list } = at;
  const { state } = list;
  const t = texts(ctx.lang);
  const found = await listTasks(ctx, calendar, state);
  // Where other conditions hold too, they may be what nothing fits.
  const isLost = found.rows.length === 0 && state.clauses.length === 0;
  const near = isLost && state.search ? await findNearTasks(ctx, state.search) : [];
  const many = ctx.actor.grants.has(manyTasks.act)
    ? manyTasks.deeds
        .filter((deed) => deed.may(ctx))
        .map((deed) => ({ name: deed.name, label: deed.label(ctx) }))
    : [];
  const deeds = [...many, ...paperDeeds(ctx)];
  const drawing = `${ctx.lang} ${ctx.clock.today()} ${deeds.length > 0} ${isTicked}`;
  const body =
    found.rows.length === 0 ? (
      <NoTasks ctx={ctx} isFiltered={!isOpen(state)} near={near} />
    ) : (
      <>
        <Selection list={list} action={bulkLink(tasksLink())} deeds={deeds} count={count}>
          <Table<TaskRow>
            caption={t.listCaption}
            rows={found.rows}
            rowKey={(row) => row.id}
            markupKey={(row) => `${drawing} ${JSON.stringify(row)}`}
            columns={[
              ...(deeds.length > 0 ? [checkColumn<TaskRow>(ctx.lang, (row) => row.code, isTicked)] : []),
              ...columns(ctx, calendar, list),
            ]}
          />
        </Selection>
        <ListPages list={list} page={found} count={count} />
      </>
    );
  return { body, hadBadCursor: found.hadBadCursor };
}

/** The tasks of the filter on one page, for printing. */
export async function taskPrintPage(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const asked = askedList(taskListShape, tasksPrintLink, req.query, placeNames);
  if (asked.goTo !== undefined) return seeOther(asked.goTo);
  const calendar = await loadOfficeCalendar(ctx);
  const list = { lang: ctx.lang, path: tasksLink(), shape: taskListShape, state: asked.state };
  const look = await drawLook({ ctx, calendar, list, query: req.query, isPrinted: true });
  const rows = look ? [] : (await nextTasks(ctx, calendar, asked.state, undefined, mostPrinted + 1)).rows;
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
        cutAt={rows.length > mostPrinted ? mostPrinted : undefined}
      >
        {look?.body ?? (
          <Table<TaskRow>
            caption={t.listCaption}
            rows={rows.slice(0, mostPrinted)}
            rowKey={(row) => row.id}
            columns={columns(ctx, calendar, list)}
          />
        )}
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
      render: (row) => <TaskName ctx={ctx} row={row} />,
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

function TaskName({ ctx, row }: { ctx: Ctx; row: TaskRow }) {
  return (
    <>
      <a href={taskLink(row.id)}>{row.title}</a>
      {row.taskPeriod && <small>{periodWords(ctx.lang, row.taskPeriod)}</small>}
      {row.product && <small>{row.product}</small>}
      {row.fromNumber && <small>{texts(ctx.lang).fromAbove(row.fromNumber)}</small>}
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
    href: tasksLink({ [field]: value, ...lookOf(list) }),
    isCurrent: isOnly(field, value) && !isSaved,
  });
  return [
    { label: t.all, href: wholeList(tasksLink()), isCurrent: isOpen(list.state) && !isSaved },
    view(t.late, 'han', 'late'),
    view(t.soon, 'han', 'soon'),
    ...mine(ctx, list, t),
    view(t.fromAbove, 'nguon', 'cap-tren'),
    view(t.unassigned, 'sau-ro', 'chua-giao'),
    view(t.unclear, 'sau-ro', 'thieu'),
  ];
}

/** The look in which a view opens: the one that the person has before them. */
function lookOf({ state }: PlacedList): Readonly<Record<string, string | undefined>> {
  return { [lookWord]: state.look, [groupingWord]: state.grouping };
}

/** Requests for another deadline, for whoever may answer them: all, or those of the tasks that the person approves. */
function dueAsked(ctx: Ctx, me: string, t: ReturnType<typeof texts>['views']) {
  const scope = ctx.actor.grants.get('planning.task.grant-due-change');
  if (scope === undefined) return [];
  const query: Record<string, string> = { 'xin-han': 'cho-duyet' };
  return [{ label: t.dueAsked, query: scope === 'all' ? query : { ...query, 'nguoi-duyet': me } }];
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
    { label: t.toAccept, query: { 'trang-thai': 'assigned', 'nguoi-lam': me, loai: 'moi-viec' } },
    { label: t.toApprove, query: { 'trang-thai': 'submitted', 'nguoi-duyet': me, loai: 'moi-viec' } },
    ...ctx.actor.unitIds
      .slice(0, 1)
      .map((unit) => ({ label: t.coordinated, query: { 'phoi-hop': unit, 'trang-thai': 'open' } })),
    ...dueAsked(ctx, me, t),
    { label: t.followed, query: { 'theo-doi': 'co', loai: 'moi-viec' } },
  ].map(({ label, query }) => ({
    label,
    href: tasksLink({ ...query, ...lookOf(list) }),
    isCurrent: isJust(query),
  }));
}
