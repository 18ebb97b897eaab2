import type { Req } from '#platform/http/req.ts';
import type { Visit } from '#platform/session/visit.ts';
import { challengeLink, signInByPasskeyLink } from '../../links.ts';
import { texts } from '../texts.ts';
import { signingOptions } from '../web-authn.server.ts';
import { PasskeyForm } from './passkey-form.tsx';

/** Signing in by a passkey instead of name and password. */
export function SignInByPasskey({ visit, req, back }: { visit: Visit; req: Req; back: string }) {
  const t = texts(visit.lang);
  return (
    <PasskeyForm
      action={signInByPasskeyLink}
      kind="sign"
      options={signingOptions({ origin: req.origin })}
      challengeHref={challengeLink}
      label={t.signIn}
      trouble={t.notVerified}
      back={back}
    />
  );
}
