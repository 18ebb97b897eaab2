import { type PageReply, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { taskLink } from '../../links.ts';
import { deedPage, movedOn } from '../../task/parts/deed-page.tsx';
import { getTask, type TaskRecord } from '../../task/queries.server.ts';
import { askDueChange } from '../commands.server.ts';
import { DueFields, type DueValues, readDue, typedDue } from '../parts/due-fields.tsx';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

/** The form by which somebody who works on a task asks for another deadline. */
export async function askDuePage(ctx: Ctx, req: Req): Promise<PageReply> {
  return form(ctx, await getTask(ctx, req.params.id ?? ''), { due: '', text: '' });
}

/** Sends the request, and goes back to the task. */
export async function askDueAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const task = await getTask(ctx, req.params.id ?? '');
  const values = typedDue(req);
  const given = readDue(ctx.lang, values);
  if (!given.ok) return form(ctx, task, values, given.problems);
  const outcome = await askDueChange(ctx, task.id, { dueOn: given.dueOn, text: given.text });
  if (outcome.ok) return seeOther(taskLink(task.id), { tone: 'ok', text: t.flash.asked });
  if (outcome.code === 'wrong-state') return movedOn(ctx, task.id);
  return form(ctx, task, values, [{ fieldId: 'due', text: t.refusal[outcome.code] }]);
}

function form(
  ctx: Ctx,
  task: TaskRecord,
  values: DueValues,
  problems: readonly FieldProblem[] = [],
): PageReply {
  const t = texts(ctx.lang);
  must(policy.ask(ctx.actor, task));
  return deedPage(ctx, task, {
    title: t.ask,
    problems,
    children: (
      <>
        <p class="form-lead">{task.dueOn ? t.askLead(formatDate(task.dueOn)) : t.refusal['due-not-set']}</p>
        <KeptForm action={taskLink(task.id, 'xin-doi-han')} class="form">
          <DueFields lang={ctx.lang} values={values} problems={problems} />
          <p class="form-actions">
            <Button kind="primary">{t.send}</Button>
            <LinkButton kind="quiet" href={taskLink(task.id)}>
              {t.cancel}
            </LinkButton>
          </p>
        </KeptForm>
      </>
    ),
  });
}
