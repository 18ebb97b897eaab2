import { localAddress } from '#platform/http/local-address.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { TooMany } from '#platform/http/thrown.ts';
import type { Visit } from '#platform/session/visit.ts';
import { Button } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { signInLink, signInStepLink } from '../../links.ts';
import { SignInByPasskey } from '../../passkey/parts/sign-in-by-passkey.tsx';
import { passkeyScript } from '../../passkey/parts/passkey-form.tsx';
import { CodeField } from '../../second-factor/parts/code-field.tsx';
import { finishSignIn, personAtStep } from '../commands/admit.server.ts';
import { codeForm } from '../input.ts';
import { stepCookie } from '../session.ts';
import { texts } from '../texts.ts';
import { readToken } from '../token.server.ts';
import { goIn } from './sign-in.tsx';

/** Asks for the second factor; without a sign-in that waits for it, leads back to the first step. */
export async function signInStepPage(visit: Visit, req: Req): Promise<Reply> {
  const back = localAddress(req.query.get('ve'), '');
  const step = readToken(req.cookie(stepCookie));
  const person = step && (await personAtStep(visit, step));
  return person ? form(visit, req, back) : seeOther(signInLink(back));
}

/** Takes the code and opens the session. */
export async function signInStepAction(visit: Visit, req: Req): Promise<Reply> {
  const t = texts(visit.lang);
  const back = localAddress(req.form.text('ve'), '');
  const given = codeForm.safeParse(req.form.all());
  if (!given.success) return form(visit, req, back, t.step.wrongCode);
  try {
    const { remoteAddress, userAgent } = req;
    const outcome = await finishSignIn(visit, req.cookie(stepCookie), {
      ...given.data,
      remoteAddress,
      userAgent,
    });
    if (outcome.ok) return goIn(outcome.value, back);
    if (outcome.code === 'wrong-code') return form(visit, req, back, t.step.wrongCode);
    return seeOther(signInLink(back), { tone: 'late', text: t.step.ranOut });
  } catch (error) {
    if (error instanceof TooMany)
      return form(visit, req, back, t.tooMany(Math.ceil(error.retryAfterSeconds / 60)));
    throw error;
  }
}

function form(visit: Visit, req: Req, back: string, trouble?: string): PageReply {
  const t = texts(visit.lang);
  return page({
    ...(trouble ? { status: 422 as const } : {}),
    title: t.step.title,
    current: signInStepLink(),
    scripts: [passkeyScript],
    body: (
      <>
        <h1>{t.step.title}</h1>
        <p>{t.step.lead}</p>
        {trouble && <ErrorSummary title={t.errorTitle} problems={[{ fieldId: 'code', text: trouble }]} />}
        <form method="post" action={signInStepLink()} novalidate>
          <input type="hidden" name="ve" value={back} />
          <CodeField lang={visit.lang} error={trouble} />
          <Button kind="primary">{t.submit}</Button>
        </form>
        <SignInByPasskey visit={visit} req={req} back={back} />
        <p>
          <a href={signInLink(back)}>{t.step.restart}</a>
        </p>
      </>
    ),
  });
}
