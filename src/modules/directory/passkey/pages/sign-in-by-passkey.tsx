import { localAddress } from '#platform/http/local-address.ts';
import { data, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { TooMany } from '#platform/http/thrown.ts';
import { issueChallenge } from '#platform/session/challenge.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Visit } from '#platform/session/visit.ts';
import { accountLink, proofLink, signInLink } from '../../links.ts';
import { goIn, goOn } from '../../session/pages/sign-in.tsx';
import { texts as sessionTexts } from '../../session/texts.ts';
import { proveByPasskey, signInByPasskey } from '../commands/use.server.ts';
import { signedAnswer } from '../input.ts';
import { texts } from '../texts.ts';

/** A fresh challenge for the script of a page. */
export async function challengeData(visit: Visit, req: Req): Promise<Reply> {
  const { pool, clock, throttle } = visit.services;
  await throttle.count('challenge-address', req.remoteAddress);
  return data({ challenge: await issueChallenge(pool, clock.now()) });
}

/** Signs in by what the device has signed, and goes on to the page that was asked for. */
export async function signInByPasskeyAction(visit: Visit, req: Req): Promise<Reply> {
  const back = localAddress(req.form.text('ve'), '');
  const again = (text: string) => seeOther(signInLink(back), { tone: 'late', text });
  const answer = signedAnswer.safeParse(req.form.text('credential'));
  if (!answer.success) return again(texts(visit.lang).notVerified);
  try {
    const { origin, remoteAddress, userAgent } = req;
    const given = { answer: answer.data, remoteAddress, userAgent };
    const outcome = await signInByPasskey(visit, { origin }, given);
    return outcome.ok ? goIn(outcome.value, back) : again(texts(visit.lang).notVerified);
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    return again(sessionTexts(visit.lang).tooMany(Math.ceil(error.retryAfterSeconds / 60)));
  }
}

/** Takes what the device has signed as the proof that was asked for, and goes back there. */
export async function proveByPasskeyAction(ctx: Ctx, req: Req): Promise<Reply> {
  const back = localAddress(req.form.text('ve'), accountLink);
  const answer = signedAnswer.safeParse(req.form.text('credential'));
  const outcome = answer.success ? await proveByPasskey(ctx, { origin: req.origin }, answer.data) : undefined;
  if (outcome?.ok) return goOn(outcome.value, back, ctx.lang);
  return seeOther(proofLink(back), { tone: 'late', text: texts(ctx.lang).notVerified });
}
