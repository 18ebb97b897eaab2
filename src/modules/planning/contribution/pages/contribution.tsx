import type { Outcome } from '#platform/db/outcome.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { taskLink, tasksLink } from '../../links.ts';
import { getTask, type TaskRecord } from '../../task/queries.server.ts';
import {
  acceptContribution,
  contribute,
  type ContributionRefusal,
  declineContribution,
  type PartOf,
  sendContributionBack,
} from '../commands.server.ts';
import type { Contribution, ContributionDeed } from '../contribution.ts';
import { acceptForm, saidForm } from '../input.ts';
import { contributionForms, type Sent } from '../parts/contribution-forms.tsx';
import { ContributionState } from '../parts/contribution-panel.tsx';
import { sourceCrumb } from '../../task/source-crumb.ts';
import * as policy from '../policy.ts';
import { getContribution } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The part of one coordinating unit: how far it has come, and the forms of what this person may do with it. */
export async function contributionPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const task = await getTask(ctx, req.params.id ?? '');
  return show(ctx, task, await getContribution(ctx, task.id, req.params.unit ?? ''));
}

/** Takes the part on, and goes back to the task. */
export function acceptContributionAction(ctx: Ctx, req: Req): Promise<Reply> {
  return answer(ctx, req, 'accept', async (part, sent) => {
    const given = acceptForm.safeParse({ officer: sent.officer, version: part.version });
    return given.success ? acceptContribution(ctx, part, given.data.officer) : 'officer';
  });
}

/** Hands the part in, and goes back to the task. */
export function contributeAction(ctx: Ctx, req: Req): Promise<Reply> {
  return answerSaid(ctx, req, 'contribute', contribute);
}

/** Declines the part with the reason, and goes back to the task. */
export function declineContributionAction(ctx: Ctx, req: Req): Promise<Reply> {
  return answerSaid(ctx, req, 'decline', declineContribution);
}

/** Sends the part back with the reason, and goes back to the task. */
export function sendContributionBackAction(ctx: Ctx, req: Req): Promise<Reply> {
  return answerSaid(ctx, req, 'send-back', sendContributionBack);
}

type Refusal = ContributionRefusal | 'unknown-officer';

function answerSaid(
  ctx: Ctx,
  req: Req,
  deed: ContributionDeed,
  command: (ctx: Ctx, part: PartOf, text: string) => Promise<Outcome<undefined, Refusal>>,
): Promise<Reply> {
  return answer(ctx, req, deed, async (part, sent) => {
    const given = saidForm.safeParse({ text: sent.text, version: part.version });
    return given.success ? command(ctx, part, given.data.text) : 'text';
  });
}

async function answer(
  ctx: Ctx,
  req: Req,
  deed: ContributionDeed,
  run: (part: PartOf, sent: Sent) => Promise<Outcome<undefined, Refusal> | 'text' | 'officer'>,
): Promise<Reply> {
  const t = texts(ctx.lang);
  const task = await getTask(ctx, req.params.id ?? '');
  const unitId = req.params.unit ?? '';
  const sent = { deed, text: req.form.text('text'), officer: req.form.text('officer') };
  const version = Number(req.form.text('version'));
  const part = { taskId: task.id, unitId, version: Number.isInteger(version) ? version : -1 };
  const outcome = await run(part, sent);
  if (typeof outcome !== 'string' && outcome.ok)
    return seeOther(taskLink(task.id), { tone: 'ok', text: t.flash[deed] });
  const present = await getContribution(ctx, task.id, unitId);
  // What cannot be read was not asked about: whoever may not do it at all is told so first.
  if (typeof outcome === 'string') must(policy.may(ctx.actor, deed, task, present));
  const problem =
    typeof outcome === 'string'
      ? { fieldId: `${deed}-${outcome}`, text: t.fault[outcome] }
      : { fieldId: '', text: t.refusal[outcome.code] };
  return show(ctx, task, present, sent, [problem]);
}

async function show(
  ctx: Ctx,
  task: TaskRecord,
  part: Contribution,
  sent?: Sent,
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const title = t.page(part.unitName);
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title,
    current: tasksLink(),
    crumbs: [
      sourceCrumb(ctx.lang, task),
      { label: task.code, href: taskLink(task.id) },
      { label: part.unitName },
    ],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead
          title={title}
          lead={task.title}
          line={<ContributionState lang={ctx.lang} stage={part.stage} />}
        />
        <Stack>
          <p class="form-lead">{t.lead}</p>
          <Known ctx={ctx} part={part} />
          {await contributionForms(ctx, task, part, sent, problems)}
          <p class="form-actions">
            <LinkButton kind="quiet" href={taskLink(task.id)}>
              {t.back}
            </LinkButton>
          </p>
        </Stack>
      </>
    ),
  });
}

function Known({ ctx, part }: { ctx: Ctx; part: Contribution }) {
  const t = texts(ctx.lang);
  const facts = [
    { label: t.officer, value: part.officerName ?? t.noOfficer },
    part.text ? { label: t.contributeText, value: part.text } : null,
    part.contributedOn ? { label: t.contributedOn, value: formatDate(part.contributedOn) } : null,
    part.reason ? { label: t.reasonWas, value: part.reason } : null,
  ];
  return <Facts facts={facts.filter((fact) => fact !== null)} />;
}
