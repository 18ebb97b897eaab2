import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { requestSeconds } from '#platform/metrics/metrics.ts';
import type { AppEnv } from '../respond.ts';

const slowSeconds = 1;

/**
 * Counts and times every request by the pattern of its route, never by its address, which may hold ids and words that
 * were searched for. A slow one is logged, so that it can be found by its request id.
 */
export function measureRequests(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const begun = performance.now();
    await next();
    const seconds = (performance.now() - begun) / 1_000;
    const labels = { method: c.req.method, route: patternOf(routePath(c, -1)), status: c.res.status };
    requestSeconds.observe(labels, seconds);
    const { log } = c.get('app').services;
    const line = { ...labels, ms: Math.round(seconds * 1_000), requestId: c.get('requestId') };
    if (seconds > slowSeconds) log.info(line, 'slow request');
    else log.debug(line, 'request');
  };
}

/** What only the outermost layers matched is no page of ours. */
function patternOf(path: string): string {
  return path === '/*' || path === '*' ? 'none' : path;
}
