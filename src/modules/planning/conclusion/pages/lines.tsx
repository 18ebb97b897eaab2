import type { VNode } from 'preact';
import { listOfficers, listUnits, noteOfficersSeen } from '#modules/directory/index.server.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { conclusionLink, conclusionsLink, tasksLink } from '../../links.ts';
import { takeLinesBackLink } from '../links.ts';
import { type Conclusion, mostAtOnce, type NewLine } from '../conclusion.ts';
import { addLines, takeLinesBack } from '../line-commands.server.ts';
import { emptyLine, lineProblem, type LineValues, readLines, typedLines } from '../line-values.server.ts';
import { LineFields, type LineOptions } from '../parts/line-fields.tsx';
import * as policy from '../policy.ts';
import { getConclusion } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The form of lines that are entered one by one. */
export async function linesPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const conclusion = await getConclusion(ctx, req.params.id ?? '');
  must(policy.may(ctx.actor, 'add-lines'));
  return review(ctx, conclusion, [emptyLine], {});
}

/** Stores the lines with what was decided about each, and offers to take all of it back. */
export async function addLinesAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const conclusion = await getConclusion(ctx, req.params.id ?? '');
  must(policy.may(ctx.actor, 'add-lines'));
  const typed = typedLines(req.form);
  if (req.form.text('deed') === 'more') return review(ctx, conclusion, [...typed, emptyLine], {});
  const given = readLines(ctx.lang, typed);
  if (!given.ok) return review(ctx, conclusion, typed, { problems: given.problems });
  const others = otherUnits(ctx, given);
  if (others.length > 0) return review(ctx, conclusion, typed, { problems: others });
  const outcome = await addLines(ctx, conclusion.id, given.lines);
  if (outcome.ok) {
    const { batchId, lines, tasks } = outcome.value;
    return seeOther(conclusionLink(conclusion.id), {
      tone: 'ok',
      text: t.added(formatNumber(ctx.lang, lines), formatNumber(ctx.lang, tasks)),
      undo: takeLinesBackLink(conclusion.id, batchId),
    });
  }
  const place = given.places[Number(outcome.detail?.line ?? 1) - 1] ?? 1;
  const field = {
    'due-before-document': 'due',
    'unknown-task': 'task',
    'several-tasks': 'task',
    'unknown-choice': 'unit',
  } as const;
  const at = field[outcome.code as keyof typeof field] ?? 'text';
  const problems = [lineProblem(ctx.lang, place, at, t.refusal[outcome.code])];
  return review(ctx, conclusion, typed.length > 0 ? typed : [emptyLine], { problems });
}

/** The lines that charge a unit which this person may not charge, each told at its place. */
function otherUnits(
  ctx: Ctx,
  { lines, places }: { readonly lines: readonly NewLine[]; readonly places: readonly number[] },
): FieldProblem[] {
  const sentence = texts(ctx.lang).refusal['other-unit'];
  return lines.flatMap(({ decision }, index) =>
    decision.standing !== 'task' || policy.charge(ctx.actor, 'add-lines', decision.task.leadUnitId).allowed
      ? []
      : lineProblem(ctx.lang, places[index] ?? 1, 'unit', sentence),
  );
}

/** Takes lines back that were confirmed together. */
export async function takeLinesBackAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const outcome = await takeLinesBack(ctx, id, req.params.batch ?? '');
  return seeOther(
    conclusionLink(id),
    outcome.ok
      ? { tone: 'ok', text: t.takenBack(formatNumber(ctx.lang, outcome.value.lines)) }
      : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

/** The units and leaders that one can choose for a line. */
export async function lineOptions(ctx: Ctx): Promise<LineOptions> {
  const [officers, units] = [await listOfficers(ctx), await listUnits(ctx)];
  noteOfficersSeen(ctx, officers.length, ['fullName', 'unitName']);
  return {
    units: units.map((unit) => ({ value: unit.id, label: unit.name })),
    leaders: officers.map((one) => ({ value: one.id, label: `${one.fullName} · ${one.unitName}` })),
  };
}

/** The way from the conclusions to a page of this one. */
export function crumbsOf(ctx: Ctx, conclusion: Conclusion, title: string) {
  return [
    { label: texts(ctx.lang).list, href: conclusionsLink },
    { label: conclusion.number, href: conclusionLink(conclusion.id) },
    { label: title },
  ];
}

/** The form in which lines are confirmed, each with what is to become of it; `note` says where they come from. */
export async function review(
  ctx: Ctx,
  conclusion: Conclusion,
  typed: readonly LineValues[],
  more: { readonly problems?: readonly FieldProblem[]; readonly note?: VNode },
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const options = await lineOptions(ctx);
  const problems = more.problems ?? [];
  const lines = typed.slice(0, mostAtOnce);
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.review.title,
    current: tasksLink(),
    keepsForms: true,
    crumbs: crumbsOf(ctx, conclusion, t.review.title),
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={t.review.title} lead={t.review.lead} />
        <KeptForm action={conclusionLink(conclusion.id, 'dong')} class="form">
          {more.note}
          {lines.map((values, index) => {
            const number = index + 1;
            return (
              <Panel key={number} id={`d${number}`} title={t.review.line(formatNumber(ctx.lang, number))}>
                <LineFields
                  lang={ctx.lang}
                  number={number}
                  values={values}
                  options={options}
                  problems={problems}
                />
              </Panel>
            );
          })}
          <p class="form-actions">
            <Button kind="primary">{t.review.confirm}</Button>
            {lines.length < mostAtOnce && (
              <Button name="deed" value="more">
                {t.review.more}
              </Button>
            )}
            <LinkButton kind="quiet" href={conclusionLink(conclusion.id)}>
              {t.back}
            </LinkButton>
          </p>
        </KeptForm>
      </>
    ),
  });
}
