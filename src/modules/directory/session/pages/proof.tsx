import { localAddress } from '#platform/http/local-address.ts';
import { type PageReply, page, type Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { TooMany } from '#platform/http/thrown.ts';
import { goesOn } from '#platform/kept-form/kept-form.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { proofMinutes } from '#platform/session/proof.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { PasswordField } from '#ui/field/text-field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { accountLink, challengeLink, proofLink, proveByPasskeyLink } from '../../links.ts';
import { PasskeyForm, passkeyScript } from '../../passkey/parts/passkey-form.tsx';
import { texts as passkeyTexts } from '../../passkey/texts.ts';
import { signingOptions } from '../../passkey/web-authn.server.ts';
import { CodeField } from '../../second-factor/parts/code-field.tsx';
import { findFactors } from '../../second-factor/queries.server.ts';
import { hasFactor } from '../../second-factor/second-factor.ts';
import { proveAgain } from '../commands/prove.server.ts';
import { proofForm } from '../input.ts';
import { texts } from '../texts.ts';
import { goOn } from './sign-in.tsx';

/** Asks the person to show again who they are, before something dangerous. */
export async function proofPage(ctx: Ctx, req: Req): Promise<PageReply> {
  return form(ctx, req, localAddress(req.query.get('ve'), accountLink));
}

/** Takes the proof and goes on to where it was asked for. */
export async function proofAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const back = localAddress(req.form.text('ve'), accountLink);
  const given = proofForm.safeParse(req.form.all());
  try {
    const outcome = await proveAgain(ctx, given.success ? given.data : { password: '' });
    if (outcome.ok) return goOn(outcome.value, back, ctx.lang);
    return await form(
      ctx,
      req,
      back,
      outcome.code === 'wrong-code' ? t.step.wrongCode : t.proof.wrongPassword,
    );
  } catch (error) {
    if (error instanceof TooMany)
      return form(ctx, req, back, t.tooMany(Math.ceil(error.retryAfterSeconds / 60)));
    throw error;
  }
}

async function form(ctx: Ctx, req: Req, back: string, trouble?: string): Promise<PageReply> {
  const t = texts(ctx.lang);
  const factors = await findFactors(ctx.db, ctx.tenant.id, ctx.actor.accountId ?? '');
  const asksForCode = hasFactor(factors);
  const passkey = passkeyTexts(ctx.lang);
  const fieldId = asksForCode ? 'code' : 'password';
  return page({
    ...(trouble ? { status: 422 as const } : {}),
    title: t.proof.title,
    current: accountLink,
    ...(factors.passkeys > 0 ? { scripts: [passkeyScript] } : {}),
    crumbs: [{ label: t.proof.account, href: accountLink }, { label: t.proof.title }],
    body: (
      <>
        {trouble && <ErrorSummary title={t.proof.errorTitle} problems={[{ fieldId, text: trouble }]} />}
        <PageHead title={t.proof.title} lead={t.proof.lead(proofMinutes)} />
        {goesOn(back) && <Notice tone="info" title={t.proof.formKept} />}
        {factors.passkeys > 0 && (
          <PasskeyForm
            action={proveByPasskeyLink}
            kind="sign"
            options={signingOptions({ origin: req.origin })}
            challengeHref={challengeLink}
            label={passkey.prove}
            trouble={passkey.notVerified}
            back={back}
            isPrimary
          />
        )}
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
            <Button kind={factors.passkeys > 0 ? 'secondary' : 'primary'}>{t.proof.submit}</Button>
            <LinkButton kind="quiet" href={accountLink}>
              {t.proof.cancel}
            </LinkButton>
          </p>
        </form>
      </>
    ),
  });
}
