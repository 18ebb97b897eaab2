/**
 * Whether the time of an answer tells who has an account: wrong passwords and forgotten passwords for names that exist
 * and for names that do not, one after the other, through the whole web application. Bar: the medians of both differ by
 * less than a tenth, which nobody can tell apart over a network with as many tries as the throttle allows.
 */
import { testPassword, testTenant } from '#modules/directory/tenant/fixtures.ts';
import { builtInRoles, type BuiltInRole } from '#modules/directory/index.server.ts';
import { readConfig } from '#platform/config/config.ts';
import { join } from 'node:path';
import { databaseRateLimit } from '#platform/api/rate-limit.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { openPool } from '#platform/db/db.ts';
import { migrate, migrationFiles, migrationsFolder } from '#platform/db/migrate.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { startTestCluster } from '#platform/postgres/testing.ts';
import { quietServices } from '#platform/session/testing-surroundings.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import { buildApp } from '../src/entry/app.ts';
import { operations, publicRoutes, routes, visitRoutes } from '../src/entry/modules.ts';

const bar = 0.1;
const communes = Number(process.env.BENCH_COMMUNES ?? 12);
const origin = 'http://localhost';

const cluster = await startTestCluster();
try {
  await migrate(connectionFor(cluster.server, 'migrator'), migrationsFolder);
  const pool = openPool(connectionFor(cluster.server, 'app'), () => undefined);
  const services: Services = {
    ...quietServices(pool),
    mailer: { send: () => Promise.resolve() },
    baseUrl: origin,
  };
  const known: string[] = [];
  for (let n = 0; n < communes; n += 1) {
    const commune = await testTenant(services);
    for (const role of Object.keys(builtInRoles) as BuiltInRole[]) {
      const name = commune.signIn(role);
      if (commune.people.has(name)) known.push(name);
    }
  }
  const owner = openPool(connectionFor(cluster.server, 'migrator'), () => undefined);
  await owner.query("update directory.account set email = sign_in_name || '@xa.example.vn'");
  await owner.end();
  const app = buildApp({
    services,
    assetsFolder: join(productRoot, 'dist', 'assets'),
    https: false,
    origin: undefined,
    trustedProxies: 1,
    migrations: await migrationFiles(migrationsFolder),
    metrics: { token: 'bench', fromLoopback: true },
    routes,
    visitRoutes,
    publicRoutes,
    operations,
    rateLimit: databaseRateLimit(pool, readConfig({}).apiLimits),
    apiOrigins: [],
    setUpCode: undefined,
  });
  let visitors = 0;
  const timed = async (path: string, form: Record<string, string>) => {
    visitors += 1;
    const from = performance.now();
    const answer = await app.request(new URL(path, origin).href, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { origin, 'x-forwarded-for': `203.0.${visitors >> 8}.${visitors & 255}` },
    });
    await answer.text();
    return { ms: performance.now() - from, status: answer.status };
  };
  for (const name of known.slice(0, 8)) await timed('/dang-nhap', { name: `${name}x`, password: 'x' });
  await compare('a wrong password', 422, (name) =>
    timed('/dang-nhap', { name, password: `${testPassword}x` }),
  );
  await compare('a forgotten password', 200, (name) => timed('/quen-mat-khau', { name }));
  await pool.end();

  /** The same for each name that exists and one of its length that does not, in changing order. */
  async function compare(
    what: string,
    status: number,
    ask: (name: string) => Promise<{ ms: number; status: number }>,
  ): Promise<void> {
    const times = { known: [] as number[], unknown: [] as number[] };
    for (const [at, name] of known.entries()) {
      const nobody = `${name.slice(0, -1)}${name.endsWith('q') ? 'z' : 'q'}`;
      const pair = [['known', name] as const, ['unknown', nobody] as const];
      for (const [kind, asked] of at % 2 === 0 ? pair : pair.reverse()) {
        const answer = await ask(asked);
        if (answer.status !== status) throw new Error(`${what} for ${asked} was answered ${answer.status}`);
        times[kind].push(answer.ms);
      }
    }
    const [one, other] = [median(times.known), median(times.unknown)];
    const apart = Math.abs(one / other - 1);
    console.log(
      `${apart < bar ? 'holds ' : 'MISSED'}  ${what}: ${one.toFixed(1)} ms for names that exist, ${other.toFixed(1)} ms for others, ${(apart * 100).toFixed(1)} % apart (bar ${bar * 100} %, ${known.length} pairs)`,
    );
    if (apart >= bar) process.exitCode = 1;
  }
} finally {
  await cluster.stop();
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
