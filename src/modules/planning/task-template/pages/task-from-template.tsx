import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { comboboxScript } from '#ui/combobox/combobox-field.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { TextareaField, TextField } from '#ui/field/text-field.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { PageHead, SectionHead } from '#ui/page-head/page-head.tsx';
import { takeRunBackLink, taskLink, tasksLink, templateLink, templatesLink } from '../../links.ts';
import { TaskFields } from '../../task-from-above/parts/task-form.tsx';
import { readTask, typedTask, type Values } from '../../task-from-above/parts/read-form.tsx';
import * as fromAbovePolicy from '../../task-from-above/policy.ts';
import { findSame } from '../../task-from-above/queries.server.ts';
import { texts as fromAboveTexts } from '../../task-from-above/texts.ts';
import { texts as taskTexts } from '../../task/texts.ts';
import { wholeForm } from '../input.ts';
import { makeTaskFromAbove } from '../make.server.ts';
import { BasisForm } from '../parts/basis-form.tsx';
import { type Basis, readBasis } from '../parts/basis.tsx';
import { type Choices, loadChoices } from '../parts/choices.tsx';
import { PartFields } from '../parts/part-fields.tsx';
import { partValues, type PartValues, readParts, typedParts } from '../parts/part-values.tsx';
import { dayAfter, planParts } from '../planned-parts.server.ts';
import * as policy from '../policy.ts';
import { getTemplate, type TemplateRecord } from '../queries.server.ts';
import { longestEvidence, longestText } from '../task-template.ts';
import { texts } from '../texts.ts';

const wholeFields = ['activity', 'note', 'evidence'] as const;
type WholeValues = Readonly<Record<(typeof wholeFields)[number], string>>;

interface Typed {
  readonly task: Values;
  readonly whole: WholeValues;
  readonly rows: readonly PartValues[];
  readonly problems: readonly FieldProblem[];
  readonly same?: { readonly id: string; readonly code: string } | undefined;
}

/** A task from above as a template says it, with its parts and their days; everything can be changed. */
export async function taskFromTemplatePage(ctx: Ctx, req: Req): Promise<PageReply> {
  const template = await read(ctx, req);
  return preview(ctx, req, template, await loadChoices(ctx));
}

/** Enters the task with its parts, and goes to it with the way to take that back. */
export async function taskFromTemplateAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const template = await read(ctx, req);
  const choices = await loadChoices(ctx);
  const whole = Object.fromEntries(wholeFields.map((name) => [name, req.form.text(name)])) as WholeValues;
  const typed = { task: typedTask(req), whole, rows: typedParts(req.form) };
  const head = readTask(fromAboveTexts(ctx.lang).fault, typed.task);
  const beside = wholeForm.safeParse(whole);
  const parts = readParts(ctx.lang, typed.rows, {
    ...choices,
    approverId: typed.task.assignee || typed.task.approver || null,
    latest: head.ok ? head.task.dueOn : null,
  });
  if (!head.ok || !beside.success || !parts.ok) {
    const problems = [
      ...(head.ok ? [] : head.problems),
      ...(beside.error?.issues ?? []).map(({ path: [field] }) => {
        const name = String(field) as keyof WholeValues;
        return { fieldId: name, text: t.fault[name] };
      }),
      ...(parts.ok ? [] : parts.problems),
    ];
    return preview(ctx, req, template, choices, { ...typed, problems });
  }
  const outcome = await makeTaskFromAbove(
    ctx,
    { templateId: template.id, version: Number(req.form.text('version')) },
    { ...head.task, ...beside.data },
    parts.parts,
    req.form.text('twice') !== '',
  );
  if (outcome.ok) {
    const text = t.making.made(formatNumber(ctx.lang, outcome.value.count));
    const undo = takeRunBackLink(outcome.value.runId);
    return seeOther(taskLink(outcome.value.taskId), { tone: 'ok', text, undo });
  }
  const fieldOf: Readonly<Record<string, string>> = {
    'document-to-come': 'on',
    'due-before-document': 'due',
    doubled: 'title',
  };
  const problems = [{ fieldId: fieldOf[outcome.code] ?? '', text: t.refusal[outcome.code] }];
  const same = outcome.code === 'doubled' ? await findSame(ctx, head.task) : undefined;
  return preview(ctx, req, template, choices, { ...typed, problems, same });
}

async function read(ctx: Ctx, req: Req): Promise<TemplateRecord> {
  must(policy.may(ctx.actor, 'use'));
  must(fromAbovePolicy.may(ctx.actor, 'enter'));
  return getTemplate(ctx, req.params.id ?? '');
}

/** The task as the template and the basis say it, before anybody has typed. */
function taskValues(template: TemplateRecord, basis: Basis, due: string, choices: Choices): Values {
  const isStanding = (id: string | null) => choices.units.some(({ value }) => value === id);
  return {
    number: '',
    on: '',
    issuer: '',
    abstract: '',
    title: template.title,
    product: template.product ?? '',
    dueText: '',
    due,
    unit: (isStanding(template.leadUnitId) ? template.leadUnitId : basis.forAll.leadUnitId) ?? '',
    assignee: basis.forAll.assigneeId ?? '',
    approver: '',
    coordinating: template.coordinatingUnitIds.filter(isStanding),
  };
}

async function preview(
  ctx: Ctx,
  req: Req,
  template: TemplateRecord,
  choices: Choices,
  typed?: Typed,
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const { units, people } = choices;
  const calendar = await loadOfficeCalendar(ctx);
  const begin = ctx.clock.today();
  const usual = { begin, leadUnitId: template.leadUnitId, assigneeId: null, approverId: null, latest: null };
  const basis = readBasis(calendar, template, req.query, usual);
  const days = template.dueWorkingDays;
  const due = days === null ? '' : formatDate(dayAfter(calendar, basis.forAll.begin, days));
  const isStanding = (id: string) => units.some(({ value }) => value === id);
  const parts = template.steps.length > 0 ? planParts(calendar, template, basis.forAll, isStanding) : [];
  const task = typed?.task ?? taskValues(template, basis, due, choices);
  const whole = typed?.whole ?? {
    activity: template.activity ?? '',
    note: template.note ?? '',
    evidence: template.evidence ?? '',
  };
  const problems = typed?.problems ?? [];
  const action = templateLink(template.id, 'dung');
  const beside = (name: keyof WholeValues) => ({
    name,
    value: whole[name],
    label: t.fields[name],
    error: problems.find(({ fieldId }) => fieldId === name)?.text,
  });
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.making.title,
    current: tasksLink(),
    scripts: [comboboxScript],
    keepsForms: true,
    crumbs: [
      { label: taskTexts(ctx.lang).list, href: tasksLink() },
      { label: t.list, href: templatesLink },
      { label: template.title, href: templateLink(template.id) },
      { label: t.making.title },
    ],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={t.making.title} lead={t.making.lead} />
        <Stack>
          <BasisForm
            lang={ctx.lang}
            action={action}
            basis={basis}
            latest={null}
            units={units}
            people={people}
          />
          <KeptForm action={action} class="form">
            <input type="hidden" name="version" value={String(template.version)} />
            <TaskFields
              lang={ctx.lang}
              values={task}
              problems={problems}
              same={typed?.same}
              people={people}
              units={units}
            />
            <TextareaField {...beside('activity')} rows={3} maxLength={longestText} />
            <TextField {...beside('evidence')} maxLength={longestEvidence} />
            <TextareaField {...beside('note')} rows={2} maxLength={longestText} />
            {parts.length > 0 && <SectionHead id="parts" title={t.making.parts} />}
            <PartFields
              lang={ctx.lang}
              rows={typed?.rows ?? partValues(parts)}
              problems={problems}
              units={units}
              people={people}
              latest={null}
            />
            <p class="form-actions">
              <Button kind="primary">{t.making.make}</Button>
              {typed?.same && (
                <Button name="twice" value="1">
                  {fromAboveTexts(ctx.lang).saveTwice}
                </Button>
              )}
              <LinkButton kind="quiet" href={templateLink(template.id)}>
                {t.toTemplate}
              </LinkButton>
            </p>
          </KeptForm>
        </Stack>
      </>
    ),
  });
}
