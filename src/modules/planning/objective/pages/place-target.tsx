import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { RadioCards } from '#ui/field/choice-field.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { objectivesLink, targetLink, targetObjectiveLink, targetsLink } from '../../links.ts';
import { getTarget, type TargetRecord } from '../../target/queries.server.ts';
import { placeTarget } from '../commands.server.ts';
import { placeForm } from '../input.ts';
import * as policy from '../policy.ts';
import { listObjectives, listTreeTargets } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The form that puts a target under another objective of its plan. */
export async function placeTargetPage(ctx: Ctx, req: Req): Promise<PageReply> {
  return form(ctx, await getTarget(ctx, req.params.id ?? ''));
}

/** Puts the target there, and goes back to it. */
export async function placeTargetAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const target = await getTarget(ctx, req.params.id ?? '');
  const parsed = placeForm.safeParse({ objective: req.form.text('objective') });
  if (!parsed.success) return form(ctx, target, [{ fieldId: 'objective', text: t.fault.objective ?? '' }]);
  const outcome = await placeTarget(ctx, target.id, parsed.data.objective);
  if (outcome.ok) return seeOther(targetLink(target.id), { tone: 'ok', text: t.done.placed });
  if (outcome.code === 'replaced') {
    return seeOther(targetLink(target.id), { tone: 'late', text: t.refusal.replaced });
  }
  return form(ctx, target, [{ fieldId: 'objective', text: t.refusal[outcome.code] }]);
}

async function form(
  ctx: Ctx,
  target: TargetRecord,
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  const t = texts(ctx.lang);
  must(policy.may(ctx.actor, 'place', target));
  const objectives = await listObjectives(ctx, target.plan.id);
  const present = (await listTreeTargets(ctx, target.plan.id)).find((one) => one.id === target.id);
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.placeForm.title,
    current: objectivesLink(),
    crumbs: [
      { label: t.title, href: objectivesLink({ 'ke-hoach': target.plan.id }) },
      { label: t.column.target, href: targetsLink({ 'ke-hoach': target.plan.id }) },
      { label: t.placeForm.title },
    ],
    body: (
      <>
        <ErrorSummary title={t.form.errorTitle} problems={problems} />
        <PageHead title={t.placeForm.title} lead={target.text} />
        <p class="form-lead">{t.placeForm.lead}</p>
        <form method="post" action={targetObjectiveLink(target.id)} class="form">
          <RadioCards
            name="objective"
            label={t.placeForm.objective}
            layout="column"
            value={present?.objectiveId ?? ''}
            error={problems[0]?.text}
            options={objectives.map((one) => ({
              value: one.id,
              label: one.title,
              hint: one.ownerName ? t.owner(one.ownerName) : undefined,
            }))}
          />
          <p class="form-actions">
            <Button kind="primary">{t.placeForm.save}</Button>
            <LinkButton kind="quiet" href={targetLink(target.id)}>
              {t.form.back}
            </LinkButton>
          </p>
        </form>
      </>
    ),
  });
}
