import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { type PageReply, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { SectionHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { partsFromTemplateLink, takeRunBackLink, taskLink, templatesLink } from '../../links.ts';
import * as subTaskPolicy from '../../sub-task/policy.ts';
import { deedPage } from '../../task/parts/deed-page.tsx';
import { getTask, type TaskRecord } from '../../task/queries.server.ts';
import { makeParts } from '../make.server.ts';
import { BasisForm } from '../parts/basis-form.tsx';
import { readBasis } from '../parts/basis.tsx';
import { type Choices, loadChoices } from '../parts/choices.tsx';
import { PartFields } from '../parts/part-fields.tsx';
import { partValues, type PartValues, readParts, typedParts } from '../parts/part-values.tsx';
import { planParts } from '../planned-parts.server.ts';
import * as policy from '../policy.ts';
import { getTemplate, listTemplates, type TemplateRecord } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The templates from which parts of a task can be made. */
export async function chooseTemplatePage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.may(ctx.actor, 'use'));
  const t = texts(ctx.lang);
  const task = await getTask(ctx, req.params.id ?? '');
  must(subTaskPolicy.add(ctx.actor, task));
  const rows = await listTemplates(ctx);
  return deedPage(ctx, task, {
    title: t.making.choose,
    children: (
      <Stack>
        <p class="form-lead">{t.making.chooseLead}</p>
        <Panel id="templates" title={t.list} count={rows.length} isFlush={rows.length > 0}>
          {rows.length === 0 ? (
            <EmptyState title={t.none.title} action={<LinkButton href={templatesLink}>{t.list}</LinkButton>}>
              {t.making.noTemplates}
            </EmptyState>
          ) : (
            <Table<TemplateRecord>
              caption={t.making.chooseCaption}
              frame="none"
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'title',
                  label: t.column.title,
                  priority: 'lead',
                  render: (row) => (
                    <>
                      <a href={partsFromTemplateLink(task.id, row.id)}>{row.title}</a>
                      <small>{row.product}</small>
                    </>
                  ),
                },
                {
                  key: 'steps',
                  label: t.column.steps,
                  align: 'end',
                  size: 'short',
                  render: (row) => formatNumber(ctx.lang, row.steps.length),
                },
              ]}
            />
          )}
        </Panel>
        <p>
          <LinkButton kind="quiet" href={taskLink(task.id)}>
            {t.making.toTask}
          </LinkButton>
        </p>
      </Stack>
    ),
  });
}

/** The parts that a template would make of a task, with their days; everything can be changed. */
export async function partsFromTemplatePage(ctx: Ctx, req: Req): Promise<PageReply> {
  const { task, template } = await read(ctx, req);
  return preview(ctx, req, task, template, {});
}

/** Makes the parts, and goes to the task with the way to take that back. */
export async function partsFromTemplateAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const { task, template } = await read(ctx, req);
  const choices = await loadChoices(ctx);
  const rows = typedParts(req.form);
  const approver = req.form.text('approver');
  const typed = { rows, approver };
  if (approver !== '' && !choices.people.some(({ value }) => value === approver)) {
    const problems = [{ fieldId: 'approver', text: t.fault.assignee }];
    return preview(ctx, req, task, template, { ...typed, problems, choices });
  }
  const bounds = { ...choices, approverId: approver || null, latest: task.dueOn };
  const given = readParts(ctx.lang, rows, bounds);
  if (!given.ok) return preview(ctx, req, task, template, { ...typed, problems: given.problems, choices });
  const version = Number(req.form.text('version'));
  const outcome = await makeParts(ctx, { templateId: template.id, version }, task.id, given.parts);
  if (outcome.ok) {
    const text = t.making.made(formatNumber(ctx.lang, outcome.value.count));
    return seeOther(taskLink(task.id), { tone: 'ok', text, undo: takeRunBackLink(outcome.value.runId) });
  }
  if (outcome.code === 'wrong-state')
    return seeOther(taskLink(task.id), { tone: 'late', text: t.refusal['wrong-state'] });
  const problems = [{ fieldId: '', text: t.refusal[outcome.code] }];
  return preview(ctx, req, task, template, { ...typed, problems, choices });
}

async function read(ctx: Ctx, req: Req): Promise<{ task: TaskRecord; template: TemplateRecord }> {
  must(policy.may(ctx.actor, 'use'));
  const task = await getTask(ctx, req.params.id ?? '');
  const template = await getTemplate(ctx, req.params.template ?? '');
  return { task, template };
}

async function preview(
  ctx: Ctx,
  req: Req,
  task: TaskRecord,
  template: TemplateRecord,
  typed: {
    readonly rows?: readonly PartValues[];
    readonly approver?: string;
    readonly problems?: readonly FieldProblem[];
    readonly choices?: Choices;
  },
): Promise<PageReply> {
  const decision = subTaskPolicy.add(ctx.actor, task);
  must(decision);
  const t = texts(ctx.lang);
  const { units, people } = typed.choices ?? (await loadChoices(ctx));
  const calendar = await loadOfficeCalendar(ctx);
  const basis = readBasis(calendar, template, req.query, {
    begin: ctx.clock.today(),
    leadUnitId: task.leadUnitId,
    assigneeId: null,
    approverId: task.assigneeId ?? task.approverId,
    latest: task.dueOn,
  });
  const isStanding = (id: string) => units.some(({ value }) => value === id);
  const rows = typed.rows ?? partValues(planParts(calendar, template, basis.forAll, isStanding));
  const problems = typed.problems ?? [];
  const action = partsFromTemplateLink(task.id, template.id);
  return deedPage(ctx, task, {
    title: t.making.title,
    problems,
    children: (
      <Stack>
        <p class="form-lead">{t.making.lead}</p>
        <BasisForm
          lang={ctx.lang}
          action={action}
          basis={basis}
          latest={task.dueOn}
          units={units}
          people={people}
        />
        <KeptForm action={action} class="form">
          <input type="hidden" name="version" value={String(template.version)} />
          <SectionHead id="parts" title={t.making.parts} />
          <SelectField
            name="approver"
            label={t.fields.approver}
            value={typed.approver ?? basis.forAll.approverId ?? ''}
            options={people}
            emptyLabel={t.choose}
            error={problems.find(({ fieldId }) => fieldId === 'approver')?.text}
          />
          <PartFields
            lang={ctx.lang}
            rows={rows}
            problems={problems}
            units={units}
            people={people}
            latest={task.dueOn}
          />
          <p class="form-actions">
            <Button kind="primary">{t.making.make}</Button>
            <LinkButton kind="quiet" href={taskLink(task.id)}>
              {t.making.toTask}
            </LinkButton>
          </p>
        </KeptForm>
      </Stack>
    ),
  });
}
