import type { MiddlewareHandler } from 'hono';
import { requestId } from 'hono/request-id';
import type { AppEnv } from './respond.ts';

/**
 * Gives each request the name that stands in its answer, its lines of the log and its lines of the audit. Only a proxy
 * of ours may name it: whoever could choose it from outside could make what they do look like another's request.
 */
export function namedRequests(isProxyTrusted: boolean): MiddlewareHandler<AppEnv> {
  const named = requestId({ headerName: isProxyTrusted ? 'X-Request-Id' : '' });
  return (c, next) =>
    named(c, () => {
      c.header('x-request-id', c.get('requestId'));
      return next();
    });
}
