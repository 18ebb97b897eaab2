/**
 * The task list, signed in, fifty of 5,000 rows with row-level security, against a bare Hono + Preact page that draws
 * the same rows from memory: both in their own process, 16 connections, three interleaved runs, median ratio.
 * Fails under the bar of 0.40. A page of naked cells with the same words is measured beside it, for the record.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { loadReferenceDays, loadWorkCalendar } from '#modules/calendar/index.server.ts';
import { readToken, sessionCookie } from '#modules/directory/index.server.ts';
import { testPassword, testTenant } from '#modules/directory/tenant/fixtures.ts';
import { listTasks, taskList } from '#modules/planning/index.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { openPool } from '#platform/db/db.ts';
import { migrate, migrationsFolder } from '#platform/db/migrate.ts';
import { asOwner } from '#platform/db/tenant-transaction.ts';
import { createLog } from '#platform/log/log.ts';
import { databaseThrottle } from '#platform/session/throttle.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { startTestCluster } from '#platform/postgres/testing.ts';
import { systemClock } from '#platform/clock/clock.ts';

const bar = 0.4;
const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const rowCount = 5_000;

const cluster = await startTestCluster();
const children: ChildProcess[] = [];
try {
  await migrate(connectionFor(cluster.server, 'migrator'), migrationsFolder);
  const fail = (error: Error) => console.error(error);
  const pool = openPool(connectionFor(cluster.server, 'app'), fail);
  const migrator = openPool(connectionFor(cluster.server, 'migrator'), fail);
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
  const units = [...home.units];
  await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(
      ctx,
      Array.from({ length: rowCount }, (_, index) => ({
        title: `Rà soát, đánh giá thủ tục hành chính thuộc phạm vi quản lý, đề xuất phương án đơn giản hóa, đợt ${index}`,
        product: 'Báo cáo kết quả rà soát, đánh giá thủ tục hành chính',
        leadUnitId: units[index % units.length]?.[1] ?? null,
        dueOn: `2026-${String((index % 12) + 1).padStart(2, '0')}-15`,
      })),
    ),
  );
  await migrator.query('vacuum analyze');
  const calendar = await home.as(home.signIn('focal'), 'read', (ctx) => loadWorkCalendar(ctx.db));
  const { rows } = await home.as(home.signIn('focal'), 'read', (ctx) => listTasks(ctx, calendar, taskList()));
  const barePort = await start('bare-task-list.tsx', rows);
  const ourPort = await start('app-server.ts', connectionFor(cluster.server, 'app'));
  const cookie = await signIn(ourPort, home.signIn('focal'));
  const addresses = {
    plain: [`http://127.0.0.1:${barePort}/plain`, undefined],
    rows: [`http://127.0.0.1:${barePort}/rows`, undefined],
    ours: [`http://127.0.0.1:${ourPort}/nhiem-vu`, cookie],
  } as const;
  for (const [url, with_] of Object.values(addresses)) await load(url, with_, 2);
  const ratios: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const plain = await load(...addresses.plain, seconds);
    const peer = await load(...addresses.rows, seconds);
    const ours = await load(...addresses.ours, seconds);
    ratios.push(ours.perSecond / peer.perSecond);
    console.log(
      `ours ${said(ours)}   same rows from memory ${said(peer)}: ${(ours.perSecond / peer.perSecond).toFixed(2)}   naked cells ${said(plain)}: ${(ours.perSecond / plain.perSecond).toFixed(2)}`,
    );
  }
  const median = ratios.sort((a, b) => a - b)[1] ?? 0;
  console.log(`task list, ${rowCount} rows, 16 connections: median ratio ${median.toFixed(2)} (bar ${bar})`);
  if (median < bar) process.exitCode = 1;
  await pool.end();
  await migrator.end();
} finally {
  for (const child of children) child.kill('SIGKILL');
  await cluster.stop();
}

function start(file: string, given: unknown): Promise<number> {
  const child = fork(join(import.meta.dirname, file), {
    execArgv: ['--import', 'tsx'],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    child.once('message', (port) => resolve(port as number));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
    child.send(given as never);
  });
}

async function signIn(port: number, name: string): Promise<string> {
  const origin = `http://127.0.0.1:${port}`;
  const answer = await fetch(`${origin}/dang-nhap`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ name, password: testPassword }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .find((line) => line.startsWith(sessionCookie))
    ?.split(';')[0];
  if (!cookie || !readToken(cookie.split('=')[1])) throw new Error(`sign-in answered ${answer.status}`);
  return cookie;
}

async function load(url: string, cookie: string | undefined, duration: number) {
  const result = await autocannon({
    url,
    connections: 16,
    duration,
    ...(cookie ? { headers: { cookie } } : {}),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return { perSecond: result.requests.average, p95: result.latency.p97_5 };
}

function said(result: { perSecond: number; p95: number }): string {
  return `${result.perSecond.toFixed(0)}/s (p97.5 ${result.p95} ms)`;
}
