import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { accountLink, changeEmailLink } from '../../links.ts';
import { texts as linkTexts } from '../../password-link/texts.ts';
import { changeEmail } from '../commands.server.ts';
import { emailForm } from '../input.ts';
import { getOwnAccount } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The form for the address to which a forgotten password's link goes; asks for a proof first. */
export async function changeEmailPage(ctx: Ctx): Promise<PageReply> {
  must(proven(ctx));
  const { email } = await getOwnAccount(ctx);
  return form(ctx, email ?? '');
}

/** Saves the address, or that there is none. */
export async function changeEmailAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = linkTexts(ctx.lang).email;
  const given = emailForm.safeParse(req.form.all());
  if (!given.success) return form(ctx, req.form.text('email').slice(0, 300), t.wrong);
  await changeEmail(ctx, given.data.email || null);
  return seeOther(accountLink, { tone: 'ok', text: t.saved });
}

function form(ctx: Ctx, email: string, problem?: string): PageReply {
  const t = linkTexts(ctx.lang).email;
  return page({
    ...(problem ? { status: 422 as const } : {}),
    title: t.change,
    current: accountLink,
    keepsForms: true,
    crumbs: [{ label: texts(ctx.lang).title, href: accountLink }, { label: t.change }],
    body: (
      <>
        {problem && <ErrorSummary title={t.errorTitle} problems={[{ fieldId: 'email', text: problem }]} />}
        <PageHead title={t.change} lead={t.lead} />
        <KeptForm action={changeEmailLink} class="form">
          <TextField
            name="email"
            label={t.label}
            hint={t.hint}
            value={email}
            error={problem}
            inputMode="email"
            autocomplete="email"
            spellcheck={false}
            width="medium"
          />
          <p class="form-actions">
            <Button kind="primary">{t.submit}</Button>
            <LinkButton kind="quiet" href={accountLink}>
              {t.cancel}
            </LinkButton>
          </p>
        </KeptForm>
      </>
    ),
  });
}
