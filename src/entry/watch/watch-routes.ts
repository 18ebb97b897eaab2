import { Hono } from 'hono';
import { registry } from '#platform/metrics/metrics.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import { type MetricsAccess, mayReadMetrics } from './metrics-access.ts';
import { readinessOf, stateReader } from './readiness.ts';
import { systemGauges } from './system-gauges.ts';

export interface WatchParts {
  readonly services: Services;
  /** Names of the migrations that this program stands on. */
  readonly migrations: readonly string[];
  readonly metrics: MetricsAccess;
}

/**
 * What machines ask: `/healthz`, whether the process lives; `/readyz`, whether it can answer pages (503 when it
 * cannot); `/metrics`, Prometheus text for those who may read it (404 for everybody else). All counts, no persons.
 */
export function watchRoutes({ services, migrations, metrics }: WatchParts): Hono {
  const readState = stateReader(services, migrations);
  const gaugesOf = systemGauges(services.pool);
  const app = new Hono();
  app.use(async (c, next) => {
    c.header('cache-control', 'no-store');
    await next();
  });
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    const readiness = readinessOf(await readState());
    return c.json(readiness, readiness.ready ? 200 : 503);
  });
  app.get('/metrics', async (c) => {
    if (!mayReadMetrics(c, metrics)) return c.notFound();
    const text = `${await registry.metrics()}\n${await gaugesOf(await readState())}`;
    return c.body(text, 200, { 'content-type': registry.contentType });
  });
  return app;
}
