import type { ComponentChildren } from 'preact';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { addressOf, writeFilter } from '#platform/list/address.ts';
import { askedList, wholeList } from '#platform/list/asked-list.ts';
import { isOpen, notingBadCursor } from '#platform/list/filter.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tabs } from '#ui/tabs/tabs.tsx';
import { bulkLink, printLink, selectionNames } from '../../links.ts';
import { countWords, ListPages, type PlacedList } from '../../list-page/parts/list-pages.tsx';
import { ListFilters } from '../../list-page/parts/list-filters.tsx';
import { ListPrint } from '../../list-page/parts/list-print.tsx';
import { mayFreezeLists } from '../../list-page/list-proof.ts';
import { ListTools } from '../../list-page/parts/list-tools.tsx';
import { checkColumn, Selection } from '../../list-page/parts/selection.tsx';
import { areAllTicked } from '../../list-page/selected.ts';
import { texts as listTexts } from '../../list-page/texts.ts';
import { keptViews } from '../../saved-view/parts/view-tabs.tsx';
import { type PlainList, rowForm } from '../plain-list.server.ts';
import { texts } from '../texts.ts';

/** What a page has besides its list. */
export interface Besides {
  readonly status?: 422;
  /** What the reply of the page has besides. */
  readonly reply?: Partial<Pick<PageReply, 'records' | 'scripts' | 'keepsForms'>>;
  /** What the page is for, below its title. */
  readonly lead?: string;
  /** Buttons of the head; where the list is empty, its empty state may hold the same. */
  readonly actions?: (isEmpty: boolean) => ComponentChildren;
  /** What stands between the head and the list. */
  readonly above?: ComponentChildren;
  /** What follows the list. */
  readonly below?: ComponentChildren;
  /** What stands before the head: what is wrong with a form. */
  readonly problems?: ComponentChildren;
}

/** The rows of the filter in the address, a page of them. */
export async function plainListPage<Row extends { readonly id: string }>(
  ctx: Ctx,
  req: Req,
  plain: PlainList<Row>,
  besides: Besides = {},
): Promise<Reply> {
  must(plain.mayRead(ctx.actor));
  const asked = askedList(plain.shape, plain.path, req.query, selectionNames);
  if (asked.goTo !== undefined) return seeOther(asked.goTo);
  const { state } = asked;
  const views = await keptViews(ctx, plain.path);
  if (views.usual && req.query.size === 0 && !besides.status) return seeOther(views.usual);
  const found = await plain.rows.page(ctx, state);
  const count = await plain.rows.count(ctx, state);
  const isEmpty = found.rows.length === 0 && isOpen(state);
  const list: PlacedList = { lang: ctx.lang, path: plain.path, shape: plain.shape, state };
  const words = await plain.words(ctx, state);
  return page({
    ...(besides.status && { status: besides.status }),
    ...besides.reply,
    ...(plain.trash && { trash: plain.trash }),
    title: plain.title(ctx),
    current: plain.path,
    ...crumbsOf(ctx, plain),
    body: (
      <>
        {besides.problems}
        <PageHead
          title={plain.title(ctx)}
          count={countWords(ctx.lang, count)}
          lead={besides.lead}
          actions={besides.actions?.(isEmpty)}
        />
        <Stack>
          {besides.above}
          {isEmpty ? (
            plain.none(ctx)
          ) : (
            <div>
              <Views list={list} tabs={views.tabs(state.view)} />
              <ListFilters
                list={{ ...list, words }}
                state={notingBadCursor(state, found.hadBadCursor)}
                quick={plain.quick}
                adding={asked.adding}
                actions={
                  <ListTools
                    list={list}
                    mayKeepViews={views.mayKeep}
                    mayExport={ctx.actor.grants.has(plain.file.act)}
                    mayFreeze={mayFreezeLists(ctx.actor)}
                    printPath={printLink(plain.path)}
                  />
                }
              />
              {found.rows.length === 0 ? (
                <NoMatch ctx={ctx} />
              ) : (
                <>
                  {
                    await Rows({
                      ctx,
                      plain,
                      list,
                      rows: found.rows,
                      count,
                      isTicked: areAllTicked(req.query),
                    })
                  }
                  <ListPages list={list} page={found} count={count} />
                </>
              )}
            </div>
          )}
          {plain.hasRowDeeds && <form id={rowForm} method="post" />}
          {besides.below}
        </Stack>
      </>
    ),
  });
}

/** The rows of the filter on one page, for printing. */
export async function plainListPrint<Row extends { readonly id: string }>(
  ctx: Ctx,
  req: Req,
  plain: PlainList<Row>,
): Promise<Reply> {
  must(plain.mayRead(ctx.actor));
  const asked = askedList(plain.shape, printLink(plain.path), req.query);
  if (asked.goTo !== undefined) return seeOther(asked.goTo);
  const { state } = asked;
  const found = await plain.rows.next(ctx, state, undefined, mostPrinted + 1);
  const rows = found.rows.slice(0, mostPrinted);
  const list: PlacedList = { lang: ctx.lang, path: plain.path, shape: plain.shape, state };
  return page({
    title: plain.title(ctx),
    current: plain.path,
    crumbs: [
      ...(plain.crumbs?.(ctx) ?? []),
      { label: plain.title(ctx), href: addressOf(plain.path, writeFilter(plain.shape, state)) },
    ],
    body: (
      <ListPrint
        list={{ ...list, words: await plain.words(ctx, state) }}
        filter={state}
        title={plain.title(ctx)}
        now={ctx.clock.now()}
        cutAt={found.rows.length > mostPrinted ? mostPrinted : undefined}
      >
        <Table<Row>
          caption={plain.caption(ctx)}
          rows={rows}
          rowKey={(row) => row.id}
          columns={(await plain.table(ctx, list, rows)).filter((column) => !column.isForScreen)}
        />
      </ListPrint>
    ),
  });
}
const mostPrinted = 1_000;

/** The way to the list; a list that stands right below the menu shows none. */
function crumbsOf<Row extends { readonly id: string }>(ctx: Ctx, plain: PlainList<Row>) {
  const above = plain.crumbs?.(ctx) ?? [];
  return above.length > 0 ? { crumbs: [...above, { label: plain.title(ctx) }] } : {};
}

/** The views of the list as tabs; nothing where nobody pinned one. */
function Views({
  list,
  tabs,
}: {
  list: PlacedList;
  tabs: ReturnType<Awaited<ReturnType<typeof keptViews>>['tabs']>;
}) {
  const t = listTexts(list.lang);
  if (tabs.length === 0) return null;
  const isWhole = isOpen(list.state) && tabs.every((tab) => !tab.isCurrent);
  return (
    <Tabs
      label={t.views}
      tabs={[{ label: t.all, href: wholeList(list.path), isCurrent: isWhole }, ...tabs]}
    />
  );
}

interface RowsProps<Row extends { readonly id: string }> {
  readonly ctx: Ctx;
  readonly plain: PlainList<Row>;
  readonly list: PlacedList;
  readonly rows: readonly Row[];
  readonly count: Awaited<ReturnType<PlainList<Row>['rows']['count']>>;
  readonly isTicked: boolean;
}

async function Rows<Row extends { readonly id: string }>(props: RowsProps<Row>) {
  const { ctx, plain, list, rows, count, isTicked } = props;
  const { many } = plain;
  const deeds = many && ctx.actor.grants.has(many.act) ? many.deeds.filter((deed) => deed.may(ctx)) : [];
  const together = plain.together && ctx.actor.grants.has(plain.together.act) ? plain.together : undefined;
  const columns = await plain.table(ctx, list, rows);
  const check = checkColumn<Row>(ctx.lang, (row) => plain.rowName(ctx, row), isTicked);
  return (
    <Selection
      list={list}
      action={deeds.length === 0 && together ? together.path : bulkLink(plain.path)}
      deeds={deeds.map((deed) => ({ name: deed.name, label: deed.label(ctx) }))}
      together={together && { path: together.path, label: together.label(ctx) }}
      count={count}
    >
      <Table<Row>
        caption={plain.caption(ctx)}
        rows={rows}
        rowKey={(row) => row.id}
        columns={deeds.length > 0 || together ? [check, ...columns] : columns}
      />
    </Selection>
  );
}

function NoMatch({ ctx }: { ctx: Ctx }) {
  const t = texts(ctx.lang).noMatch;
  return <EmptyState title={t.title}>{t.text}</EmptyState>;
}
