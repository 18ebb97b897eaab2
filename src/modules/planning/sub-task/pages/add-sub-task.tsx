import { listOfficers, listUnits, noteOfficersSeen } from '#modules/directory/index.server.ts';
import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import { type PageReply, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ComboboxField, comboboxScript } from '#ui/combobox/combobox-field.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { DateField, TextField } from '#ui/field/text-field.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { partsFromTemplateLink, subTasksLink, taskLink } from '../../links.ts';
import * as templatePolicy from '../../task-template/policy.ts';
import { texts as templateTexts } from '../../task-template/texts.ts';
import { deedPage } from '../../task/parts/deed-page.tsx';
import { getTask, type TaskRecord } from '../../task/queries.server.ts';
import { longestProduct } from '../../task/task.ts';
import { addSubTask } from '../commands.server.ts';
import { longestTitle, subTaskForm } from '../input.ts';
import { dueSentence } from '../parts/due-sentence.tsx';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

const names = ['title', 'assignee', 'approver', 'unit', 'due', 'product'] as const;
type Values = Record<(typeof names)[number], string>;

/** The form that adds a part to a task; its unit, its approver and its day stand as those of the task suggest. */
export async function subTaskPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const task = await getTask(ctx, req.params.id ?? '');
  return form(ctx, task, {
    title: '',
    assignee: '',
    approver: task.assigneeId ?? task.approverId ?? '',
    unit: task.leadUnitId ?? '',
    due: task.dueOn ? formatDate(task.dueOn) : '',
    product: '',
  });
}

/** Adds the part, and goes back to the task. */
export async function subTaskAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const task = await getTask(ctx, req.params.id ?? '');
  const values = Object.fromEntries(names.map((name) => [name, req.form.text(name)])) as Values;
  const parsed = subTaskForm.safeParse(values);
  const dueOn = values.due === '' ? null : parseDayFirstDate(values.due);
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => faultOf(t, String(issue.path[0])))),
    ...(dueOn === undefined ? [{ fieldId: 'due', text: t.fault.due }] : []),
  ];
  if (!parsed.success || dueOn === undefined) return form(ctx, task, values, problems);
  const { title, assignee, approver, unit, product } = parsed.data;
  const outcome = await addSubTask(ctx, task.id, {
    title,
    assigneeId: assignee,
    approverId: approver,
    leadUnitId: unit,
    dueOn,
    product: product || null,
  });
  if (outcome.ok) return seeOther(taskLink(task.id), { tone: 'ok', text: t.added });
  if (outcome.code === 'wrong-state') {
    return seeOther(taskLink(task.id), { tone: 'late', text: t.refusal['wrong-state'] });
  }
  const problem =
    outcome.code === 'due-after-parent'
      ? { fieldId: 'due', text: dueSentence(t, outcome.detail) }
      : { fieldId: '', text: t.refusal[outcome.code] };
  return form(ctx, task, values, [problem]);
}

function faultOf(t: ReturnType<typeof texts>, field: string): FieldProblem {
  const text = field === 'title' || field === 'product' || field === 'due' ? t.fault[field] : t.fault.choice;
  return { fieldId: field, text };
}

async function form(
  ctx: Ctx,
  task: TaskRecord,
  values: Values,
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  const t = texts(ctx.lang);
  must(policy.add(ctx.actor, task));
  const [officers, units] = [await listOfficers(ctx), await listUnits(ctx)];
  noteOfficersSeen(ctx, officers.length, ['fullName', 'unitName']);
  const people = officers.map((one) => ({ value: one.id, label: `${one.fullName} · ${one.unitName}` }));
  const among = { emptyLabel: t.choose, words: t.finding };
  const errorOf = (name: string) => problems.find((problem) => problem.fieldId === name)?.text;
  return deedPage(ctx, task, {
    title: t.page,
    problems,
    scripts: [comboboxScript],
    children: (
      <>
        <p class="form-lead">{t.lead}</p>
        <KeptForm action={subTasksLink(task.id)} class="form">
          <TextField
            name="title"
            label={t.name}
            hint={t.nameHint}
            value={values.title}
            maxLength={longestTitle}
            required
            error={errorOf('title')}
          />
          <ComboboxField
            {...among}
            name="assignee"
            label={t.assignee}
            value={values.assignee}
            options={people}
            error={errorOf('assignee')}
          />
          <ComboboxField
            {...among}
            name="unit"
            label={t.unit}
            value={values.unit}
            options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
            error={errorOf('unit')}
          />
          <DateField
            name="due"
            label={t.due}
            hint={task.dueOn ? t.dueHint(formatDate(task.dueOn)) : t.dueAny}
            value={values.due}
            error={errorOf('due')}
          />
          <TextField
            name="product"
            label={t.product}
            hint={t.productHint}
            value={values.product}
            maxLength={longestProduct}
            error={errorOf('product')}
          />
          <ComboboxField
            {...among}
            name="approver"
            label={t.approver}
            hint={t.approverHint}
            value={values.approver}
            options={people}
            error={errorOf('approver')}
          />
          <p class="form-actions">
            <Button kind="primary">{t.save}</Button>
            {templatePolicy.may(ctx.actor, 'use').allowed && (
              <LinkButton href={partsFromTemplateLink(task.id)}>
                {templateTexts(ctx.lang).useForTask}
              </LinkButton>
            )}
            <LinkButton kind="quiet" href={taskLink(task.id)}>
              {t.back}
            </LinkButton>
          </p>
        </KeptForm>
      </>
    ),
  });
}
