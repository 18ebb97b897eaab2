import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { RowCheck } from '#ui/bulk-bar/bulk-bar.tsx';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Table } from '#ui/table/table.tsx';
import { linkBatchUndoLink, linkProposalsLink, objectivesLink, targetLink, taskLink } from '../../links.ts';
import type { Plan } from '../../plan/plan.ts';
import { getPlan, listPlans } from '../../plan/queries.server.ts';
import { linkTasks } from '../commands.server.ts';
import { pairsForm, pairText } from '../input.ts';
import * as policy from '../policy.ts';
import { listProposals, type ShownProposal } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** How many pairs the page shows at once; all of them can be linked in one press. */
const mostShown = 200;

/** The pairs of target and task whose words in a plan, the newest unless one is named, are alike: to be agreed to. */
export async function linkProposalsPage(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.linkSome(ctx.actor));
  const asked = req.query.get('ke-hoach');
  if (asked) return show(ctx, await getPlan(ctx, asked));
  const newest = (await listPlans(ctx)).find((plan) => plan.state === 'issued');
  return newest ? show(ctx, newest) : seeOther(objectivesLink());
}

/** Links the ticked pairs, or all that the page showed, in one act with one way back. */
export async function linkProposalsAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const plan = await getPlan(ctx, req.query.get('ke-hoach') ?? '');
  const pairs = pairsForm.safeParse(req.form.texts(req.form.text('viec') === 'tat-ca' ? 'moi-cap' : 'cap'));
  if (!pairs.success) return show(ctx, plan, [{ fieldId: '', text: t.fault.pairs }]);
  const outcome = await linkTasks(ctx, pairs.data, 'proposal');
  if (!outcome.ok) return show(ctx, plan, [{ fieldId: '', text: t.refusal[outcome.code] }]);
  const text = t.done.linked(formatNumber(ctx.lang, outcome.value.count));
  const undo = linkBatchUndoLink(outcome.value.batchId);
  return seeOther(objectivesLink({ 'ke-hoach': plan.id }), { tone: 'ok', text, undo });
}

async function show(ctx: Ctx, plan: Plan, problems: readonly FieldProblem[] = []): Promise<PageReply> {
  must(policy.linkSome(ctx.actor));
  const t = texts(ctx.lang).proposals;
  const all = plan.state === 'issued' ? await listProposals(ctx, plan.id) : [];
  const mine = all
    .filter(({ task }) => policy.may(ctx.actor, 'link', task).allowed)
    .toSorted((one, other) => other.percent - one.percent);
  const shown = mine.slice(0, mostShown);
  const n = (value: number) => formatNumber(ctx.lang, value);
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.title,
    current: objectivesLink(),
    crumbs: [
      { label: texts(ctx.lang).objective, href: objectivesLink({ 'ke-hoach': plan.id }) },
      { label: t.title },
    ],
    body: (
      <>
        <ErrorSummary title={texts(ctx.lang).errorTitle} problems={problems} />
        <PageHead title={t.title} count={n(mine.length)} lead={`${plan.title}. ${t.lead}`} />
        {shown.length === 0 ? (
          <EmptyState
            title={t.none}
            action={<LinkButton href={objectivesLink({ 'ke-hoach': plan.id })}>{t.back}</LinkButton>}
          >
            {t.noneText}
          </EmptyState>
        ) : (
          <form method="post" action={linkProposalsLink(plan.id)}>
            <Stack>
              {mine.length > shown.length && <Notice tone="info" title={t.cut(n(shown.length))} />}
              {shown.map((one) => (
                <input key={keyOf(one)} type="hidden" name="moi-cap" value={keyOf(one)} />
              ))}
              <ProposalTable ctx={ctx} rows={shown} />
              <p class="form-actions">
                <Button kind="primary" name="viec" value="da-chon">
                  {t.linkChosen}
                </Button>
                <Button name="viec" value="tat-ca">
                  {t.linkAll(n(shown.length))}
                </Button>
                <LinkButton kind="quiet" href={objectivesLink({ 'ke-hoach': plan.id })}>
                  {t.back}
                </LinkButton>
              </p>
            </Stack>
          </form>
        )}
      </>
    ),
  });
}

function ProposalTable({ ctx, rows }: { ctx: Ctx; rows: readonly ShownProposal[] }) {
  const t = texts(ctx.lang).proposals;
  return (
    <Table<ShownProposal>
      caption={t.caption}
      rows={rows}
      rowKey={keyOf}
      columns={[
        {
          key: 'check',
          label: t.choose,
          isLabelHidden: true,
          size: 'check',
          render: (row) => (
            <RowCheck
              name="cap"
              value={keyOf(row)}
              label={t.chooseThis(row.task.code, row.target.text)}
              checked={false}
            />
          ),
        },
        {
          key: 'target',
          label: t.target,
          priority: 'lead',
          render: ({ target }) => <a href={targetLink(target.id)}>{target.text}</a>,
        },
        {
          key: 'task',
          label: t.task,
          size: 'long',
          render: ({ task }) => (
            <a href={taskLink(task.id)}>
              {task.code} {task.title}
            </a>
          ),
        },
        {
          key: 'alike',
          label: t.alike,
          size: 'tiny',
          align: 'end',
          render: ({ percent }) => t.percent(formatNumber(ctx.lang, percent)),
        },
      ]}
    />
  );
}

function keyOf({ task, target }: ShownProposal): string {
  return pairText({ taskId: task.id, targetId: target.id });
}
