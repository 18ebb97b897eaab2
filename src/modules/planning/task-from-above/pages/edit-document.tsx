import { conflictOf } from '#platform/conflict/conflict.server.ts';
import { type Facts, seenField, seenText } from '#platform/conflict/seen.ts';
import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { type Crumb, type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { Conflict } from '#ui/conflict/conflict.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { TextareaField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { taskLink, tasksLink } from '../../links.ts';
import { getTask, type TaskRecord } from '../../task/queries.server.ts';
import { sourceCrumb } from '../../task/source-crumb.ts';
import { editDocument } from '../edit-document.server.ts';
import { documentForm } from '../input.ts';
import * as policy from '../policy.ts';
import { DocumentFields } from '../parts/document-fields.tsx';
import { longestReason } from '../task-from-above.ts';
import { texts } from '../texts.ts';

const names = ['number', 'on', 'issuer', 'abstract', 'reason', 'version'] as const;
type Values = Record<(typeof names)[number], string>;

/** The form that mends what is written of the document of a task from above. */
export async function editDocumentPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const task = await getTask(ctx, req.params.id ?? '');
  return form(ctx, task, { ...storedIn(task), reason: '', version: String(task.version) });
}

/** Mends the document, and goes back to its task. */
export async function editDocumentAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const task = await getTask(ctx, req.params.id ?? '');
  must(policy.may(ctx.actor, 'edit-document'));
  const values = Object.fromEntries(names.map((name) => [name, req.form.text(name)])) as Values;
  const given = documentForm.safeParse(values);
  const on = parseDayFirstDate(values.on);
  if (!given.success || !on) {
    const wrong = new Set(given.error?.issues.map((issue) => String(issue.path[0])));
    const faults: Readonly<Record<string, string>> = { ...t.fault, ...t.edit.fault };
    const problems = names
      .filter((name) => wrong.has(name) || (name === 'on' && !on))
      .map((name) => ({ fieldId: name, text: faults[name] ?? t.fault.choice }));
    return form(ctx, task, values, problems);
  }
  const { number, issuer, abstract, reason, version } = given.data;
  const outcome = await editDocument(ctx, task.id, { to: { number, on, issuer, abstract }, reason, version });
  if (outcome.ok) return seeOther(taskLink(task.id), { tone: 'ok', text: t.edit.done });
  switch (outcome.code) {
    case 'changed-meanwhile':
      return conflict(ctx, req, await getTask(ctx, task.id), values);
    case 'document-to-come':
    case 'due-before-document':
      return form(ctx, task, values, [{ fieldId: 'on', text: t.refusal[outcome.code] }]);
    default:
      return form(ctx, task, values, [{ fieldId: 'number', text: t.edit.refusal[outcome.code] }]);
  }
}

/** What is written of the document, as its form shows it. */
function storedIn({ from }: TaskRecord): { number: string; on: string; issuer: string; abstract: string } {
  if (from === null) throw new NotFound();
  return { number: from.number, on: formatDate(from.on), issuer: from.issuer, abstract: from.abstract ?? '' };
}

function crumbsOf(ctx: Ctx, task: TaskRecord): Crumb[] {
  const t = texts(ctx.lang);
  return [
    sourceCrumb(ctx.lang, task),
    { label: `${task.code} ${task.title}`, href: taskLink(task.id) },
    { label: t.edit.title },
  ];
}

/** Somebody changed the task since this person opened it: both versions of the document. */
async function conflict(
  ctx: Ctx,
  req: Req,
  task: TaskRecord,
  { reason, version: _seen, ...mine }: Values,
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const now: Facts = storedIn(task);
  const acts = ['planning.task-from-above.edit-document', 'planning.task.assign'];
  const both = await conflictOf(ctx, req.form, { kind: 'task', id: task.id, acts }, { now, typed: mine });
  return page({
    status: 409,
    title: t.edit.title,
    current: tasksLink(),
    crumbs: crumbsOf(ctx, task),
    body: (
      <>
        <PageHead title={t.edit.title} lead={task.title} />
        <Conflict
          {...both}
          carry={{ ...both.carry, reason, version: String(task.version) }}
          action={taskLink(task.id, 'van-ban-giao')}
          backHref={taskLink(task.id)}
          fields={[
            { name: 'number', label: t.number },
            { name: 'on', label: t.on },
            { name: 'issuer', label: t.issuer },
            { name: 'abstract', label: t.abstract },
          ]}
        />
      </>
    ),
  });
}

function form(ctx: Ctx, task: TaskRecord, values: Values, problems: readonly FieldProblem[] = []): PageReply {
  must(policy.may(ctx.actor, 'edit-document'));
  const t = texts(ctx.lang);
  const seen = seenText(storedIn(task));
  const field = (name: keyof Values) => ({
    name,
    value: values[name],
    error: problems.find((problem) => problem.fieldId === name)?.text,
  });
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.edit.title,
    current: tasksLink(),
    keepsForms: true,
    crumbs: crumbsOf(ctx, task),
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={t.edit.title} lead={task.title} />
        <KeptForm action={taskLink(task.id, 'van-ban-giao')} class="form">
          <HiddenField name="version" value={values.version} />
          <HiddenField name={seenField} value={seen} />
          <DocumentFields lang={ctx.lang} field={field} />
          <TextareaField
            {...field('reason')}
            label={t.edit.reason}
            hint={t.edit.reasonHint}
            maxLength={longestReason}
            rows={2}
            required
          />
          <p class="form-actions">
            <Button kind="primary">{t.edit.save}</Button>
            <LinkButton kind="quiet" href={taskLink(task.id)}>
              {t.edit.back}
            </LinkButton>
          </p>
        </KeptForm>
      </>
    ),
  });
}
