import { listOfficers, noteOfficersSeen } from '#modules/directory/index.server.ts';
import { conflictOf } from '#platform/conflict/conflict.server.ts';
import { type Facts, seenField, seenText } from '#platform/conflict/seen.ts';
import { fieldProblems } from '#platform/http/field-problems.ts';
import { type Crumb, type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { comboboxScript } from '#ui/combobox/combobox-field.tsx';
import { Conflict } from '#ui/conflict/conflict.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { newObjectiveLink, objectiveLink, objectivesLink } from '../../links.ts';
import type { Plan } from '../../plan/plan.ts';
import { getPlan, listPlans } from '../../plan/queries.server.ts';
import { addObjective, editObjective } from '../commands.server.ts';
import { objectiveForm } from '../input.ts';
import { ObjectiveForm, type ObjectiveValues } from '../parts/objective-form.tsx';
import * as policy from '../policy.ts';
import { getObjective, type ObjectiveRow } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The form of a new objective; first its plan is chosen where there are several. */
export async function newObjectivePage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.may(ctx.actor, 'add', { isInForce: true }));
  const asked = req.query.get('ke-hoach');
  if (asked) return addForm(ctx, await getPlan(ctx, asked), empty);
  const plans = (await listPlans(ctx)).filter((plan) => plan.state === 'issued');
  const [only] = plans;
  return only && plans.length === 1 ? addForm(ctx, only, empty) : choosePlan(ctx, plans);
}
const empty: ObjectiveValues = { title: '', owner: '', ordinal: '', reason: '', version: '0' };

/** Adds the objective, and opens it. */
export async function addObjectiveAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const plan = await getPlan(ctx, req.query.get('ke-hoach') ?? '');
  const values = typed(req);
  const parsed = objectiveForm.safeParse(values);
  if (!parsed.success) {
    return addForm(ctx, plan, values, fieldProblems(parsed.error.issues, t.fault, t.fault.other));
  }
  const { owner, title, ordinal, reason } = parsed.data;
  const outcome = await addObjective(ctx, plan.id, { title, ownerId: owner, ordinal, reason });
  if (outcome.ok) return seeOther(objectiveLink(outcome.value), { tone: 'ok', text: t.done.added });
  if (outcome.code === 'replaced') {
    return seeOther(objectivesLink(), { tone: 'late', text: t.refusal.replaced });
  }
  return addForm(ctx, plan, values, [{ fieldId: fieldOf(outcome.code), text: t.refusal[outcome.code] }]);
}

/** The form that edits an objective. */
export async function editObjectivePage(ctx: Ctx, req: Req): Promise<PageReply> {
  const objective = await getObjective(ctx, req.params.id ?? '');
  const values = { ...valuesOf(objective), reason: '', version: String(objective.version) };
  return editForm(ctx, objective, values);
}

/** Saves the objective, or shows both versions where somebody saved it meanwhile. */
export async function editObjectiveAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const objective = await getObjective(ctx, req.params.id ?? '');
  const values = typed(req);
  const parsed = objectiveForm.safeParse(values);
  if (!parsed.success) {
    return editForm(ctx, objective, values, fieldProblems(parsed.error.issues, t.fault, t.fault.other));
  }
  const { owner, ...given } = parsed.data;
  const outcome = await editObjective(ctx, objective.id, { ...given, ownerId: owner });
  if (outcome.ok) return seeOther(objectiveLink(objective.id), { tone: 'ok', text: t.done.edited });
  if (outcome.code === 'replaced' || outcome.code === 'discarded') {
    return seeOther(objectiveLink(objective.id), { tone: 'late', text: t.refusal[outcome.code] });
  }
  if (outcome.code === 'changed-meanwhile') {
    return conflict(ctx, req, await getObjective(ctx, objective.id), values);
  }
  return editForm(ctx, objective, values, [
    { fieldId: fieldOf(outcome.code), text: t.refusal[outcome.code] },
  ]);
}

function fieldOf(code: 'unknown-person' | 'same-title' | 'nothing-changed'): string {
  return code === 'unknown-person' ? 'owner' : code === 'same-title' ? 'title' : '';
}

function typed({ form: given }: Req): ObjectiveValues {
  return {
    title: given.text('title'),
    owner: given.text('owner'),
    ordinal: given.text('ordinal'),
    reason: given.text('reason'),
    version: given.text('version'),
  };
}

/** What two editors of an objective choose between. */
function valuesOf(objective: ObjectiveRow) {
  return {
    title: objective.title,
    owner: objective.ownerId ?? '',
    ordinal: String(objective.ordinal),
  } satisfies Facts;
}

async function people(ctx: Ctx) {
  const officers = await listOfficers(ctx);
  noteOfficersSeen(ctx, officers.length, ['fullName', 'unitName']);
  return officers.map((one) => ({ value: one.id as string, label: `${one.fullName} · ${one.unitName}` }));
}

function choosePlan(ctx: Ctx, plans: readonly Plan[]): PageReply {
  const t = texts(ctx.lang).form;
  return page({
    title: t.addTitle,
    current: objectivesLink(),
    crumbs: [{ label: texts(ctx.lang).title, href: objectivesLink() }, { label: t.addTitle }],
    body: (
      <>
        <PageHead title={t.addTitle} lead={t.choosePlan} />
        <form method="get" action={newObjectiveLink()} class="form">
          <SelectField
            name="ke-hoach"
            label={t.plan}
            options={plans.map((plan) => ({ value: plan.id, label: plan.title }))}
          />
          <p class="form-actions">
            <Button kind="primary">{t.next}</Button>
            <LinkButton kind="quiet" href={objectivesLink()}>
              {t.back}
            </LinkButton>
          </p>
        </form>
      </>
    ),
  });
}

async function addForm(
  ctx: Ctx,
  plan: Plan,
  values: ObjectiveValues,
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  const t = texts(ctx.lang);
  must(policy.may(ctx.actor, 'add', { isInForce: plan.state === 'issued' }));
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.form.addTitle,
    current: objectivesLink(),
    keepsForms: true,
    scripts: [comboboxScript],
    crumbs: [{ label: t.title, href: objectivesLink({ 'ke-hoach': plan.id }) }, { label: t.form.addTitle }],
    body: (
      <>
        <ErrorSummary title={t.form.errorTitle} problems={problems} />
        <PageHead title={t.form.addTitle} lead={t.form.addLead(plan.title)} />
        <ObjectiveForm
          lang={ctx.lang}
          action={newObjectiveLink(plan.id)}
          backHref={objectivesLink({ 'ke-hoach': plan.id })}
          values={values}
          people={await people(ctx)}
          problems={problems}
        />
      </>
    ),
  });
}

function crumbsOf(ctx: Ctx, objective: ObjectiveRow): Crumb[] {
  const t = texts(ctx.lang);
  return [
    { label: t.title, href: objectivesLink({ 'ke-hoach': objective.plan.id }) },
    { label: objective.title, href: objectiveLink(objective.id) },
    { label: t.edit },
  ];
}

async function editForm(
  ctx: Ctx,
  objective: ObjectiveRow,
  values: ObjectiveValues,
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  const t = texts(ctx.lang);
  must(policy.may(ctx.actor, 'edit', objective.plan));
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.edit,
    current: objectivesLink(),
    keepsForms: true,
    scripts: [comboboxScript],
    crumbs: crumbsOf(ctx, objective),
    body: (
      <>
        <ErrorSummary title={t.form.errorTitle} problems={problems} />
        <PageHead title={t.edit} lead={t.form.editLead} />
        <ObjectiveForm
          lang={ctx.lang}
          action={objectiveLink(objective.id, 'sua')}
          backHref={objectiveLink(objective.id)}
          values={values}
          people={await people(ctx)}
          seen={{ name: seenField, text: seenText(valuesOf(objective)) }}
          problems={problems}
        />
      </>
    ),
  });
}

async function conflict(
  ctx: Ctx,
  req: Req,
  objective: ObjectiveRow,
  { reason, version: _old, ...mine }: ObjectiveValues,
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const both = await conflictOf(
    ctx,
    req.form,
    { kind: 'objective', id: objective.id, acts: ['planning.objective.edit', 'planning.objective.restore'] },
    { now: valuesOf(objective), typed: mine },
  );
  const names = new Map((await people(ctx)).map((one) => [one.value, one.label]));
  return page({
    status: 409,
    title: t.edit,
    current: objectivesLink(),
    crumbs: crumbsOf(ctx, objective),
    body: (
      <>
        <PageHead title={t.edit} lead={objective.title} />
        <Conflict
          {...both}
          carry={{ ...both.carry, reason, version: String(objective.version) }}
          action={objectiveLink(objective.id, 'sua')}
          backHref={objectiveLink(objective.id)}
          fields={[
            { name: 'title', label: t.form.title },
            { name: 'owner', label: t.form.owner, show: (id) => names.get(id) ?? t.form.noOne },
            { name: 'ordinal', label: t.form.ordinal },
          ]}
        />
      </>
    ),
  });
}
