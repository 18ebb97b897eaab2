import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Operation } from '#platform/api/operation.ts';
import { apiDocument } from '#platform/api/open-api.ts';
import { acceptedLang, ApiRefusal } from '#platform/api/problem.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { AppEnv } from '../respond.ts';
import { answerOperation, troubleReply } from './answer-operation.ts';
import { apiRoot } from './show-reply.ts';
import { texts } from './texts.ts';

/** Everything below the root of the API: its operations, its document, and a problem for whatever is neither.
 *  @param origins other sites whose scripts may call it; none unless named */
export function apiRoutes(operations: readonly Operation[], origins: readonly string[]): Hono<AppEnv> {
  const api = new Hono<AppEnv>();
  if (origins.length > 0) api.use('*', cors(corsFor(origins)));
  const documents = new Map<Lang, string>();
  // Made when it is first asked for: half a second that no start waits for.
  const documentOf = (lang: Lang): string => {
    const made = documents.get(lang) ?? documentIn(lang, operations);
    documents.set(lang, made);
    return made;
  };
  api.get('/openapi.json', (c) => {
    c.header('cache-control', 'public, max-age=300');
    c.header('vary', 'accept-language');
    c.header('content-type', 'application/json; charset=utf-8');
    return c.body(documentOf(acceptedLang(c.req.header('accept-language'))));
  });
  for (const operation of operations) {
    api.on(operation.verb, operation.path, (c) => answerOperation(c, operation));
  }
  for (const path of new Set(['/openapi.json', ...operations.map((one) => one.path)])) {
    api.all(path, (c) => wrongVerb(c, path, operations));
  }
  api.all('*', () => {
    throw new ApiRefusal(404, 'not-found');
  });
  api.onError((error, c) => troubleReply(c, error));
  return api;
}

function documentIn(lang: Lang, operations: readonly Operation[]): string {
  const t = texts(lang);
  return JSON.stringify(apiDocument(operations, { lang, root: apiRoot, ...t.document, statuses: t.titles }));
}

function wrongVerb(c: Context<AppEnv>, path: string, operations: readonly Operation[]): Response {
  const verbs = operations.filter((one) => one.path === path).map((one) => one.verb.toUpperCase());
  c.header(
    'allow',
    [...new Set(['GET', 'HEAD', ...verbs])].filter((verb) => allows(verb, path, verbs)).join(', '),
  );
  throw new ApiRefusal(405, 'wrong-verb');
}

function allows(verb: string, path: string, verbs: readonly string[]): boolean {
  if (path === '/openapi.json') return verb === 'GET' || verb === 'HEAD';
  return verbs.includes(verb === 'HEAD' ? 'GET' : verb);
}

/** Scripts of named sites may call with a token that they hold; cookies are never theirs to send. */
function corsFor(origins: readonly string[]) {
  return {
    origin: [...origins],
    allowMethods: ['GET', 'POST', 'PUT'],
    allowHeaders: ['authorization', 'content-type', 'if-match', 'idempotency-key', 'accept-language'],
    exposeHeaders: ['etag', 'link', 'location', 'ratelimit', 'ratelimit-policy', 'retry-after'],
    maxAge: 600,
  };
}
