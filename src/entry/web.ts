import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Logger } from 'pino';
import type { Config } from '#platform/config/config.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { databaseThrottle } from '#platform/session/throttle.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import { buildApp } from './app.ts';
import { publicRoutes, routes } from './modules.ts';

export interface RunningWeb {
  readonly port: number;
  /** Takes no new request, lets those under way finish (at most ten seconds), then ends. */
  stop(): Promise<void>;
}

const graceMs = 10_000;

/** Serves the web application, with the set-up where a code for it is given. Rejects when the port cannot be taken (the error carries the system's code). */
export function startWeb(
  config: Config,
  services: Services,
  log: Logger,
  setUpCode?: string,
): Promise<RunningWeb> {
  const app = buildApp({
    services,
    throttle: databaseThrottle(services.pool),
    assetsFolder: join(productRoot, 'dist', 'assets'),
    https: config.baseUrl.startsWith('https:'),
    trustedProxies: config.trustedProxies,
    routes,
    publicRoutes,
    setUpCode,
  });
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, (info) => {
      server.off('error', reject);
      server.on('error', (error) => log.error({ err: error }, 'web server'));
      resolve({ port: info.port, stop: () => stop(server) });
    });
    server.once('error', reject);
  });
}

function stop(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
