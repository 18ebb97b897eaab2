import type { Server } from 'node:http';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Logger } from 'pino';
import { databaseRateLimit } from '#platform/api/rate-limit.ts';
import type { Config } from '#platform/config/config.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { migrationFiles, migrationsFolder } from '#platform/db/migrate.ts';
import { measureProcess } from '#platform/metrics/metrics.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import { buildApp } from './app.ts';
import { holdLimits, serverOptions } from './connection-limits.ts';
import { operations, publicRoutes, routes, visitRoutes } from './modules.ts';
import { type WatchParts, watchRoutes } from './watch/watch-routes.ts';

export interface RunningWeb {
  readonly port: number;
  /** Takes no new request, lets those under way finish (at most ten seconds), then ends. */
  stop(): Promise<void>;
}

const graceMs = 10_000;

/** Serves the web application, with the set-up where a code for it is given. Rejects when the port cannot be taken (the error carries the system's code). */
export async function startWeb(
  config: Config,
  services: Services,
  log: Logger,
  setUpCode?: string,
): Promise<RunningWeb> {
  const app = buildApp({
    ...(await watchParts(config, services)),
    assetsFolder: join(productRoot, 'dist', 'assets'),
    https: config.baseUrl.startsWith('https:'),
    origin: config.namedBaseUrl,
    trustedProxies: config.trustedProxies,
    routes,
    visitRoutes,
    publicRoutes,
    operations,
    rateLimit: databaseRateLimit(services.pool, config.apiLimits),
    apiOrigins: config.apiOrigins,
    setUpCode,
  });
  return listen(app.fetch, config.host, config.port, log);
}

/** Serves only what machines ask of a process that shows no pages. Rejects like `startWeb`. */
export async function startWatch(
  config: Config,
  services: Services,
  log: Logger,
  port: number,
): Promise<RunningWeb> {
  const app = watchRoutes(await watchParts(config, services));
  return listen(app.fetch, config.host, port, log);
}

async function watchParts(config: Config, services: Services): Promise<WatchParts> {
  measureProcess();
  return {
    services,
    migrations: await migrationFiles(migrationsFolder),
    metrics: { token: config.metricsToken, fromLoopback: !hasProxy(config) },
  };
}

function listen(
  fetch: Parameters<typeof serve>[0]['fetch'],
  hostname: string,
  port: number,
  log: Logger,
): Promise<RunningWeb> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname, serverOptions }, (info) => {
      server.off('error', reject);
      server.on('error', (error) => log.error({ err: error }, 'web server'));
      resolve({ port: info.port, stop: () => stop(server) });
    });
    server.once('error', reject);
    holdLimits(server as Server, log);
  });
}

/** A proxy on this machine makes every visitor look local, so whoever sits behind one reads the measures by token. */
function hasProxy(config: Config): boolean {
  const { hostname } = new URL(config.baseUrl);
  return config.trustedProxies > 0 || !['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

function stop(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), graceMs);
    // A browser keeps its connection after the answer that it waited for; such a one must not hold up the end.
    const sweep = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
  });
}
