import { communeLink, publicPlanLink } from '#modules/planning/links.ts';
import { toCsv } from '#platform/http/csv.ts';
import { type DownloadReply, download, type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { withQuery } from '#platform/http/with-query.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead, SectionHead } from '#ui/page-head/page-head.tsx';
import { Pagination } from '#ui/pagination/pagination.tsx';
import { Tabs } from '#ui/tabs/tabs.tsx';
import { communesLink } from '../../links.ts';
import { pageSize, type PublicFilter, publicFilter } from '../input.ts';
import { PublicProgress, PublicTargets, PublicTasks } from '../parts/tables.tsx';
import {
  getPublicPlan,
  listAllPublicTasks,
  listProgress,
  listPublicPlans,
  listPublicTargets,
  listPublicTasks,
  type PublicPlan,
  type PublicTask,
} from '../queries.server.ts';
import { texts } from '../texts.ts';

const states = ['hoan-thanh', 'con-han', 'qua-han', 'da-huy'] as const;

/** What a commune shows everyone: its newest plan, how far it has come, its tasks by state. */
export async function communePage(ctx: Ctx, req: Req): Promise<PageReply> {
  const t = texts(ctx.lang);
  const home = communeLink(ctx.tenant.slug);
  const [plan, ...others] = await listPublicPlans(ctx);
  if (!plan) {
    return page({
      title: t.title,
      current: home,
      body: (
        <>
          <PageHead title={ctx.tenant.name} />
          <EmptyState title={t.none.title}>{t.none.text}</EmptyState>
        </>
      ),
    });
  }
  const filter = publicFilter.parse(Object.fromEntries(req.query));
  const progress = await listProgress(ctx, plan.id);
  const { rows, total } = await listPublicTasks(ctx, plan.id, filter);
  const href = (query: Record<string, string | undefined>) => `${withQuery(home, query)}#nhiem-vu`;
  return page({
    title: plan.title,
    current: home,
    crumbs: [{ label: t.communes, href: communesLink }, { label: ctx.tenant.name }],
    body: (
      <Stack>
        <PageHead title={plan.title} lead={numberOf(ctx, plan)} />
        <SectionHead id="tien-do" title={t.progress} note={t.asOf(formatDate(ctx.clock.today()))} />
        <PublicProgress lang={ctx.lang} rows={progress} href={href} />
        <SectionHead id="nhiem-vu" title={t.tasks} note={formatNumber(ctx.lang, total)} />
        <Tabs
          label={t.filterLabel}
          tabs={[
            { label: t.all, href: href({}), isCurrent: !filter['trang-thai'] && !filter.muc },
            ...states.map((state) => ({
              label: t.state[state],
              href: href({ 'trang-thai': state }),
              isCurrent: filter['trang-thai'] === state,
            })),
          ]}
        />
        {rows.length === 0 ? (
          <p>{t.noTask}</p>
        ) : (
          <PublicTasks lang={ctx.lang} rows={rows} caption={t.tasks} />
        )}
        <Pages ctx={ctx} filter={filter} total={total} />
        <p>
          <LinkButton href={publicPlanLink(ctx.tenant.slug, plan.id)}>{t.whole}</LinkButton>
        </p>
        {others.length > 0 && (
          <>
            <SectionHead id="khac" title={t.otherPlans} />
            <ul>
              {others.map((other) => (
                <li key={other.id}>
                  <a href={publicPlanLink(ctx.tenant.slug, other.id)}>{other.title}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </Stack>
    ),
  });
}

/** A plan in full: every task by section, and the targets. */
export async function publicPlanPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const t = texts(ctx.lang);
  const home = communeLink(ctx.tenant.slug);
  const plan = await getPublicPlan(ctx, req.params.id ?? '');
  const tasks = await listAllPublicTasks(ctx, plan.id);
  const targets = await listPublicTargets(ctx, plan.id);
  return page({
    title: plan.title,
    current: home,
    crumbs: [
      { label: t.communes, href: communesLink },
      { label: ctx.tenant.name, href: home },
      { label: t.title },
    ],
    body: (
      <Stack>
        <PageHead
          title={plan.title}
          lead={numberOf(ctx, plan)}
          actions={
            <LinkButton
              href={`${publicPlanLink(ctx.tenant.slug, plan.id)}/nhiem-vu.csv`}
              icon="download"
              download
            >
              {t.csv}
            </LinkButton>
          }
        />
        <SectionHead id="nhiem-vu" title={t.tasks} note={formatNumber(ctx.lang, tasks.length)} />
        <PublicTasks lang={ctx.lang} rows={tasks} caption={t.tasks} />
        <SectionHead id="chi-tieu" title={t.targets} note={formatNumber(ctx.lang, targets.length)} />
        <PublicTargets lang={ctx.lang} rows={targets} />
      </Stack>
    ),
  });
}

/** The tasks of a plan as open data. */
export async function publicPlanCsv(ctx: Ctx, req: Req): Promise<DownloadReply> {
  const t = texts(ctx.lang);
  const plan = await getPublicPlan(ctx, req.params.id ?? '');
  const tasks = await listAllPublicTasks(ctx, plan.id);
  const lines = tasks.map((task: PublicTask) => [
    task.code,
    task.title,
    task.product,
    task.leadUnitName,
    task.dueText,
    task.dueOn && formatDate(task.dueOn),
    task.firstDueOn && formatDate(task.firstDueOn),
    t.state[task.state],
  ]);
  return download(`nhiem-vu-${ctx.tenant.slug}.csv`, 'text/csv; charset=utf-8', toCsv(t.csvHeader, lines));
}

function numberOf(ctx: Ctx, plan: PublicPlan): string {
  return texts(ctx.lang).number(plan.number, plan.issuedOn && formatDate(plan.issuedOn));
}

function Pages({ ctx, filter, total }: { ctx: Ctx; filter: PublicFilter; total: number }) {
  const t = texts(ctx.lang).pages;
  const last = Math.ceil(total / pageSize);
  if (last <= 1) return null;
  const at = Math.min(filter.trang, last);
  const number = (n: number) => formatNumber(ctx.lang, n);
  const to = (n: number) =>
    `${withQuery(communeLink(ctx.tenant.slug), { ...filter, trang: n > 1 ? String(n) : undefined })}#nhiem-vu`;
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
    />
  );
}
