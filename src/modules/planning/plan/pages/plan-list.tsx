import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { type PageReply, page } from '#platform/http/reply.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { draftsLink, planLink, plansLink, tasksLink } from '../../links.ts';
import { type GroupSummary, summarizeTasks } from '../../task-summary/queries.server.ts';
import type { Plan } from '../plan.ts';
import { listPlans } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The plans of the commune with how far each has come. */
export async function planListPage(ctx: Ctx): Promise<PageReply> {
  const t = texts(ctx.lang);
  const plans = await listPlans(ctx);
  const summaries = await summarizeTasks(ctx, await loadOfficeCalendar(ctx), 'plan');
  const of = (plan: Plan): GroupSummary | undefined => summaries.find((one) => one.key === plan.id);
  const number = (n: number | undefined) => formatNumber(ctx.lang, n ?? 0);
  const mayDraft = ctx.actor.grants.has('planning.plan-draft.upload');
  const importButton = mayDraft && (
    <LinkButton kind="primary" icon="upload" href={draftsLink} shortcut="N">
      {t.import}
    </LinkButton>
  );
  return page({
    title: t.list,
    current: plansLink,
    trash: 'plan',
    body: (
      <>
        <PageHead title={t.list} count={number(plans.length)} actions={plans.length > 0 && importButton} />
        {plans.length === 0 ? (
          <EmptyState title={t.none.title} action={importButton || undefined}>
            {t.none.text}
          </EmptyState>
        ) : (
          <Table<Plan>
            caption={t.listCaption}
            rows={plans}
            rowKey={(plan) => plan.id}
            columns={[
              {
                key: 'title',
                label: t.column.title,
                priority: 'lead',
                render: (plan) => (
                  <>
                    <a href={planLink(plan.id)}>{plan.title}</a>
                    {plan.state === 'replaced' && <Tag tone="neutral">{t.replaced}</Tag>}
                  </>
                ),
              },
              {
                key: 'number',
                label: t.column.number,
                size: 'medium',
                render: (plan) =>
                  `${plan.number ?? t.noNumber}, ${plan.issuedOn ? formatDate(plan.issuedOn) : t.noDate}`,
              },
              {
                key: 'years',
                label: t.column.years,
                size: 'short',
                render: (plan) => t.years(plan.yearFrom, plan.yearTo),
              },
              {
                key: 'total',
                label: t.column.total,
                align: 'end',
                size: 'short',
                render: (plan) => <a href={tasksLink({ 'ke-hoach': plan.id })}>{number(of(plan)?.total)}</a>,
              },
              {
                key: 'done',
                label: t.column.done,
                align: 'end',
                size: 'short',
                render: (plan) => (
                  <a href={tasksLink({ 'ke-hoach': plan.id, 'trang-thai': 'done' })}>
                    {number(of(plan)?.done)}
                  </a>
                ),
              },
              {
                key: 'late',
                label: t.column.late,
                align: 'end',
                size: 'short',
                render: (plan) => (
                  <a href={tasksLink({ 'ke-hoach': plan.id, han: 'late' })}>{number(of(plan)?.late)}</a>
                ),
              },
            ]}
          />
        )}
      </>
    ),
  });
}
