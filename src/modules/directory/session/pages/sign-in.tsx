import { localAddress } from '#platform/http/local-address.ts';
import { type PageReply, page, type SeeOtherReply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { TooMany } from '#platform/http/thrown.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { goesOn } from '#platform/kept-form/kept-form.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Visit } from '#platform/session/visit.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { PasswordField, TextField } from '#ui/field/text-field.tsx';
import { texts as providerTexts } from '../../identity-provider/texts.ts';
import { forgottenLink, providerLink, signInLink, signInStepLink } from '../../links.ts';
import { SignInByPasskey } from '../../passkey/parts/sign-in-by-passkey.tsx';
import { passkeyScript } from '../../passkey/parts/passkey-form.tsx';
import { signOut } from '../commands/close.server.ts';
import { signIn } from '../commands/sign-in.server.ts';
import { signInForm } from '../input.ts';
import {
  type Admission,
  landingPath,
  sessionCookie,
  sessionHours,
  stepCookie,
  stepMinutes,
} from '../session.ts';
import { texts } from '../texts.ts';

/** The sign-in form; a page that asked for it is opened afterwards. */
export async function signInPage(visit: Visit, req: Req): Promise<PageReply> {
  return form(visit, req, { name: '', back: localAddress(req.query.get('ve'), ''), trouble: undefined });
}

/** Signs in and goes on to the page that was asked for; a wrong try keeps the name. */
export async function signInAction(visit: Visit, req: Req): Promise<PageReply | SeeOtherReply> {
  const t = texts(visit.lang);
  const back = localAddress(req.form.text('ve'), '');
  const again = (trouble: string) =>
    form(visit, req, { name: req.form.text('name').slice(0, 64), back, trouble });
  const parsed = signInForm.safeParse({ name: req.form.text('name'), password: req.form.text('password') });
  if (!parsed.success) return again(t.wrong);
  try {
    const { remoteAddress, userAgent } = req;
    const outcome = await signIn(visit, { ...parsed.data, remoteAddress, userAgent });
    return outcome.ok ? goIn(outcome.value, back) : again(t.wrong);
  } catch (error) {
    if (error instanceof TooMany) return again(t.tooMany(Math.ceil(error.retryAfterSeconds / 60)));
    throw error;
  }
}

/** Hands over the cookie of an admission and leads on: to the page asked for, or to the second step. */
export function goIn({ kind, cookie }: Admission, back: string): SeeOtherReply {
  if (kind === 'step') {
    return {
      ...seeOther(signInStepLink(back)),
      cookies: [{ name: stepCookie, value: cookie, maxAgeSeconds: stepMinutes * 60 }],
    };
  }
  return {
    ...seeOther(back || landingPath),
    cookies: [
      { name: sessionCookie, value: cookie, maxAgeSeconds: sessionHours * 3600 },
      { name: stepCookie, value: null },
    ],
  };
}

/** Goes on under the new cookie of a session that has just been proven; a form that waits there is still to be sent. */
export function goOn(cookie: string, to: string, lang: Lang): SeeOtherReply {
  return {
    ...seeOther(to, goesOn(to) ? { tone: 'info', text: texts(lang).proof.sendNow } : undefined),
    cookies: [{ name: sessionCookie, value: cookie, maxAgeSeconds: sessionHours * 3600 }],
  };
}

/** Ends the session and shows the sign-in form. */
export async function signOutAction(ctx: Ctx, req: Req): Promise<SeeOtherReply> {
  await signOut(ctx, req.cookie(sessionCookie));
  return {
    ...seeOther(signInLink(), { tone: 'ok', text: texts(ctx.lang).signedOut }),
    cookies: [{ name: sessionCookie, value: null }],
  };
}

function form(
  visit: Visit,
  req: Req,
  state: { name: string; back: string; trouble: string | undefined },
): PageReply {
  const t = texts(visit.lang);
  const provider = visit.services.identityProvider;
  return page({
    ...(state.trouble ? { status: 422 as const } : {}),
    title: t.title,
    current: signInLink(),
    scripts: [passkeyScript],
    body: (
      <>
        <h1>{t.title}</h1>
        <p>{t.intro}</p>
        {state.trouble && (
          <ErrorSummary title={t.errorTitle} problems={[{ fieldId: 'name', text: state.trouble }]} />
        )}
        <form method="post" action={signInLink()} novalidate>
          <input type="hidden" name="ve" value={state.back} />
          <TextField
            name="name"
            label={t.name}
            value={state.name}
            required
            autocomplete="username"
            spellcheck={false}
          />
          <PasswordField name="password" label={t.password} required autocomplete="current-password" />
          <Button kind="primary">{t.submit}</Button>
        </form>
        {provider && (
          <LinkButton href={providerLink(state.back)}>
            {providerTexts(visit.lang).signIn(provider.label)}
          </LinkButton>
        )}
        <SignInByPasskey visit={visit} req={req} back={state.back} />
        <p>
          <a href={forgottenLink}>{t.forgotten}</a>
        </p>
        <p>
          <a href="/">{t.publicPages}</a>
        </p>
      </>
    ),
  });
}
