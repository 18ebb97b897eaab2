import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { conflictOf } from '#platform/conflict/conflict.server.ts';
import { seenField, seenText } from '#platform/conflict/seen.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { Conflict, type ConflictField } from '#ui/conflict/conflict.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { conclusionLink, conclusionsLink, taskLink, tasksLink } from '../../links.ts';
import { conclusionLineLink } from '../links.ts';
import type { Conclusion, ConclusionLine, LineStanding } from '../conclusion.ts';
import { editLine, findLine } from '../line-commands.server.ts';
import {
  emptyLine,
  type LineField,
  lineField,
  lineFields,
  lineProblem,
  type LineValues,
  readLines,
  typedLine,
} from '../line-values.server.ts';
import { LineFields, type LineOptions, TextOfLine } from '../parts/line-fields.tsx';
import * as policy from '../policy.ts';
import { getConclusion } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { lineOptions } from './lines.tsx';

/** The form that decides about one line, or mends it. */
export async function linePage(ctx: Ctx, req: Req): Promise<PageReply> {
  const { conclusion, line } = await find(ctx, req);
  return form(ctx, conclusion, line, valuesOf(line), String(line.version));
}

/** Stores what was decided about the line, and goes back to its conclusion. */
export async function lineAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const { conclusion, line } = await find(ctx, req);
  const typed = typedOf(line, typedLine(req.form, 1));
  const version = req.form.text('version');
  const back = (problems: readonly FieldProblem[]) => form(ctx, conclusion, line, typed, version, problems);
  const given = readLines(ctx.lang, [typed]);
  if (!given.ok) return back(given.problems);
  const [wanted] = given.lines;
  if (!wanted) return back([lineProblem(ctx.lang, 1, 'text')]);
  const { decision } = wanted;
  if (
    line.standing !== 'task' &&
    decision.standing === 'task' &&
    !policy.charge(ctx.actor, 'edit-line', decision.task.leadUnitId).allowed
  ) {
    return back([lineProblem(ctx.lang, 1, 'unit', t.refusal['other-unit'])]);
  }
  const seen = /^\d{1,9}$/.test(version) ? Number(version) : 0;
  const outcome = await editLine(ctx, conclusion.id, line.id, { line: wanted, version: seen });
  if (outcome.ok) return seeOther(conclusionLink(conclusion.id), { tone: 'ok', text: t.lineSaved });
  if (outcome.code === 'changed-meanwhile') return conflict(ctx, req, conclusion, line, typed);
  const field = { 'has-task': 'as', 'due-before-document': 'due', 'unknown-choice': 'unit' } as const;
  const at = field[outcome.code as keyof typeof field] ?? 'task';
  return back([lineProblem(ctx.lang, 1, at, t.refusal[outcome.code])]);
}

async function find(ctx: Ctx, req: Req): Promise<{ conclusion: Conclusion; line: ConclusionLine }> {
  const conclusion = await getConclusion(ctx, req.params.id ?? '');
  must(policy.may(ctx.actor, 'edit-line'));
  return { conclusion, line: await findLine(ctx, conclusion.id, req.params.line ?? '') };
}

function valuesOf(line: ConclusionLine): LineValues {
  return {
    ...emptyLine,
    text: line.text,
    as: line.standing,
    title: line.standing === 'task' ? (line.task?.title ?? line.text) : line.text.slice(0, 1_000),
    task: line.standing === 'joined' ? (line.task?.id ?? '') : '',
    reason: line.reason ?? '',
  };
}

/** What was typed; of a line that has become a task only its text. */
function typedOf(line: ConclusionLine, typed: LineValues): LineValues {
  return line.standing === 'task' ? { ...valuesOf(line), text: typed.text } : typed;
}

function factsOf(values: LineValues): Record<string, string> {
  return Object.fromEntries(
    lineFields.map((field) => [
      lineField(1, field),
      field === 'with' ? values.with.join('\n') : values[field],
    ]),
  );
}

function crumbsOf(ctx: Ctx, conclusion: Conclusion) {
  const t = texts(ctx.lang);
  return [
    { label: t.list, href: conclusionsLink },
    { label: conclusion.number, href: conclusionLink(conclusion.id) },
    { label: t.lineTitle },
  ];
}

/** Somebody changed the line since this person opened it: both versions. */
async function conflict(
  ctx: Ctx,
  req: Req,
  conclusion: Conclusion,
  line: ConclusionLine,
  typed: LineValues,
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const record = { kind: 'conclusion', id: conclusion.id, acts: ['planning.conclusion.edit-line'] };
  const both = await conflictOf(ctx, req.form, record, {
    now: factsOf(valuesOf(line)),
    typed: factsOf(typed),
  });
  const labels = t.review;
  const names = {
    text: labels.text,
    as: labels.as,
    title: labels.task,
    unit: labels.unit,
    with: labels.with,
    due: labels.due,
    dueText: labels.dueText,
    product: labels.product,
    leader: labels.leader,
    task: labels.joined,
    reason: labels.reason,
  };
  const { units, leaders } = await lineOptions(ctx);
  const among = (options: LineOptions['units']) => (id: string) =>
    options.find(({ value }) => value === id)?.label ?? '';
  const shown: Partial<Record<LineField, Pick<ConflictField, 'show' | 'options'>>> = {
    as: { show: (one) => t.standing[one as LineStanding] ?? '' },
    unit: { show: among(units) },
    with: { options: units },
    leader: { show: among(leaders) },
  };
  return page({
    status: 409,
    title: t.lineTitle,
    current: tasksLink(),
    crumbs: crumbsOf(ctx, conclusion),
    body: (
      <>
        <PageHead title={t.lineTitle} lead={line.text} />
        <Conflict
          {...both}
          carry={{ ...both.carry, version: String(line.version) }}
          action={conclusionLineLink(conclusion.id, line.id)}
          backHref={conclusionLink(conclusion.id)}
          fields={lineFields.map((field) => ({
            name: lineField(1, field),
            label: names[field],
            ...shown[field],
          }))}
        />
      </>
    ),
  });
}

async function form(
  ctx: Ctx,
  conclusion: Conclusion,
  line: ConclusionLine,
  values: LineValues,
  version: string,
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const fields = { lang: ctx.lang, number: 1, values, problems, options: await lineOptions(ctx) };
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.lineTitle,
    current: tasksLink(),
    keepsForms: true,
    crumbs: crumbsOf(ctx, conclusion),
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={t.lineTitle} lead={t.review.line(formatNumber(ctx.lang, line.ordinal))} />
        <KeptForm action={conclusionLineLink(conclusion.id, line.id)} class="form">
          <HiddenField name={seenField} value={seenText(factsOf(valuesOf(line)))} />
          <input type="hidden" name="version" value={version} />
          {line.standing === 'task' ? (
            <>
              <Notice tone="info" title={t.review.isTask}>
                {line.task ? (
                  <a href={taskLink(line.task.id)}>{`${line.task.code} ${line.task.title}`}</a>
                ) : (
                  t.goneTask
                )}
              </Notice>
              <TextOfLine {...fields} />
            </>
          ) : (
            <LineFields {...fields} />
          )}
          <p class="form-actions">
            <Button kind="primary">{t.saveLine}</Button>
            <LinkButton kind="quiet" href={conclusionLink(conclusion.id)}>
              {t.back}
            </LinkButton>
          </p>
        </KeptForm>
      </>
    ),
  });
}
