import { EvidencePanel, showEvidence } from '#modules/casework/index.server.ts';
import { type PageReply, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { TextareaField } from '#ui/field/text-field.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { AwaitedContributions } from '../../contribution/parts/contribution-panel.tsx';
import { listContributions } from '../../contribution/queries.server.ts';
import { OpenPredecessors } from '../../dependency/parts/dependency-panel.tsx';
import { listDependencies } from '../../dependency/queries.server.ts';
import { OpenSubTasks } from '../../sub-task/parts/sub-task-panel.tsx';
import { listSubTasks } from '../../sub-task/queries.server.ts';
import { taskLink } from '../../links.ts';
import { taskEvidence } from '../evidence-owner.server.ts';
import { submitTask } from '../commands/hand-in.server.ts';
import { approveTask } from '../commands/judge.server.ts';
import { handInForm } from '../input.ts';
import { deedConflict, deedPage, movedOn } from '../parts/deed-page.tsx';
import * as policy from '../policy.ts';
import { getTask, type TaskRecord } from '../queries.server.ts';
import { longestClosingText } from '../task.ts';
import { texts } from '../texts.ts';

type Values = Record<'text' | 'exception' | 'version', string>;

/** The form that asks what was made; what was sent back stands in it again. */
export async function handInPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const task = await getTask(ctx, req.params.id ?? '');
  return form(ctx, task, {
    text: task.handedIn?.text ?? '',
    exception: task.handedIn?.exception ?? '',
    version: String(task.version),
  });
}

/** Hands the product in and goes back to the task; whoever is also the one to judge may approve it in the same go. */
export async function handInAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const task = await getTask(ctx, req.params.id ?? '');
  const values: Values = {
    text: req.form.text('text'),
    exception: req.form.text('exception'),
    version: req.form.text('version'),
  };
  const given = handInForm.safeParse(values);
  if (!given.success) {
    const fields = new Set(given.error.issues.map((issue) => String(issue.path[0])));
    const problems = [...fields].map((fieldId) => ({ fieldId, text: t.fault.text }));
    return form(ctx, task, values, problems);
  }
  const submitted = await submitTask(ctx, task.id, given.data);
  const isBoth = req.form.text('approve') !== '';
  const outcome =
    submitted.ok && isBoth ? await approveTask(ctx, task.id, { version: given.data.version + 1 }) : submitted;
  if (outcome.ok) {
    return seeOther(taskLink(task.id), { tone: 'ok', text: isBoth ? t.flash.approved : t.flash.submitted });
  }
  if (outcome.code === 'open-sub-tasks' || outcome.code === 'proof-missing') {
    return form(ctx, task, values, [{ fieldId: 'exception', text: t.refusal[outcome.code] }]);
  }
  if (outcome.code !== 'changed-meanwhile') return movedOn(ctx, task.id);
  const present = await getTask(ctx, task.id);
  return deedConflict(ctx, req, present, {
    title: t.form.submitTitle,
    form: 'nop',
    now: { text: present.handedIn?.text ?? '', exception: present.handedIn?.exception ?? '' },
    typed: { text: values.text, exception: values.exception },
    fields: [
      { name: 'text', label: t.form.submitText },
      { name: 'exception', label: t.form.exception },
    ],
  });
}

async function form(
  ctx: Ctx,
  task: TaskRecord,
  values: Values,
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  const t = texts(ctx.lang);
  must(policy.may(ctx.actor, 'submit', task));
  const evidence = await showEvidence(ctx, taskEvidence, task.id);
  const errorOf = (name: string) => problems.find((problem) => problem.fieldId === name)?.text;
  const mayApprove = policy.may(ctx.actor, 'approve', { ...task, stage: 'submitted' }).allowed;
  return deedPage(ctx, task, {
    title: t.form.submitTitle,
    problems,
    children: (
      <Stack>
        <OpenPredecessors ctx={ctx} predecessors={(await listDependencies(ctx, task.id)).predecessors} />
        <OpenSubTasks ctx={ctx} subTasks={await listSubTasks(ctx, task.id)} />
        <AwaitedContributions lang={ctx.lang} contributions={await listContributions(ctx, task.id)} />
        <EvidencePanel shown={evidence} />
        <KeptForm action={taskLink(task.id, 'nop')} class="form">
          <HiddenField name="version" value={values.version} />
          <TextareaField
            name="text"
            label={t.form.submitText}
            hint={task.product ? t.form.submitDeclared(task.product) : t.form.submitHint}
            value={values.text}
            maxLength={longestClosingText}
            required
            error={errorOf('text')}
          />
          <TextareaField
            name="exception"
            label={t.form.exception}
            hint={t.form.exceptionHint}
            value={values.exception}
            maxLength={longestClosingText}
            rows={2}
            error={errorOf('exception')}
          />
          <p class="form-actions">
            <Button kind="primary">{t.deed.submit}</Button>
            {mayApprove && (
              <Button name="approve" value="1">
                {t.deed.submitAndApprove}
              </Button>
            )}
            <LinkButton kind="quiet" href={taskLink(task.id)}>
              {t.deed.back}
            </LinkButton>
          </p>
        </KeptForm>
      </Stack>
    ),
  });
}
