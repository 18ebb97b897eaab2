import { type ApiRefusalCode, ApiRefusal, type Problem, problemBody } from '#platform/api/problem.ts';
import type { KeptReply } from '#platform/api/kept-reply.server.ts';
import { rateHeaders } from '#platform/api/rate-limit.ts';
import { Forbidden, NotFound, TooMany, Unavailable } from '#platform/http/thrown.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { proofNeeded } from '#platform/session/proof.ts';
import { BadForm, TooLarge, TooSlow } from '../form.ts';
import { RateExceeded } from './callers.ts';
import { texts } from './texts.ts';

/** A problem as it goes out. */
export function problemReply(problem: Problem, lang: Lang, requestId: string): KeptReply {
  const titles: Readonly<Record<number, string>> = texts(lang).titles;
  return {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': lang,
      ...(problem.version === undefined ? {} : { etag: `"${problem.version}"` }),
    },
    body: JSON.stringify(problemBody(problem, titles[problem.status] ?? '', requestId)),
  };
}

/** The answer to whatever was thrown; what nobody foresaw is a fault, and tells nothing of itself. */
export function refusalReply(error: unknown, lang: Lang, requestId: string): KeptReply {
  const say = (status: number, code: ApiRefusalCode, more: ApiRefusal['more'] = {}) => {
    const sentence = texts(lang).refusals[code];
    const detail = typeof sentence === 'string' ? sentence : sentence(more.value ?? '');
    const { errors, version } = more;
    return problemReply(
      { status, code, detail, ...(errors && { errors }), ...(version === undefined ? {} : { version }) },
      lang,
      requestId,
    );
  };
  if (error instanceof ApiRefusal) {
    const reply = say(error.status, error.code, error.more);
    return error.status === 401 ? withHeaders(reply, { 'www-authenticate': 'Bearer' }) : reply;
  }
  if (error instanceof NotFound) return say(404, 'not-found');
  if (error instanceof Forbidden) {
    return say(403, error.reason === proofNeeded ? 'people-only' : 'not-allowed');
  }
  if (error instanceof TooLarge) return say(413, 'too-large');
  if (error instanceof TooSlow) return say(408, 'too-slow');
  if (error instanceof BadForm) return say(400, 'bad-json');
  if (error instanceof Unavailable) {
    return withHeaders(say(503, 'unavailable'), { 'retry-after': String(error.retryAfterSeconds) });
  }
  if (error instanceof TooMany) {
    return withHeaders(say(429, 'too-many'), {
      'retry-after': String(error.retryAfterSeconds),
      ...(error instanceof RateExceeded && rateHeaders(error.allowance)),
    });
  }
  return say(500, 'fault');
}

function withHeaders(reply: KeptReply, headers: Readonly<Record<string, string>>): KeptReply {
  return { ...reply, headers: { ...reply.headers, ...headers } };
}
