import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { TooMany } from '#platform/http/thrown.ts';
import type { Visit } from '#platform/session/visit.ts';
import { Button } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { forgottenLink, signInLink } from '../../links.ts';
import { requestLink } from '../commands/request.server.ts';
import { forgottenForm } from '../input.ts';
import { linkMinutes } from '../password-link.ts';
import { texts } from '../texts.ts';

/** Asks for the sign-in name; where no letter can be sent, says whom to ask instead. */
export async function forgottenPage(visit: Visit): Promise<PageReply> {
  return form(visit, '');
}

/** Sends the link, if there is an account with an address, and says the same in any case. */
export async function forgottenAction(visit: Visit, req: Req): Promise<PageReply> {
  const t = texts(visit.lang).forgotten;
  const name = req.form.text('name').slice(0, 64);
  if (!visit.services.mailer) return form(visit, name);
  const given = forgottenForm.safeParse({ name });
  try {
    if (given.success) await requestLink(visit, { ...given.data, remoteAddress: req.remoteAddress });
  } catch (error) {
    if (error instanceof TooMany) {
      return form(visit, name, t.tooMany(Math.ceil(error.retryAfterSeconds / 60)));
    }
    throw error;
  }
  return page({
    title: t.title,
    current: forgottenLink,
    body: (
      <>
        <h1>{t.title}</h1>
        <p role="status">{t.sent}</p>
        <p>{t.sentHint(linkMinutes)}</p>
        <BackToSignIn label={t.back} />
      </>
    ),
  });
}

function form(visit: Visit, name: string, trouble?: string): PageReply {
  const t = texts(visit.lang).forgotten;
  const canSend = visit.services.mailer !== null;
  return page({
    ...(trouble ? { status: 422 as const } : {}),
    title: t.title,
    current: forgottenLink,
    body: (
      <>
        <h1>{t.title}</h1>
        {trouble && <ErrorSummary title={t.errorTitle} problems={[{ fieldId: 'name', text: trouble }]} />}
        <p>{canSend ? t.lead(linkMinutes) : t.noMail}</p>
        {canSend ? (
          <form method="post" action={forgottenLink} novalidate>
            <TextField
              name="name"
              label={t.name}
              value={name}
              required
              autocomplete="username"
              spellcheck={false}
            />
            <Button kind="primary">{t.submit}</Button>
          </form>
        ) : (
          <p>{t.whoToAsk}</p>
        )}
        <BackToSignIn label={t.back} />
      </>
    ),
  });
}

function BackToSignIn({ label }: { label: string }) {
  return (
    <p>
      <a href={signInLink()}>{label}</a>
    </p>
  );
}
