import { join } from 'node:path';
import type { ApiLimits } from '#platform/api/limits.ts';
import { databaseRateLimit } from '#platform/api/rate-limit.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { migrationFiles, migrationsFolder } from '#platform/db/migrate.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import type { AppParts } from './app-parts.ts';
import { operations, publicRoutes, routes, visitRoutes } from './modules.ts';

/** Tests and measurements send more in a minute than a program should. */
const generousLimits: ApiLimits = { perToken: 1_000_000, perAddress: 1_000_000 };

/** The whole web application in this process, without TLS and proxies, as tests and measurements ask it. */
export async function wholeApp(services: Services, apiLimits = generousLimits): Promise<AppParts> {
  return {
    services,
    assetsFolder: join(productRoot, 'dist', 'assets'),
    https: false,
    origin: undefined,
    trustedProxies: 0,
    migrations: await migrationFiles(migrationsFolder),
    metrics: { token: 'a-token-for-tests', fromLoopback: true },
    routes,
    visitRoutes,
    publicRoutes,
    operations,
    rateLimit: databaseRateLimit(services.pool, apiLimits),
    apiOrigins: [],
  };
}
