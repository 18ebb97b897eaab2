import { type PageReply, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { taskLink } from '../../links.ts';
import { changeDue } from '../../task/commands/change-due.server.ts';
import { deedConflict, deedPage, movedOn } from '../../task/parts/deed-page.tsx';
import * as taskPolicy from '../../task/policy.ts';
import { getTask, type TaskRecord } from '../../task/queries.server.ts';
import { DueFields, type DueValues, readDue, typedDue } from '../parts/due-fields.tsx';
import { texts } from '../texts.ts';

type Values = DueValues & { readonly version: string };

/** The form by which somebody who decides changes a deadline at once. */
export async function changeDuePage(ctx: Ctx, req: Req): Promise<PageReply> {
  const task = await getTask(ctx, req.params.id ?? '');
  return form(ctx, task, { due: '', text: '', version: String(task.version) });
}

/** Changes the deadline with its reason, and goes back to the task. */
export async function changeDueAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const task = await getTask(ctx, req.params.id ?? '');
  const values: Values = { ...typedDue(req), version: req.form.text('version') };
  const given = readDue(ctx.lang, values);
  if (!given.ok) return form(ctx, task, values, given.problems);
  const { dueOn, text } = given;
  const outcome = await changeDue(ctx, task.id, { dueOn, text, version: Number(values.version) });
  if (outcome.ok) return seeOther(taskLink(task.id), { tone: 'ok', text: t.flash.changed });
  if (outcome.code === 'wrong-state') return movedOn(ctx, task.id);
  if (outcome.code !== 'changed-meanwhile')
    return form(ctx, task, values, [{ fieldId: 'due', text: t.refusal[outcome.code] }]);
  const present = await getTask(ctx, task.id);
  return deedConflict(ctx, req, present, {
    title: t.change,
    form: 'doi-han',
    now: { due: present.dueOn ? formatDate(present.dueOn) : '', text: '' },
    typed: { due: values.due, text: values.text },
    fields: [
      { name: 'due', label: t.dueOn },
      { name: 'text', label: t.reason },
    ],
  });
}

function form(ctx: Ctx, task: TaskRecord, values: Values, problems: readonly FieldProblem[] = []): PageReply {
  const t = texts(ctx.lang);
  must(taskPolicy.may(ctx.actor, 'change-due', task));
  return deedPage(ctx, task, {
    title: t.change,
    problems,
    children: (
      <>
        <p class="form-lead">
          {task.dueOn ? t.changeLead(formatDate(task.dueOn)) : t.refusal['due-not-set']}
        </p>
        <KeptForm action={taskLink(task.id, 'doi-han')} class="form">
          <HiddenField name="version" value={values.version} />
          <DueFields lang={ctx.lang} values={values} problems={problems} />
          <p class="form-actions">
            <Button kind="primary">{t.change}</Button>
            <LinkButton kind="quiet" href={taskLink(task.id)}>
              {t.cancel}
            </LinkButton>
          </p>
        </KeptForm>
      </>
    ),
  });
}
