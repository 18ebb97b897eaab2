import { listOfficers, listUnits, noteOfficersSeen } from '#modules/directory/index.server.ts';
import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import { seenField, seenText } from '#platform/conflict/seen.ts';
import { type PageReply, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { ComboboxField, comboboxScript } from '#ui/combobox/combobox-field.tsx';
import { DateField, TextField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { taskLink } from '../../links.ts';
import { dueSentence } from '../../sub-task/parts/due-sentence.tsx';
import { texts as subTaskTexts } from '../../sub-task/texts.ts';
import { assignTask } from '../commands/assign.server.ts';
import { assignForm } from '../input.ts';
import { deedConflict, deedPage, movedOn } from '../parts/deed-page.tsx';
import * as policy from '../policy.ts';
import { getTask, type TaskRecord } from '../queries.server.ts';
import { missingClears } from '../six-clear.ts';
import { longestProduct } from '../task.ts';
import { texts } from '../texts.ts';

type Values = Record<'assignee' | 'approver' | 'unit' | 'due' | 'product' | 'version', string>;
type Assigned = Omit<Values, 'version'>;

/** The form that says who does a task, who approves, which unit answers and until when. */
export async function assignPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const task = await getTask(ctx, req.params.id ?? '');
  return form(ctx, task.id, { ...assigned(task), version: String(task.version) });
}

/** What the form shows of a task. */
function assigned(task: TaskRecord): Assigned {
  return {
    assignee: task.assigneeId ?? '',
    approver: task.approverId ?? '',
    unit: task.leadUnitId ?? '',
    due: task.dueOn ? formatDate(task.dueOn) : '',
    product: task.product ?? '',
  };
}

/** Assigns, and goes back to the task. */
export async function assignAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const values = Object.fromEntries(
    (['assignee', 'approver', 'unit', 'due', 'product', 'version'] as const).map((name) => [
      name,
      req.form.text(name),
    ]),
  ) as Values;
  const parsed = assignForm.safeParse(values);
  const dueOn = values.due === '' ? undefined : parseDayFirstDate(values.due);
  const problems: FieldProblem[] = [
    ...(parsed.success
      ? []
      : parsed.error.issues.map((issue) => ({
          fieldId: String(issue.path[0]),
          text: issue.path[0] === 'product' ? t.fault.product : t.fault.choice,
        }))),
    ...(values.due !== '' && !dueOn ? [{ fieldId: 'due', text: t.fault.due }] : []),
  ];
  if (!parsed.success || problems.length > 0) return form(ctx, id, values, problems);
  const outcome = await assignTask(ctx, id, {
    assigneeId: parsed.data.assignee,
    approverId: parsed.data.approver,
    leadUnitId: parsed.data.unit,
    dueOn,
    product: parsed.data.product,
    version: parsed.data.version,
  });
  if (outcome.ok) return seeOther(taskLink(id), { tone: 'ok', text: await flashOf(ctx, id) });
  if (outcome.code === 'wrong-state') return movedOn(ctx, id);
  const task = await getTask(ctx, id);
  if (outcome.code === 'changed-meanwhile') return conflict(ctx, req, task, values);
  const isOfDue = outcome.code === 'due-set' || outcome.code === 'due-after-parent';
  const text =
    outcome.code === 'due-after-parent'
      ? dueSentence(subTaskTexts(ctx.lang), outcome.detail)
      : t.refusal[outcome.code];
  return form(ctx, id, { ...values, version: String(task.version) }, [
    { fieldId: isOfDue ? 'due' : '', text },
  ]);
}

/** Whether it counts as assigned now, or what it still lacks. */
async function flashOf(ctx: Ctx, taskId: string): Promise<string> {
  const t = texts(ctx.lang);
  const task = await getTask(ctx, taskId);
  if (task.stage !== 'draft') return t.flash.assigned;
  return t.flash.stillDraft(
    missingClears(task)
      .map((name) => t.sixClear[name].toLowerCase())
      .join(', '),
  );
}

/** Somebody changed the task since this person opened the form: both versions. */
async function conflict(
  ctx: Ctx,
  req: Req,
  task: TaskRecord,
  { version: _old, ...typed }: Values,
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const [officers, units] = [await listOfficers(ctx), await listUnits(ctx)];
  const people = new Map(officers.map((one) => [one.id as string, `${one.fullName} · ${one.unitName}`]));
  const names = new Map(units.map((unit) => [unit.id as string, unit.name]));
  const person = (id: string) => people.get(id) ?? id;
  return deedConflict(ctx, req, task, {
    title: t.form.assignTitle,
    form: 'giao',
    now: assigned(task),
    typed,
    fields: [
      { name: 'assignee', label: t.record.assignee, show: person },
      { name: 'approver', label: t.record.approver, show: person },
      { name: 'unit', label: t.record.lead, show: (id) => names.get(id) ?? id },
      { name: 'due', label: t.form.dueOn },
      { name: 'product', label: t.record.product },
    ],
  });
}

async function form(
  ctx: Ctx,
  taskId: string,
  values: Values,
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const task = await getTask(ctx, taskId);
  must(policy.may(ctx.actor, 'assign', task));
  const [officers, units] = [await listOfficers(ctx), await listUnits(ctx)];
  noteOfficersSeen(ctx, officers.length, ['fullName', 'unitName']);
  const people = officers.map((one) => ({ value: one.id, label: `${one.fullName} · ${one.unitName}` }));
  const among = { emptyLabel: t.form.choose, words: t.form.finding };
  const errorOf = (name: string) => problems.find((problem) => problem.fieldId === name)?.text;
  return deedPage(ctx, task, {
    title: t.form.assignTitle,
    problems,
    scripts: [comboboxScript],
    children: (
      <>
        <p class="form-lead">{t.form.assignLead}</p>
        <KeptForm action={taskLink(task.id, 'giao')} class="form">
          <HiddenField name="version" value={values.version} />
          <HiddenField name={seenField} value={seenText(assigned(task))} />
          <ComboboxField
            {...among}
            name="assignee"
            label={t.record.assignee}
            value={values.assignee}
            options={people}
            error={errorOf('assignee')}
          />
          <ComboboxField
            {...among}
            name="approver"
            label={t.record.approver}
            value={values.approver}
            options={people}
            error={errorOf('approver')}
          />
          <ComboboxField
            {...among}
            name="unit"
            label={t.record.lead}
            value={values.unit}
            options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
            error={errorOf('unit')}
          />
          {task.dueOn === null || errorOf('due') ? (
            <DateField
              name="due"
              label={t.form.dueOn}
              hint={t.form.dueHint(task.dueText ?? t.record.notGiven)}
              value={values.due}
              error={errorOf('due')}
            />
          ) : (
            <>
              <HiddenField name="due" value={values.due} />
              <p>{t.form.dueStands(formatDate(task.dueOn))}</p>
            </>
          )}
          <TextField
            name="product"
            label={t.record.product}
            hint={t.form.productHint}
            value={values.product}
            maxLength={longestProduct}
            error={errorOf('product')}
          />
          <p class="form-actions">
            <Button kind="primary">{t.deed.assign}</Button>
            <LinkButton kind="quiet" href={taskLink(task.id)}>
              {t.deed.back}
            </LinkButton>
          </p>
        </KeptForm>
      </>
    ),
  });
}
