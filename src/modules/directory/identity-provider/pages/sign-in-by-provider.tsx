import { localAddress } from '#platform/http/local-address.ts';
import { type Reply, type SeeOtherReply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound, Unavailable } from '#platform/http/thrown.ts';
import type { Visit } from '#platform/session/visit.ts';
import { providerReturnLink, signInLink } from '../../links.ts';
import { goIn } from '../../session/pages/sign-in.tsx';
import { signInVouched } from '../commands/sign-in.server.ts';
import { providerCookie, providerMinutes, readMemory, writeMemory } from '../memory.ts';
import { texts } from '../texts.ts';

/** Sends the person to the identity provider. */
export async function toProvider(visit: Visit, req: Req): Promise<Reply> {
  const provider = visit.services.identityProvider;
  if (!provider) throw new NotFound();
  const back = localAddress(req.query.get('ve'), '');
  try {
    const { address, memory } = await provider.begin(req.origin + providerReturnLink);
    const value = writeMemory(memory, back);
    return {
      ...seeOther(address),
      cookies: [{ name: providerCookie, value, maxAgeSeconds: providerMinutes * 60 }],
    };
  } catch (error) {
    return backToSignIn(visit, error);
  }
}

/** Takes what the identity provider answers, and opens the session or its second step. */
export async function fromProvider(visit: Visit, req: Req): Promise<Reply> {
  const provider = visit.services.identityProvider;
  if (!provider) throw new NotFound();
  const t = texts(visit.lang);
  const remembered = readMemory(req.cookie(providerCookie));
  try {
    const answer = new URL(req.address, req.origin);
    const vouched = remembered && (await provider.finish(answer, remembered.memory));
    if (!vouched) return leave(t.refusal['not-vouched']);
    const { remoteAddress, userAgent } = req;
    const outcome = await signInVouched(visit, vouched, { remoteAddress, userAgent });
    if (!outcome.ok) return leave(t.refusal[outcome.code]);
    const inside = goIn(outcome.value, localAddress(remembered.back, ''));
    return { ...inside, cookies: [...(inside.cookies ?? []), { name: providerCookie, value: null }] };
  } catch (error) {
    return backToSignIn(visit, error);
  }
}

function backToSignIn(visit: Visit, error: unknown): SeeOtherReply {
  if (!(error instanceof Unavailable)) throw error;
  visit.services.log.warn({ err: error, requestId: visit.requestId }, 'identity provider');
  return leave(texts(visit.lang).refusal.unavailable);
}

function leave(text: string): SeeOtherReply {
  return {
    ...seeOther(signInLink(), { tone: 'late', text }),
    cookies: [{ name: providerCookie, value: null }],
  };
}
