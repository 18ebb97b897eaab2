import { conflictOf } from '#platform/conflict/conflict.server.ts';
import { type Crumb, type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { Conflict } from '#ui/conflict/conflict.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { TextareaField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { planLink, taskLink, tasksLink } from '../../links.ts';
import { cancelTask, completeTask, reopenTask } from '../commands.server.ts';
import { closingForm, reopenForm } from '../input.ts';
import * as policy from '../policy.ts';
import { getTask, type TaskRecord } from '../queries.server.ts';
import { longestClosingText } from '../task.ts';
import { texts } from '../texts.ts';

/** The two ways to close a task: with its product, or with the reason why it will not be done. */
const closings = {
  complete: {
    link: 'hoan-thanh',
    command: completeTask,
    words: 'complete',
    flash: 'completed',
    button: 'primary',
  },
  cancel: { link: 'huy', command: cancelTask, words: 'cancel', flash: 'cancelled', button: 'danger' },
} as const;
type Closing = keyof typeof closings;

/** The form that asks for the product. */
export async function completePage(ctx: Ctx, req: Req): Promise<PageReply> {
  return closePage(ctx, req, 'complete');
}

/** Closes the task with its product, and goes back to it. */
export async function completeAction(ctx: Ctx, req: Req): Promise<Reply> {
  return closeAction(ctx, req, 'complete');
}

/** The form that asks for the reason. */
export async function cancelPage(ctx: Ctx, req: Req): Promise<PageReply> {
  return closePage(ctx, req, 'cancel');
}

/** Cancels the task with its reason, and goes back to it. */
export async function cancelAction(ctx: Ctx, req: Req): Promise<Reply> {
  return closeAction(ctx, req, 'cancel');
}

/** Opens a closed task again, and goes back to it. */
export async function reopenAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const task = await getTask(ctx, id);
  const given = reopenForm.safeParse(req.form.all());
  // The command asks for the right itself, after it has seen whether the task is not open already.
  if (!given.success) must(policy.reopen(ctx.actor, task));
  const outcome = given.success ? await reopenTask(ctx, id, given.data) : undefined;
  return seeOther(
    taskLink(id),
    outcome?.ok
      ? { tone: 'ok', text: t.deed.reopened }
      : { tone: 'late', text: t.refusal[outcome?.code ?? 'changed-meanwhile'] },
  );
}

async function closePage(ctx: Ctx, req: Req, kind: Closing): Promise<PageReply> {
  const task = await getTask(ctx, req.params.id ?? '');
  return form(ctx, task.id, kind, { text: '', version: String(task.version) });
}

async function closeAction(ctx: Ctx, req: Req, kind: Closing): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const values = { text: req.form.text('text'), version: req.form.text('version') };
  const given = closingForm.safeParse(values);
  if (!given.success) return form(ctx, id, kind, values, [{ fieldId: 'text', text: t.fault.text }]);
  const outcome = await closings[kind].command(ctx, id, given.data);
  if (outcome.ok) return seeOther(taskLink(id), { tone: 'ok', text: t.deed[closings[kind].flash] });
  // A form that is sent once more, because its answer was lost, finds the task closed: the task itself tells by whom.
  if (outcome.code === 'wrong-state')
    return seeOther(taskLink(id), { tone: 'late', text: t.refusal['wrong-state'] });
  const task = await getTask(ctx, id);
  if (outcome.code === 'changed-meanwhile') return conflict(ctx, req, kind, task);
  return form(ctx, id, kind, { ...values, version: String(task.version) }, [
    { fieldId: '', text: t.refusal[outcome.code] },
  ]);
}

/** Somebody changed the task since this person opened the form: what was typed, and the task as it is now. */
async function conflict(ctx: Ctx, req: Req, kind: Closing, task: TaskRecord): Promise<PageReply> {
  const t = texts(ctx.lang);
  const { link, words } = closings[kind];
  const title = t.form[`${words}Title`];
  const acts = ['assign', 'complete', 'cancel', 'reopen'].map((deed) => `planning.task.${deed}`);
  const facts = { now: { text: task.closingText ?? '' }, typed: { text: req.form.text('text') } };
  const both = await conflictOf(ctx, req.form, { kind: 'task', id: task.id, acts }, facts);
  return page({
    status: 409,
    title,
    current: tasksLink(),
    crumbs: crumbsOf(task, title),
    body: (
      <>
        <PageHead title={title} lead={task.title} />
        <Conflict
          {...both}
          carry={{ version: String(task.version) }}
          action={taskLink(task.id, link)}
          backHref={taskLink(task.id)}
          fields={[{ name: 'text', label: t.form[`${words}Text`] }]}
        />
      </>
    ),
  });
}

function crumbsOf(task: TaskRecord, title: string): Crumb[] {
  return [
    { label: task.planTitle, href: planLink(task.planId) },
    { label: task.code, href: taskLink(task.id) },
    { label: title },
  ];
}

async function form(
  ctx: Ctx,
  taskId: string,
  kind: Closing,
  values: { text: string; version: string },
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const { link, words, button } = closings[kind];
  const task = await getTask(ctx, taskId);
  must(policy[kind](ctx.actor, task));
  const title = t.form[`${words}Title`];
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title,
    current: tasksLink(),
    keepsForms: true,
    crumbs: crumbsOf(task, title),
    body: (
      <>
        <ErrorSummary title={t.deed.errorTitle} problems={problems} />
        <PageHead title={title} lead={task.title} />
        <KeptForm action={taskLink(task.id, link)} class="form">
          <HiddenField name="version" value={values.version} />
          <TextareaField
            name="text"
            label={t.form[`${words}Text`]}
            hint={t.form[`${words}Hint`]}
            value={values.text}
            maxLength={longestClosingText}
            required
            error={problems.find((problem) => problem.fieldId === 'text')?.text}
          />
          <p class="form-actions">
            <Button kind={button}>{t.deed[kind]}</Button>
            <LinkButton kind="quiet" href={taskLink(task.id)}>
              {t.deed.back}
            </LinkButton>
          </p>
        </KeptForm>
      </>
    ),
  });
}
