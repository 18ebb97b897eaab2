import { issuedPaperTexts } from '#modules/casework/index.server.ts';
import { issuedPapersLink } from '#modules/casework/links.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { NumberField } from '#ui/field/text-field.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { chasingRulesLink } from '../../links.ts';
import { mostYellowDays } from '../chasing-paper.ts';
import { rulesForm } from '../input.ts';
import * as policy from '../policy.ts';
import { findChasingRules, setChasingRules } from '../rules.server.ts';
import { texts } from '../texts.ts';

/** From when on a late task is red: the form. */
export async function chasingRulesPage(ctx: Ctx): Promise<PageReply> {
  must(policy.setRules(ctx.actor));
  const { yellowDays, version } = await findChasingRules(ctx);
  return form(ctx, String(yellowDays), version, '');
}

/** Sets it, and shows it again. */
export async function chasingRulesAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.setRules(ctx.actor));
  const t = texts(ctx.lang).rules;
  const days = req.form.text('days');
  const given = rulesForm.safeParse(req.form.all());
  const now = await findChasingRules(ctx);
  if (!given.success) return form(ctx, days, now.version, t.problem);
  const { version } = given.data;
  const outcome = await setChasingRules(ctx, { yellowDays: given.data.days, version });
  if (outcome.ok) return seeOther(chasingRulesLink, { tone: 'ok', text: t.saved });
  return { ...form(ctx, days, now.version, t.changed), status: 409 };
}

function form(ctx: Ctx, days: string, version: number, problem: string): PageReply {
  const t = texts(ctx.lang).rules;
  const problems = problem === '' ? [] : [{ fieldId: 'days', text: problem }];
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.title,
    current: issuedPapersLink,
    crumbs: [{ label: issuedPaperTexts(ctx.lang).list, href: issuedPapersLink }, { label: t.title }],
    body: (
      <>
        <ErrorSummary title={texts(ctx.lang).errorTitle} problems={problems} />
        <PageHead title={t.title} lead={t.lead} />
        <form method="post" action={chasingRulesLink} class="form" novalidate>
          <input type="hidden" name="version" value={String(version)} />
          <NumberField
            name="days"
            label={t.days}
            hint={t.hint(String(mostYellowDays))}
            value={days}
            error={problem || undefined}
            isWhole
            required
          />
          <p class="form-actions">
            <Button kind="primary">{t.save}</Button>
            <LinkButton kind="quiet" href={issuedPapersLink}>
              {texts(ctx.lang).cancel}
            </LinkButton>
          </p>
        </form>
      </>
    ),
  });
}
