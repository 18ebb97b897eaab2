import { toCsv } from '#platform/http/csv.ts';
import { type DownloadReply, download, type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Pagination } from '#ui/pagination/pagination.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import { draftsLink, planLink, plansLink, targetsCsvLink, targetsLink } from '../../links.ts';
import * as planPolicy from '../../plan/policy.ts';
import { listPlans } from '../../plan/queries.server.ts';
import { texts as taskTexts } from '../../task/texts.ts';
import { pageSize, type TargetFilter, targetFilter } from '../input.ts';
import { TargetFilterBar } from '../parts/target-filter-bar.tsx';
import { TargetName, targetYears } from '../parts/target-name.tsx';
import { targetWords } from '../parts/target-words.tsx';
import { exportTargets, listTargets, type TargetRow } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The targets of the filter in the address, fifty a page. No measure feeds them yet, so none shows a result. */
export async function targetListPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(planPolicy.read(ctx.actor));
  const t = texts(ctx.lang);
  const filter = targetFilter.parse(Object.fromEntries(req.query));
  const { rows, total } = await listTargets(ctx, filter);
  const plans = await listPlans(ctx);
  return page({
    title: t.list,
    current: targetsLink(),
    crumbs: [{ label: t.plans, href: plansLink }, { label: t.list }],
    body: (
      <>
        <PageHead
          title={t.list}
          count={formatNumber(ctx.lang, total)}
          actions={
            total > 0 ? (
              <LinkButton href={targetsCsvLink(queryOf(filter))} icon="download" download>
                {t.csvLink}
              </LinkButton>
            ) : undefined
          }
        />
        <TargetFilterBar lang={ctx.lang} filter={filter} plans={plans} />
        {rows.length === 0 ? (
          <NoTargets ctx={ctx} filter={filter} />
        ) : (
          <>
            <Table<TargetRow>
              caption={t.listCaption}
              rows={rows}
              rowKey={(row) => row.id}
              columns={columns(ctx, filter, plans.length > 1)}
            />
            <Pages ctx={ctx} filter={filter} total={total} />
          </>
        )}
      </>
    ),
  });
}

/** All targets of the filter as a CSV file that a spreadsheet opens. */
export async function targetListCsv(ctx: Ctx, req: Req): Promise<DownloadReply> {
  must(planPolicy.read(ctx.actor));
  const t = texts(ctx.lang);
  const rows = await exportTargets(ctx, targetFilter.parse(Object.fromEntries(req.query)));
  const axisWords = taskTexts(ctx.lang).axis;
  const lines = rows.map((row) => [
    row.text,
    row.metric,
    targetWords(ctx.lang, t, row),
    row.value,
    row.unit === 'score' ? t.score : row.unit,
    row.denominatorScope,
    targetYears(ctx.lang, row),
    row.section && t.section(row.section.code, row.section.title),
    row.section?.axis ? axisWords[row.section.axis] : null,
    row.plan.title,
    t.noData,
  ]);
  return download(t.csv.fileName, 'text/csv; charset=utf-8', toCsv(t.csv.header, lines));
}

/** One plan needs no column of its name: the heading of every row would be the same. */
function columns(ctx: Ctx, filter: TargetFilter, hasPlans: boolean): Column<TargetRow>[] {
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
      ...sorting(filter, 'chi-tieu'),
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
      ...sorting(filter, 'nam'),
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

function NoTargets({ ctx, filter }: { ctx: Ctx; filter: TargetFilter }) {
  const t = texts(ctx.lang);
  if (filter.tim || filter['ke-hoach'] || filter.truc || filter.trang > 1) {
    return <EmptyState title={t.noMatch.title}>{t.noMatch.text}</EmptyState>;
  }
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

function Pages({ ctx, filter, total }: { ctx: Ctx; filter: TargetFilter; total: number }) {
  const t = texts(ctx.lang).pages;
  const last = Math.max(1, Math.ceil(total / pageSize));
  const at = Math.min(filter.trang, last);
  const to = (n: number) => targetsLink({ ...queryOf(filter), trang: n > 1 ? String(n) : undefined });
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

function sorting(filter: TargetFilter, field: 'chi-tieu' | 'nam') {
  const isUp = filter.xep === field;
  const isDown = filter.xep === `-${field}`;
  return {
    sortHref: targetsLink({ ...queryOf(filter), trang: undefined, xep: isUp ? `-${field}` : field }),
    sorted: isUp ? ('ascending' as const) : isDown ? ('descending' as const) : undefined,
  };
}

/** The filter as it stands in an address; defaults are left out. */
function queryOf({ trang, xep, ...rest }: TargetFilter): Record<string, string | undefined> {
  return {
    ...rest,
    xep: xep === 'ke-hoach' ? undefined : xep,
    trang: trang === 1 ? undefined : String(trang),
  };
}
