import { localAddress } from '#platform/http/local-address.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { TooMany } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { proofMinutes } from '#platform/session/proof.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { PasswordField } from '#ui/field/text-field.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { accountLink, proofLink } from '../../links.ts';
import { CodeField } from '../../second-factor/parts/code-field.tsx';
import { findFactors } from '../../second-factor/queries.server.ts';
import { hasFactor } from '../../second-factor/second-factor.ts';
import { proveAgain } from '../commands/prove.server.ts';
import { proofForm } from '../input.ts';
import { texts } from '../texts.ts';

/** Asks the person to show again who they are, before something dangerous. */
export async function proofPage(ctx: Ctx, req: Req): Promise<PageReply> {
  return form(ctx, localAddress(req.query.get('ve'), accountLink));
}

/** Takes the proof and goes on to where it was asked for. */
export async function proofAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const back = localAddress(req.form.text('ve'), accountLink);
  const given = proofForm.safeParse(req.form.all());
  try {
    const outcome = await proveAgain(ctx, given.success ? given.data : { password: '' });
    if (outcome.ok) return seeOther(back);
    return await form(ctx, back, outcome.code === 'wrong-code' ? t.step.wrongCode : t.proof.wrongPassword);
  } catch (error) {
    if (error instanceof TooMany) return form(ctx, back, t.tooMany(Math.ceil(error.retryAfterSeconds / 60)));
    throw error;
  }
}

async function form(ctx: Ctx, back: string, trouble?: string): Promise<PageReply> {
  const t = texts(ctx.lang);
  const asksForCode = hasFactor(await findFactors(ctx.db, ctx.tenant.id, ctx.actor.accountId ?? ''));
  const fieldId = asksForCode ? 'code' : 'password';
  return page({
    ...(trouble ? { status: 422 as const } : {}),
    title: t.proof.title,
    current: accountLink,
    crumbs: [{ label: t.proof.account, href: accountLink }, { label: t.proof.title }],
    body: (
      <>
        {trouble && <ErrorSummary title={t.proof.errorTitle} problems={[{ fieldId, text: trouble }]} />}
        <PageHead title={t.proof.title} lead={t.proof.lead(proofMinutes)} />
        <form method="post" action={proofLink()} class="form" novalidate>
          <input type="hidden" name="ve" value={back} />
          {asksForCode ? (
            <CodeField lang={ctx.lang} error={trouble} />
          ) : (
            <PasswordField
              name="password"
              label={t.password}
              required
              width="medium"
              autocomplete="current-password"
              error={trouble}
            />
          )}
          <p class="form-actions">
            <Button kind="primary">{t.proof.submit}</Button>
            <LinkButton kind="quiet" href={accountLink}>
              {t.proof.cancel}
            </LinkButton>
          </p>
        </form>
      </>
    ),
  });
}
