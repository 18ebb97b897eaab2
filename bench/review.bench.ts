/**
 * The review of a draft, signed in: the page of Hưng Thịnh with a row open, one step (accept a row and show the next),
 * and the page of a draft of 2,000 rows. Medians of nine; bars 200 ms for the seed plan and 600 ms for 2,000 rows.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productRoot } from '#platform/config/product-root.ts';
import { loadReferenceDays } from '#modules/calendar/index.server.ts';
import { testPassword, testTenant } from '#modules/directory/tenant/fixtures.ts';
import { signInLink } from '#modules/directory/links.ts';
import { readPlanNow } from '#modules/planning/plan-draft/jobs.server.ts';
import { listRows } from '#modules/planning/plan-draft/queries.server.ts';
import { draftLink, draftRowLink } from '#modules/planning/links.ts';
import { usualLimits } from '#platform/api/limits.ts';
import { databaseRateLimit } from '#platform/api/rate-limit.ts';
import { openPool } from '#platform/db/db.ts';
import { migrate } from '#platform/db/migrate.ts';
import { asOwner } from '#platform/db/tenant-transaction.ts';
import { createLog } from '#platform/log/log.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { startTestCluster } from '#platform/postgres/testing.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { databaseThrottle } from '#platform/session/throttle.ts';
import { buildApp } from '../src/entry/app.ts';
import { publicRoutes, routes, visitRoutes } from '../src/entry/modules.ts';

const runs = 9;
const origin = 'http://localhost';

const cluster = await startTestCluster();
try {
  await migrate(connectionFor(cluster.server, 'migrator'), join(productRoot, 'db', 'migrations'));
  const pool = openPool(connectionFor(cluster.server, 'app'), console.error);
  const migrator = openPool(connectionFor(cluster.server, 'migrator'), console.error);
  const services = {
    pool,
    clock: systemClock,
    log: createLog('silent'),
    throttle: databaseThrottle(pool),
    mailer: null,
    identityProvider: null,
    baseUrl: 'http://localhost',
  };
  await asOwner(migrator, loadReferenceDays);
  const home = await testTenant(services);
  const focal = home.signIn('focal');
  const app = buildApp({
    services,
    assetsFolder: join(productRoot, 'dist', 'assets'),
    https: false,
    origin: undefined,
    trustedProxies: 0,
    migrations: [],
    metrics: { token: undefined, fromLoopback: false },
    routes,
    visitRoutes,
    publicRoutes,
    operations: [],
    rateLimit: databaseRateLimit(pool, usualLimits),
    apiOrigins: [],
  });
  const signedIn = await app.fetch(
    new Request(origin + signInLink(), {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ name: focal, password: testPassword }),
    }),
  );
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const send = async (path: string, form?: Record<string, string>): Promise<string> => {
    const answer = await app.fetch(
      new Request(origin + path, {
        headers: { cookie, origin },
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      }),
    );
    await answer.arrayBuffer();
    return answer.headers.get('location') ?? '';
  };
  const draftOf = (fileName: string, bytes: Buffer) =>
    readPlanNow((mode, work) => home.as(focal, mode, work), { fileName, bytes });

  const seed = await draftOf(
    'hung-thinh-2025.txt',
    readFileSync(join(productRoot, 'seed', 'plans', 'hung-thinh-2025.txt')),
  );
  const rows = await home.as(focal, 'read', (ctx) => listRows(ctx, seed));
  const tasks = rows.filter((row) => row.kind === 'task');
  await measure('review of Hưng Thịnh, a row open', 200, (run) =>
    send(draftLink(seed, { dong: tasks[run]?.id })),
  );
  await measure('accept a row and show the next', 300, async (run) => {
    const row = tasks[run];
    await send(
      await send(draftRowLink(seed, row?.id ?? ''), { deed: 'nhan', version: String(row?.version) }),
    );
  });
  const large = await draftOf('lon.txt', Buffer.from(largePlan(2_000)));
  await measure('review of 2,000 rows', 600, () => send(draftLink(large)));
  await pool.end();
  await migrator.end();
} finally {
  await cluster.stop();
}

async function measure(what: string, barMs: number, work: (run: number) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    await work(run);
    times.push(performance.now() - begun);
  }
  const median = times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.POSITIVE_INFINITY;
  console.log(`${what}: ${median.toFixed(0)} ms (bar ${barMs} ms)`);
  if (median > barMs) process.exitCode = 1;
}

function largePlan(count: number): string {
  const head = `ỦY BAN NHÂN DÂN\nXÃ BÌNH AN\nSố: 10/KH-UBND\tBình An, ngày 12 tháng 01 năm 2026\nKẾ HOẠCH\nCải cách hành chính năm 2026\nPHỤ LỤC\nSTT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian hoàn thành\n`;
  const lines = Array.from(
    { length: count },
    (_, index) =>
      `${index + 1}\tRà soát thủ tục hành chính lĩnh vực ${index * 7919} và công khai kết quả đợt ${index}\tBáo cáo\tVăn phòng HĐND và UBND\tQuý ${['I', 'II', 'III', 'IV'][index % 4] ?? 'I'}/2026`,
  );
  return head + lines.join('\n');
}
