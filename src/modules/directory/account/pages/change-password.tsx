import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { accountLink, changePasswordLink } from '../../links.ts';
import { longestPassword, shortestPassword } from '../account.ts';
import { changePassword } from '../commands.server.ts';
import { newPasswordForm } from '../input.ts';
import { getOwnAccount } from '../queries.server.ts';
import { landingPath } from '../../session/session.ts';
import { NewPasswordFields } from '../parts/new-password-fields.tsx';
import { texts } from '../texts.ts';

/** The form for a new password; asks for a proof first, so that nothing typed is lost. */
export async function changePasswordPage(ctx: Ctx): Promise<PageReply> {
  must(proven(ctx));
  return form(ctx);
}

/** Changes the password and goes back to the account, or to work where the first password had to be changed. */
export async function changePasswordAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const given = newPasswordForm.safeParse(req.form.all());
  if (!given.success || given.data.fresh !== given.data.again) return form(ctx, t.password.unlike);
  const { hasStartPassword } = await getOwnAccount(ctx);
  const outcome = await changePassword(ctx, given.data.fresh);
  if (!outcome.ok) return form(ctx, t.problem[outcome.code](shortestPassword, longestPassword));
  return seeOther(hasStartPassword ? landingPath : accountLink, { tone: 'ok', text: t.password.changed });
}

async function form(ctx: Ctx, problem?: string): Promise<PageReply> {
  const t = texts(ctx.lang).password;
  const { hasStartPassword } = await getOwnAccount(ctx);
  return page({
    ...(problem ? { status: 422 as const } : {}),
    title: t.changeTitle,
    current: accountLink,
    crumbs: [{ label: texts(ctx.lang).title, href: accountLink }, { label: t.changeTitle }],
    body: (
      <>
        {problem && <ErrorSummary title={t.errorTitle} problems={[{ fieldId: 'fresh', text: problem }]} />}
        <PageHead title={t.changeTitle} lead={hasStartPassword ? t.startLead : t.lead} />
        <form method="post" action={changePasswordLink} class="form" novalidate>
          <NewPasswordFields lang={ctx.lang} problem={problem} />
          <p class="form-actions">
            <Button kind="primary">{t.submit}</Button>
            {!hasStartPassword && (
              <LinkButton kind="quiet" href={accountLink}>
                {t.cancel}
              </LinkButton>
            )}
          </p>
        </form>
      </>
    ),
  });
}
