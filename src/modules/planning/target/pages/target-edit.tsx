import { conflictOf } from '#platform/conflict/conflict.server.ts';
import { type Facts, seenField, seenText } from '#platform/conflict/seen.ts';
import { fieldProblems } from '#platform/http/field-problems.ts';
import { type Crumb, type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Conflict } from '#ui/conflict/conflict.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { planLink, targetLink, targetsLink, targetUndoLink } from '../../links.ts';
import { editTarget, undoTargetEdit } from '../commands.server.ts';
import { targetForm } from '../input.ts';
import { TargetForm, type TargetValues, targetValues } from '../parts/target-form.tsx';
import * as policy from '../policy.ts';
import { getTarget, type TargetRecord } from '../queries.server.ts';
import { operators } from '../target.ts';
import { texts } from '../texts.ts';

/** The form that mends a target. */
export async function targetEditPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const target = await getTarget(ctx, req.params.id ?? '');
  return form(ctx, target, { ...targetValues(target), reason: '', version: String(target.version) });
}

/** Mends the target, and goes back to it with the way to take that back. */
export async function targetEditAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const target = await getTarget(ctx, req.params.id ?? '');
  const values = typed(req);
  const parsed = targetForm.safeParse(values);
  if (!parsed.success)
    return form(ctx, target, values, fieldProblems(parsed.error.issues, t.fault, t.fault.other));
  const { scope, reason, version, ...facts } = parsed.data;
  const outcome = await editTarget(ctx, target.id, {
    to: { ...facts, denominatorScope: scope },
    reason,
    version,
  });
  if (outcome.ok) {
    const undo = targetUndoLink(target.id, outcome.value.version);
    return seeOther(targetLink(target.id), { tone: 'ok', text: t.edit.done, undo });
  }
  if (outcome.code === 'replaced')
    return seeOther(targetLink(target.id), { tone: 'late', text: t.refusal.replaced });
  if (outcome.code === 'changed-meanwhile')
    return conflict(ctx, req, await getTarget(ctx, target.id), values);
  return form(ctx, target, values, [{ fieldId: '', text: t.refusal[outcome.code] }]);
}

/** Takes the change back that made a version of the target. */
export async function targetUndoAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const { id } = await getTarget(ctx, req.params.id ?? '');
  const outcome = await undoTargetEdit(ctx, id, Number(req.params.version));
  return seeOther(
    targetLink(id),
    outcome.ok ? { tone: 'ok', text: t.edit.undone } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

function typed(req: Req): TargetValues {
  const { form: given } = req;
  return {
    text: given.text('text'),
    metric: given.text('metric'),
    operator: given.text('operator'),
    value: given.text('value'),
    unit: given.text('unit'),
    scope: given.text('scope'),
    year: given.text('year'),
    reason: given.text('reason'),
    version: given.text('version'),
  };
}

function crumbsOf(ctx: Ctx, target: TargetRecord): Crumb[] {
  const t = texts(ctx.lang);
  return [
    { label: target.plan.title, href: planLink(target.plan.id) },
    { label: t.list, href: targetsLink() },
    { label: t.one, href: targetLink(target.id) },
    { label: t.edit.title },
  ];
}

/** Somebody changed the target since this person opened it: both versions. */
async function conflict(
  ctx: Ctx,
  req: Req,
  target: TargetRecord,
  { reason, version: _seen, ...mine }: TargetValues,
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const now: Facts = targetValues(target);
  const record = { kind: 'target', id: target.id, acts: ['planning.target.edit'] };
  const both = await conflictOf(ctx, req.form, record, { now, typed: mine });
  const sign = (value: string) => t.operator[operators.find((one) => one === value) ?? '='];
  return page({
    status: 409,
    title: t.edit.title,
    current: targetsLink(),
    crumbs: crumbsOf(ctx, target),
    body: (
      <>
        <PageHead title={t.edit.title} lead={target.text} />
        <Conflict
          {...both}
          carry={{ ...both.carry, reason, version: String(target.version) }}
          action={targetLink(target.id, 'sua')}
          backHref={targetLink(target.id)}
          fields={[
            { name: 'text', label: t.fields.text },
            { name: 'metric', label: t.fields.metric },
            { name: 'operator', label: t.edit.operator, show: sign },
            { name: 'value', label: t.fields.value },
            { name: 'unit', label: t.fields.unit },
            { name: 'scope', label: t.fields.scope },
            { name: 'year', label: t.fields.year },
          ]}
        />
      </>
    ),
  });
}

function form(
  ctx: Ctx,
  target: TargetRecord,
  values: TargetValues,
  problems: readonly FieldProblem[] = [],
): PageReply {
  const t = texts(ctx.lang);
  must(policy.edit(ctx.actor, target));
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.edit.title,
    current: targetsLink(),
    keepsForms: true,
    crumbs: crumbsOf(ctx, target),
    body: (
      <>
        <ErrorSummary title={t.edit.errorTitle} problems={problems} />
        <PageHead title={t.edit.title} lead={t.edit.lead} />
        <TargetForm
          lang={ctx.lang}
          action={targetLink(target.id, 'sua')}
          backHref={targetLink(target.id)}
          values={values}
          seen={{ name: seenField, text: seenText(targetValues(target)) }}
          problems={problems}
        />
      </>
    ),
  });
}
