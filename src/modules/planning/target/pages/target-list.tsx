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
import { bulkLink, selectionNames } from '#modules/lists/links.ts';
import { page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { askedList, wholeList } from '#platform/list/asked-list.ts';
import { isOpen, notingBadCursor } from '#platform/list/filter.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import { Tabs } from '#ui/tabs/tabs.tsx';
import { draftsLink, planLink, plansLink, targetsLink, targetsPrintLink } from '../../links.ts';
import * as planPolicy from '../../plan/policy.ts';
import { texts as taskTexts } from '../../task/texts.ts';
import { targetListWords } from '../parts/target-list-words.tsx';
import { TargetName, targetYears } from '../parts/target-name.tsx';
import { targetWords } from '../parts/target-words.tsx';
import { countTargets, listTargets, nextTargets, type TargetRow } from '../queries.server.ts';
import { targetListShape } from '../target-list.ts';
import { texts } from '../texts.ts';
import { manyTargets } from './change-many.tsx';
import { targetExport } from './target-export.tsx';

/** The targets of the filter in the address, fifty a page. No measure feeds them yet, so none shows a result. */
export async function targetListPage(ctx: Ctx, req: Req): Promise<Reply> {
  must(planPolicy.read(ctx.actor));
  const t = texts(ctx.lang);
  const asked = askedList(targetListShape, targetsLink(), req.query, selectionNames);
  if (asked.goTo !== undefined) return seeOther(asked.goTo);
  const { state } = asked;
  const views = await keptViews(ctx, targetsLink());
  if (views.usual && req.query.size === 0) return seeOther(views.usual);
  const found = await listTargets(ctx, state);
  const count = await countTargets(ctx, state);
  const words = await targetListWords(ctx);
  const list = { lang: ctx.lang, path: targetsLink(), shape: targetListShape, state };
  const tabs = views.tabs(state.view);
  const deeds = ctx.actor.grants.has(manyTargets.act)
    ? manyTargets.deeds.filter((deed) => deed.may(ctx))
    : [];
  const rowColumns = columns(ctx, list, (words['ke-hoach']?.options?.length ?? 0) > 1);
  const check = checkColumn<TargetRow>(ctx.lang, (row) => row.text, areAllTicked(req.query));
  return page({
    title: t.list,
    current: targetsLink(),
    crumbs: [{ label: t.plans, href: plansLink }, { label: t.list }],
    body: (
      <>
        <PageHead title={t.list} count={countWords(ctx.lang, count)} />
        {tabs.length > 0 && (
          <Tabs
            label={t.views}
            tabs={[
              {
                label: t.all,
                href: wholeList(targetsLink()),
                isCurrent: isOpen(state) && tabs.every((tab) => !tab.isCurrent),
              },
              ...tabs,
            ]}
          />
        )}
        <ListFilters
          list={{ ...list, words }}
          state={notingBadCursor(state, found.hadBadCursor)}
          quick={['ke-hoach', 'truc']}
          adding={asked.adding}
          actions={
            <ListTools
              list={list}
              mayKeepViews={views.mayKeep}
              mayExport={ctx.actor.grants.has(targetExport.act)}
              mayFreeze={mayFreezeLists(ctx.actor)}
              printPath={targetsPrintLink}
            />
          }
        />
        {found.rows.length === 0 ? (
          <NoTargets ctx={ctx} isFiltered={!isOpen(state)} />
        ) : (
          <>
            <Selection
              list={list}
              action={bulkLink(targetsLink())}
              deeds={deeds.map((deed) => ({ name: deed.name, label: deed.label(ctx) }))}
              count={count}
            >
              <Table<TargetRow>
                caption={t.listCaption}
                rows={found.rows}
                rowKey={(row) => row.id}
                columns={deeds.length > 0 ? [check, ...rowColumns] : rowColumns}
              />
            </Selection>
            <ListPages list={list} page={found} count={count} />
          </>
        )}
      </>
    ),
  });
}

/** The targets of the filter on one page, for printing. */
export async function targetPrintPage(ctx: Ctx, req: Req): Promise<Reply> {
  must(planPolicy.read(ctx.actor));
  const t = texts(ctx.lang);
  const asked = askedList(targetListShape, targetsPrintLink, req.query);
  if (asked.goTo !== undefined) return seeOther(asked.goTo);
  const found = await nextTargets(ctx, asked.state, undefined, mostPrinted + 1);
  const list = { lang: ctx.lang, path: targetsLink(), shape: targetListShape, state: asked.state };
  return page({
    title: t.list,
    current: targetsLink(),
    crumbs: [
      { label: t.plans, href: plansLink },
      { label: t.list, href: targetsLink() },
    ],
    body: (
      <ListPrint
        list={{ ...list, words: await targetListWords(ctx) }}
        filter={asked.state}
        title={t.list}
        now={ctx.clock.now()}
        cutAt={found.rows.length > mostPrinted ? mostPrinted : undefined}
      >
        <Table<TargetRow>
          caption={t.listCaption}
          rows={found.rows.slice(0, mostPrinted)}
          rowKey={(row) => row.id}
          columns={columns(ctx, list, true)}
        />
      </ListPrint>
    ),
  });
}
const mostPrinted = 1_000;

/** One plan needs no column of its name: the heading of every row would be the same. */
function columns(ctx: Ctx, list: PlacedList, hasPlans: boolean): Column<TargetRow>[] {
  const t = texts(ctx.lang);
  const axisWords = taskTexts(ctx.lang).axis;
  const plan: Column<TargetRow> = {
    key: 'plan',
    label: t.column.plan,
    size: 'medium',
    render: (row) => <a href={`${planLink(row.plan.id)}#targets`}>{row.plan.title}</a>,
  };
  return [
    {
      key: 'target',
      label: t.column.target,
      priority: 'lead',
      render: (row) => <TargetName lang={ctx.lang} target={row} />,
      ...sorting(list, 'chi-tieu'),
    },
    {
      key: 'comparison',
      label: t.column.comparison,
      size: 'medium',
      render: (row) => targetWords(ctx.lang, t, row),
    },
    {
      key: 'year',
      label: t.column.year,
      size: 'short',
      render: (row) => targetYears(ctx.lang, row),
      ...sorting(list, 'nam'),
    },
    {
      key: 'axis',
      label: t.column.axis,
      size: 'medium',
      render: (row) =>
        row.section?.axis
          ? axisWords[row.section.axis]
          : row.section && t.section(row.section.code, row.section.title),
    },
    ...(hasPlans ? [plan] : []),
    { key: 'result', label: t.column.result, size: 'medium', priority: 'aside', render: () => t.noData },
  ];
}

function NoTargets({ ctx, isFiltered }: { ctx: Ctx; isFiltered: boolean }) {
  const t = texts(ctx.lang);
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
