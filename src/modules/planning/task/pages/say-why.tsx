import { type PageReply, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { TextareaField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { taskLink, tasksLink } from '../../links.ts';
import { cancelTask } from '../commands/close.server.ts';
import { declineTask } from '../commands/receive.server.ts';
import { reasonForm } from '../input.ts';
import { deedConflict, deedPage, movedOn } from '../parts/deed-page.tsx';
import * as policy from '../policy.ts';
import { getTask, type TaskRecord } from '../queries.server.ts';
import { longestClosingText } from '../task.ts';
import { texts } from '../texts.ts';

/** The deeds that say why and nothing else. */
const deeds = {
  cancel: { link: 'huy', command: cancelTask, flash: 'cancelled' },
  decline: { link: 'khong-nhan', command: declineTask, flash: 'declined' },
} as const;
type Name = keyof typeof deeds;

/** The form that asks why a task will not be done. */
export function cancelPage(ctx: Ctx, req: Req): Promise<PageReply> {
  return whyPage(ctx, req, 'cancel');
}

/** Cancels the task with its reason, and goes back to it. */
export function cancelAction(ctx: Ctx, req: Req): Promise<Reply> {
  return whyAction(ctx, req, 'cancel');
}

/** The form that asks why the person does not take the task. */
export function declinePage(ctx: Ctx, req: Req): Promise<PageReply> {
  return whyPage(ctx, req, 'decline');
}

/** Gives the task back with the reason; whoever may see it no longer goes on in the list. */
export function declineAction(ctx: Ctx, req: Req): Promise<Reply> {
  return whyAction(ctx, req, 'decline');
}

async function whyPage(ctx: Ctx, req: Req, name: Name): Promise<PageReply> {
  const task = await getTask(ctx, req.params.id ?? '');
  return form(ctx, task, name, { text: '', version: String(task.version) });
}

async function whyAction(ctx: Ctx, req: Req, name: Name): Promise<Reply> {
  const t = texts(ctx.lang);
  const { link, command, flash } = deeds[name];
  const task = await getTask(ctx, req.params.id ?? '');
  const values = { text: req.form.text('text'), version: req.form.text('version') };
  const given = reasonForm.safeParse(values);
  if (!given.success) return form(ctx, task, name, values, [{ fieldId: 'text', text: t.fault.text }]);
  const outcome = await command(ctx, task.id, given.data);
  if (outcome.ok) {
    const left = { ...task, assigneeId: name === 'decline' ? null : task.assigneeId };
    const next = policy.read(ctx.actor, left).allowed ? taskLink(task.id) : tasksLink();
    return seeOther(next, { tone: 'ok', text: t.flash[flash] });
  }
  if (outcome.code === 'wrong-state') return movedOn(ctx, task.id);
  return deedConflict(ctx, req, await getTask(ctx, task.id), {
    title: t.form[`${name}Title`],
    form: link,
    now: { text: task.closingText ?? '' },
    typed: { text: values.text },
    fields: [{ name: 'text', label: t.form[`${name}Text`] }],
  });
}

function form(
  ctx: Ctx,
  task: TaskRecord,
  name: Name,
  values: { text: string; version: string },
  problems: readonly FieldProblem[] = [],
): PageReply {
  const t = texts(ctx.lang);
  must(policy.may(ctx.actor, name, task));
  return deedPage(ctx, task, {
    title: t.form[`${name}Title`],
    problems,
    children: (
      <KeptForm action={taskLink(task.id, deeds[name].link)} class="form">
        <HiddenField name="version" value={values.version} />
        <TextareaField
          name="text"
          label={t.form[`${name}Text`]}
          hint={t.form[`${name}Hint`]}
          value={values.text}
          maxLength={longestClosingText}
          required
          error={problems.find((problem) => problem.fieldId === 'text')?.text}
        />
        <p class="form-actions">
          <Button kind={name === 'cancel' ? 'danger' : 'primary'}>{t.deed[name]}</Button>
          <LinkButton kind="quiet" href={taskLink(task.id)}>
            {t.deed.back}
          </LinkButton>
        </p>
      </KeptForm>
    ),
  });
}
