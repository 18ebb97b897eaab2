import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { RadioCards } from '#ui/field/choice-field.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { reportRuleLink } from '../links.ts';
import { reportCalendarLink } from '../../links.ts';
import { setDayOffRule } from '../commands/set-rule.server.ts';
import { ruleForm } from '../input.ts';
import * as policy from '../policy.ts';
import { findDayOffRule } from '../queries.server.ts';
import { dayOffRules } from '../report-period.ts';
import { texts } from '../texts.ts';

/** What becomes of hand-in days on which offices are closed. */
export function rulePage(ctx: Ctx): Promise<PageReply> {
  return form(ctx);
}

/** Saves it, and counts the days anew. */
export async function ruleAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.setRule(ctx.actor));
  const t = texts(ctx.lang);
  const chosen = req.form.text('rule');
  const parsed = ruleForm.safeParse({ rule: chosen, version: req.form.text('version') });
  if (!parsed.success) return form(ctx, chosen, [{ fieldId: 'rule', text: t.fault.other }]);
  const outcome = await setDayOffRule(ctx, parsed.data);
  if (outcome.ok) return seeOther(reportRuleLink, { tone: 'ok', text: t.rule.saved });
  return form(ctx, chosen, [{ fieldId: 'rule', text: t.refusal[outcome.code] }]);
}

async function form(ctx: Ctx, chosen?: string, problems: readonly FieldProblem[] = []): Promise<PageReply> {
  must(policy.setRule(ctx.actor));
  const t = texts(ctx.lang);
  const present = await findDayOffRule(ctx);
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.rule.title,
    current: reportCalendarLink(),
    crumbs: [{ label: t.calendar.title, href: reportCalendarLink() }, { label: t.rule.title }],
    body: (
      <>
        <ErrorSummary title={t.form.errorTitle} problems={problems} />
        <PageHead title={t.rule.title} lead={t.rule.lead} />
        <Stack>
          <Notice tone="info" title={t.rule.unverified}>
            {t.rule.unverifiedText}
          </Notice>
          <form method="post" action={reportRuleLink} class="form" novalidate>
            <input type="hidden" name="version" value={present.version} />
            <RadioCards
              name="rule"
              label={t.rule.question}
              value={chosen ?? present.rule}
              layout="column"
              options={dayOffRules.map((value) => ({ value, ...t.rule.options[value] }))}
              error={problems[0]?.text}
            />
            {present.actorName && present.at && (
              <p>{t.rule.present(present.actorName, formatInstant(ctx.lang, present.at))}</p>
            )}
            <p class="form-actions">
              <Button kind="primary">{t.rule.save}</Button>
              <LinkButton kind="quiet" href={reportCalendarLink()}>
                {t.form.back}
              </LinkButton>
            </p>
          </form>
        </Stack>
      </>
    ),
  });
}
