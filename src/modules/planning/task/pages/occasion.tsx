import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import { type PageReply, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { DateField, TextareaField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { taskLink } from '../../links.ts';
import { recordEvent } from '../commands/record-event.server.ts';
import { offsetOf } from '../due-after-event.server.ts';
import { occasionForm } from '../input.ts';
import { deedConflict, deedPage, movedOn } from '../parts/deed-page.tsx';
import * as policy from '../policy.ts';
import { getTask, type TaskRecord } from '../queries.server.ts';
import { longestClosingText } from '../task.ts';
import { texts } from '../texts.ts';

type Values = Record<'text' | 'on' | 'due' | 'version', string>;

/** The form that asks for the event from which the deadline counts. */
export async function occasionPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const task = await getTask(ctx, req.params.id ?? '');
  const on = formatDate(ctx.clock.today());
  return form(ctx, task, { text: '', on, due: '', version: String(task.version) });
}

/** Records the event, and goes back to the task, which has its deadline now. */
export async function occasionAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const task = await getTask(ctx, req.params.id ?? '');
  const values: Values = {
    text: req.form.text('text'),
    on: req.form.text('on'),
    due: req.form.text('due'),
    version: req.form.text('version'),
  };
  const given = occasionForm.safeParse(values);
  const on = parseDayFirstDate(values.on);
  const dueOn = values.due === '' ? undefined : parseDayFirstDate(values.due);
  const problems: FieldProblem[] = [
    ...(given.success ? [] : [{ fieldId: 'text', text: t.fault.text }]),
    ...(on ? [] : [{ fieldId: 'on', text: t.fault.due }]),
    ...(values.due !== '' && !dueOn ? [{ fieldId: 'due', text: t.fault.due }] : []),
  ];
  if (!given.success || !on || problems.length > 0) return form(ctx, task, values, problems);
  const { text, version } = given.data;
  const outcome = await recordEvent(ctx, task.id, { text, on, dueOn, version });
  if (outcome.ok) return seeOther(taskLink(task.id), { tone: 'ok', text: t.flash.eventRecorded });
  if (outcome.code === 'wrong-state') return movedOn(ctx, task.id);
  if (outcome.code !== 'changed-meanwhile') {
    const fieldId = outcome.code === 'event-to-come' ? 'on' : 'due';
    return form(ctx, task, values, [{ fieldId, text: t.refusal[outcome.code] }]);
  }
  const { version: _old, ...typed } = values;
  return deedConflict(ctx, req, await getTask(ctx, task.id), {
    title: t.form.eventTitle,
    form: 'su-kien',
    now: { text: '', on: '', due: '' },
    typed,
    fields: [
      { name: 'text', label: t.form.eventText },
      { name: 'on', label: t.form.eventOn },
      { name: 'due', label: t.form.dueOn },
    ],
  });
}

function form(ctx: Ctx, task: TaskRecord, values: Values, problems: readonly FieldProblem[] = []): PageReply {
  const t = texts(ctx.lang);
  must(policy.may(ctx.actor, 'record-event', task));
  const errorOf = (name: string) => problems.find((problem) => problem.fieldId === name)?.text;
  return deedPage(ctx, task, {
    title: t.form.eventTitle,
    problems,
    children: (
      <KeptForm action={taskLink(task.id, 'su-kien')} class="form">
        <HiddenField name="version" value={values.version} />
        <TextareaField
          name="text"
          label={t.form.eventText}
          hint={t.form.eventHint(task.dueText ?? t.record.notGiven)}
          value={values.text}
          maxLength={longestClosingText}
          rows={2}
          required
          error={errorOf('text')}
        />
        <DateField name="on" label={t.form.eventOn} value={values.on} required error={errorOf('on')} />
        {!offsetOf(task.due) && (
          <DateField
            name="due"
            label={t.form.dueOn}
            hint={t.form.eventDueHint}
            value={values.due}
            required
            error={errorOf('due')}
          />
        )}
        <p class="form-actions">
          <Button kind="primary">{t.deed['record-event']}</Button>
          <LinkButton kind="quiet" href={taskLink(task.id)}>
            {t.deed.back}
          </LinkButton>
        </p>
      </KeptForm>
    ),
  });
}
