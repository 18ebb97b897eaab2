import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { TextareaField } from '#ui/field/text-field.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { discardPaper, draftReplacement, restorePaper } from '../commands.server.ts';
import { issueForm, withdrawForm } from '../input.ts';
import { issuePaper, withdrawPaper } from '../issue.server.ts';
import { type IssuedPaper, longestReason, numberAndSymbol } from '../issued-paper.ts';
import { issuedPaperLink, issuedPapersLink } from '../../links.ts';
import { type PaperSource, sourceOfKind } from '../paper-source.server.ts';
import * as policy from '../policy.ts';
import { getPaper } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { shownPaper } from './paper.tsx';

/** Issues a paper, and goes back to it; a refusal keeps what was typed. */
export async function issueAction(ctx: Ctx, req: Req, sources: readonly PaperSource[]): Promise<Reply> {
  const t = texts(ctx.lang);
  const paper = await getPaper(ctx, req.params.id ?? '');
  must(policy.may(ctx.actor, 'issue', paper));
  const values = { number: req.form.text('number'), on: req.form.text('on'), note: req.form.text('note') };
  const again = (problems: readonly FieldProblem[]) => shownPaper(ctx, paper, sources, { values, problems });
  const given = issueForm.safeParse(req.form.all());
  if (!given.success) {
    const named = new Set(given.error.issues.map(({ path }) => String(path[0])));
    const problems = (['number', 'on'] as const).flatMap((fieldId) =>
      named.has(fieldId) ? [{ fieldId, text: t.problem[fieldId] }] : [],
    );
    return again(problems.length > 0 ? problems : [{ fieldId: '', text: t.refusal['changed-meanwhile'] }]);
  }
  const { number, proposed } = given.data;
  const outcome = await issuePaper(ctx, sourceOfKind(sources, paper.kind), paper.id, {
    ...given.data,
    on: given.data.on as PlainDate,
  });
  if (outcome.ok) {
    const isOther = number === proposed && outcome.value.number !== proposed;
    const shown = numberAndSymbol(outcome.value.number, paper.symbol);
    return seeOther(issuedPaperLink(paper.id), {
      tone: isOther ? 'info' : 'ok',
      text: isOther ? t.issuedOther(shown) : t.issued(shown),
    });
  }
  if (outcome.code === 'wrong-state')
    return seeOther(issuedPaperLink(paper.id), { tone: 'info', text: t.refusal[outcome.code] });
  const field = { 'number-taken': 'number', 'number-unexplained': 'note', 'day-ahead': 'on' } as const;
  const fieldId = outcome.code in field ? field[outcome.code as keyof typeof field] : '';
  return again([{ fieldId, text: t.refusal[outcome.code] }]);
}

/** The form that withdraws a paper. */
export async function withdrawPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const paper = await getPaper(ctx, req.params.id ?? '');
  must(policy.may(ctx.actor, 'recall', paper));
  return withdrawing(ctx, paper, '', []);
}

/** Withdraws a paper, and goes back to it. */
export async function withdrawAction(ctx: Ctx, req: Req, sources: readonly PaperSource[]): Promise<Reply> {
  const t = texts(ctx.lang);
  const paper = await getPaper(ctx, req.params.id ?? '');
  must(policy.may(ctx.actor, 'recall', paper));
  const reason = req.form.text('reason');
  const given = withdrawForm.safeParse(req.form.all());
  if (!given.success) return withdrawing(ctx, paper, reason, [{ fieldId: 'reason', text: t.problem.reason }]);
  const outcome = await withdrawPaper(ctx, sourceOfKind(sources, paper.kind), paper.id, given.data);
  if (outcome.ok) return seeOther(issuedPaperLink(paper.id), { tone: 'ok', text: t.withdrawn });
  return seeOther(issuedPaperLink(paper.id), { tone: 'info', text: t.refusal['wrong-state'] });
}

/** Drafts a paper in the place of an issued one, and goes to it. */
export async function replaceAction(ctx: Ctx, req: Req, sources: readonly PaperSource[]): Promise<Reply> {
  const t = texts(ctx.lang);
  const paper = await getPaper(ctx, req.params.id ?? '');
  const outcome = await draftReplacement(ctx, sourceOfKind(sources, paper.kind), paper.id);
  if (outcome.ok) return seeOther(issuedPaperLink(outcome.value), { tone: 'ok', text: t.replacing });
  return seeOther(issuedPaperLink(paper.id), { tone: 'late', text: t.refusal[outcome.code] });
}

/** Puts a draft into the trash, and offers to take that back. */
export async function discardAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const outcome = await discardPaper(ctx, id);
  if (!outcome.ok) return seeOther(issuedPaperLink(id), { tone: 'info', text: t.refusal[outcome.code] });
  const undo = issuedPaperLink(id, 'khoi-phuc');
  return seeOther(issuedPapersLink, { tone: 'ok', text: t.discarded, undo });
}

/** Brings a draft back, and goes to it. */
export async function restoreAction(ctx: Ctx, req: Req): Promise<Reply> {
  const id = req.params.id ?? '';
  await restorePaper(ctx, id);
  return seeOther(issuedPaperLink(id), { tone: 'ok', text: texts(ctx.lang).restored });
}

function withdrawing(
  ctx: Ctx,
  paper: IssuedPaper,
  reason: string,
  problems: readonly FieldProblem[],
): PageReply {
  const t = texts(ctx.lang);
  const number = paper.issued ? numberAndSymbol(paper.issued.number, paper.symbol) : t.noNumber;
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.withdrawTitle,
    current: issuedPapersLink,
    keepsForms: true,
    crumbs: [
      { label: t.list, href: issuedPapersLink },
      { label: number, href: issuedPaperLink(paper.id) },
      { label: t.withdraw },
    ],
    body: (
      <>
        <ErrorSummary title={t.problem.title} problems={problems} />
        <PageHead title={t.withdrawTitle} lead={paper.subject} />
        <p class="form-lead">{t.withdrawLead(number)}</p>
        <KeptForm action={issuedPaperLink(paper.id, 'thu-hoi')} class="form">
          <input type="hidden" name="version" value={String(paper.version)} />
          <TextareaField
            name="reason"
            label={t.reason}
            value={reason}
            rows={3}
            maxLength={longestReason}
            error={problems.find(({ fieldId }) => fieldId === 'reason')?.text}
            required
          />
          <p class="form-actions">
            <Button kind="primary">{t.withdraw}</Button>
            <LinkButton kind="quiet" href={issuedPaperLink(paper.id)}>
              {t.back}
            </LinkButton>
          </p>
        </KeptForm>
      </>
    ),
  });
}
