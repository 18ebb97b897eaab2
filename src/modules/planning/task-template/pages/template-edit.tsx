import { listUnits } from '#modules/directory/index.server.ts';
import { conflictOf } from '#platform/conflict/conflict.server.ts';
import { type Crumb, type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Conflict } from '#ui/conflict/conflict.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { newTemplateLink, tasksLink, templateLink, templatesLink } from '../../links.ts';
import { listSubTasks } from '../../sub-task/queries.server.ts';
import { getTask } from '../../task/queries.server.ts';
import { texts as taskTexts } from '../../task/texts.ts';
import { builtInTemplates } from '../built-in.server.ts';
import { createTemplate, editTemplate } from '../commands.server.ts';
import { templateOfTask } from '../from-task.server.ts';
import { TemplateForm, type UnitOption } from '../parts/template-form.tsx';
import {
  factsOfValues,
  readTemplate,
  stepField,
  stepFields,
  type TemplateValues,
  typedTemplate,
  valuesOf,
  wholeFields,
  withRoom,
} from '../parts/template-values.tsx';
import { unitProblems } from '../parts/unit-problems.tsx';
import * as policy from '../policy.ts';
import { getTemplate, type TemplateRecord } from '../queries.server.ts';
import type { TemplateContent } from '../task-template.ts';
import { texts } from '../texts.ts';

const nothing: TemplateContent = {
  title: '',
  activity: null,
  product: null,
  evidence: null,
  note: null,
  leadUnitId: null,
  coordinatingUnitIds: [],
  dueWorkingDays: null,
  steps: [],
};

/** How a new template begins: empty, as a task stands, or as one that comes with the product. */
export async function newTemplatePage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.may(ctx.actor, 'create'));
  const t = texts(ctx.lang);
  const taskId = req.query.get('tu');
  if (taskId) {
    const task = await getTask(ctx, taskId);
    const content = await templateOfTask(ctx, task, await listSubTasks(ctx, task.id));
    return form(ctx, { values: withRoom(valuesOf(content), 1), lead: t.fromTask(task.code) });
  }
  const builtIn = builtInTemplates.find(({ key }) => key === req.query.get('mau'));
  if (!builtIn) return form(ctx, { values: withRoom(valuesOf(nothing), 3), lead: t.newLead });
  const values = withRoom(valuesOf(builtIn), 1);
  return form(ctx, { values, lead: t.fromBuiltIn(builtIn.source), builtIn: builtIn.key });
}

/** Keeps the template, and goes to it; `more` gives the same form with more room. */
export async function createTemplateAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.may(ctx.actor, 'create'));
  const t = texts(ctx.lang);
  const values = typedTemplate(req.form);
  const builtIn = builtInTemplates.find(({ key }) => key === req.form.text('mau'));
  const shown = { lead: builtIn ? t.fromBuiltIn(builtIn.source) : t.newLead, builtIn: builtIn?.key };
  if (req.form.text('deed') === 'more') return form(ctx, { ...shown, values: withRoom(values, 3) });
  const given = readTemplate(ctx.lang, values);
  if (!given.ok) return form(ctx, { ...shown, values, problems: given.problems });
  const outcome = await createTemplate(ctx, given.content, builtIn?.source ?? null);
  if (outcome.ok) return seeOther(templateLink(outcome.value), { tone: 'ok', text: t.created });
  return form(ctx, { ...shown, values, problems: [{ fieldId: '', text: t.refusal[outcome.code] }] });
}

/** The form of a template that there is. */
export async function editTemplatePage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.may(ctx.actor, 'edit'));
  const template = await getTemplate(ctx, req.params.id ?? '');
  const values = withRoom(valuesOf(template), 1);
  return form(ctx, { values, lead: '', template });
}

/** Says the template anew, and goes back to it. */
export async function editTemplateAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.may(ctx.actor, 'edit'));
  const t = texts(ctx.lang);
  const template = await getTemplate(ctx, req.params.id ?? '');
  const values = typedTemplate(req.form);
  const shown = { lead: '', template, version: req.form.text('version') };
  if (req.form.text('deed') === 'more') return form(ctx, { ...shown, values: withRoom(values, 3) });
  const given = readTemplate(ctx.lang, values);
  if (!given.ok) return form(ctx, { ...shown, values, problems: given.problems });
  const version = Number(req.form.text('version'));
  const outcome = await editTemplate(ctx, template.id, { content: given.content, version });
  if (outcome.ok) return seeOther(templateLink(template.id), { tone: 'ok', text: t.edited });
  if (outcome.code === 'changed-meanwhile') return conflict(ctx, req, template, values);
  return form(ctx, { ...shown, values, problems: [{ fieldId: '', text: t.refusal[outcome.code] }] });
}

function crumbsOf(ctx: Ctx, template: TemplateRecord | undefined): Crumb[] {
  const t = texts(ctx.lang);
  return [
    { label: taskTexts(ctx.lang).list, href: tasksLink() },
    { label: t.list, href: templatesLink },
    ...(template ? [{ label: template.title, href: templateLink(template.id) }] : []),
    { label: template ? t.editTitle : t.newTitle },
  ];
}

async function unitOptions(ctx: Ctx): Promise<UnitOption[]> {
  return (await listUnits(ctx)).map((unit) => ({ value: unit.id, label: unit.name }));
}

/** Somebody changed the template since this person opened it: both versions. */
async function conflict(
  ctx: Ctx,
  req: Req,
  template: TemplateRecord,
  values: TemplateValues,
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const units = await unitOptions(ctx);
  const theirs = valuesOf(template);
  const record = { kind: 'task-template', id: template.id, acts: ['planning.task-template.edit'] };
  const both = await conflictOf(ctx, req.form, record, {
    now: factsOfValues(theirs),
    typed: factsOfValues(values),
  });
  const showUnit = (id: string) => units.find((unit) => unit.value === id)?.label ?? t.endedUnit;
  const steps = Math.max(theirs.steps.length, values.steps.length);
  const labelOf = (name: string, step?: number) => {
    const label = (t.fields as Readonly<Record<string, string>>)[name] ?? name;
    return step === undefined ? label : `${t.step(formatNumber(ctx.lang, step))}: ${label}`;
  };
  const field = (name: string, step?: number) => ({
    name: step === undefined ? name : stepField(step, name),
    label: labelOf(name, step),
    ...(name === 'unit' && { show: showUnit }),
  });
  return page({
    status: 409,
    title: t.editTitle,
    current: tasksLink(),
    crumbs: crumbsOf(ctx, template),
    body: (
      <>
        <PageHead title={t.editTitle} lead={template.title} />
        <Conflict
          {...both}
          carry={{ ...both.carry, version: String(template.version) }}
          action={templateLink(template.id, 'sua')}
          backHref={templateLink(template.id)}
          fields={[
            ...wholeFields.map((name) => field(name)),
            { name: 'coordinating', label: t.fields.coordinating, options: units },
            ...Array.from({ length: steps }, (_, index) =>
              stepFields.map((name) => field(name, index + 1)),
            ).flat(),
          ]}
        />
      </>
    ),
  });
}

async function form(
  ctx: Ctx,
  shown: {
    readonly values: TemplateValues;
    readonly lead: string;
    readonly template?: TemplateRecord;
    /** The version that the person has read, where it is not the one that there is. */
    readonly version?: string;
    readonly builtIn?: string | undefined;
    readonly problems?: readonly FieldProblem[];
  },
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const { template, values } = shown;
  const units = await unitOptions(ctx);
  const problems = [...(shown.problems ?? []), ...unitProblems(ctx.lang, values, units)];
  const title = template ? t.editTitle : t.newTitle;
  const isRefused = (shown.problems ?? []).length > 0;
  return page({
    ...(isRefused ? { status: 422 as const } : {}),
    title,
    current: tasksLink(),
    keepsForms: true,
    crumbs: crumbsOf(ctx, template),
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={title} lead={shown.lead || template?.title} />
        <TemplateForm
          lang={ctx.lang}
          action={template ? templateLink(template.id, 'sua') : newTemplateLink()}
          backHref={template ? templateLink(template.id) : templatesLink}
          values={values}
          seen={
            template && {
              values: valuesOf(template),
              version: shown.version ?? String(template.version),
            }
          }
          carry={shown.builtIn ? { mau: shown.builtIn } : {}}
          problems={problems}
          units={units}
        />
      </>
    ),
  });
}
