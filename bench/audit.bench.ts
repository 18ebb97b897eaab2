/**
 * What the audit costs a write: sixteen officers hand in and take up tasks again by the form of its page, through the
 * whole web application; once as it is, with an audit line for each, while those of the round before are sealed, and
 * once with the same requests, but the line left out. One database each on one server; many short rounds in turn, so
 * that whatever else the machine does meets both. Bar: the median ratio of time is under 1.15. A third database tells two other
 * systems of every act besides (webhooks): what that adds to the write is bounded by a bar of its own.
 */
import { sessionCookie } from '#modules/directory/index.server.ts';
import { testPassword, testTenant } from '#modules/directory/tenant/fixtures.ts';
import { taskLink } from '#modules/planning/links.ts';
import { createWebhook } from '#modules/directory/webhook/commands.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { sealAuditLines } from '#platform/audit/seal.server.ts';
import { openPool, type Pool } from '#platform/db/db.ts';
import { migrate, migrationsFolder } from '#platform/db/migrate.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { cloneDatabase, startTestCluster } from '#platform/postgres/testing.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import { quietServices } from '#platform/session/testing-surroundings.ts';
import { buildApp } from '../src/entry/app.ts';
import { wholeApp } from '../src/entry/testing-app.ts';
import { median } from './median.ts';

const bar = 1.15;
/** Two letters and two jobs for each act, against an act with its audit line alone. */
const toldBar = 1.6;
const listeners = 2;
const origin = 'http://localhost';
const writers = 16;
const actsPerWriter = 10;
const rounds = Number(process.env.BENCH_ROUNDS ?? 80);

interface Place {
  /** Seconds that all writers take for their acts of one round. */
  readonly measure: () => Promise<number>;
  readonly close: () => Promise<void>;
}

const cluster = await startTestCluster();
await migrate(connectionFor(cluster.server, 'migrator'), migrationsFolder);
const without = await place('bench_without', false, 0);
const audited = await place('bench_audited', true, 0);
const told = await place('bench_told', true, listeners);
try {
  const measured: { without: number; audited: number; told: number }[] = [];
  for (let round = -5; round < rounds; round += 1) {
    // Which goes first changes from round to round.
    const before = round % 2 === 0 ? await without.measure() : undefined;
    const toldBefore = round % 4 < 2 ? await told.measure() : undefined;
    const withAudit = await audited.measure();
    const pair = {
      told: toldBefore ?? (await told.measure()),
      without: before ?? (await without.measure()),
      audited: withAudit,
    };
    if (round >= 0) measured.push(pair);
  }
  const perSecond = (seconds: number[]) => ((writers * actsPerWriter) / median(seconds)).toFixed(0);
  console.log(`without audit lines ${perSecond(measured.map((pair) => pair.without))} writes/s`);
  console.log(`with audit lines    ${perSecond(measured.map((pair) => pair.audited))} writes/s`);
  console.log(`and ${listeners} webhooks      ${perSecond(measured.map((pair) => pair.told))} writes/s`);
  judge(
    'with audit against without',
    measured.map((pair) => pair.audited / pair.without),
    bar,
  );
  judge(
    `with ${listeners} webhooks against none`,
    measured.map((pair) => pair.told / pair.audited),
    toldBar,
  );
} finally {
  await without.close();
  await audited.close();
  await told.close();
  await cluster.stop();
}

/** Prints a median ratio of time beside its bar; a missed bar ends the bench with a fault. */
function judge(name: string, given: readonly number[], most: number): void {
  const ratios = [...given].sort((a, b) => a - b);
  const quarter = (share: number) => ratios[Math.floor(ratios.length * share)]?.toFixed(2);
  const ratio = median(ratios);
  console.log(
    `${ratio < most ? 'holds ' : 'MISSED'}  time ${name} ${ratio.toFixed(3)} (half of the rounds ${quarter(0.25)}–${quarter(0.75)}, bar ${most})`,
  );
  if (ratio >= most) process.exitCode = 1;
}

/** @param toldSystems how many other systems are told of every act */
async function place(name: string, isAudited: boolean, toldSystems: number): Promise<Place> {
  const server = await cloneDatabase(cluster.server, name);
  const pool = openPool({ ...connectionFor(server, 'app'), max: writers }, unlessEnding);
  const owner = openPool({ ...connectionFor(server, 'migrator'), max: 2 }, unlessEnding);
  if (!isAudited) leaveOutAuditLines(pool);
  const services = quietServices(pool);
  const home = await testTenant(services);
  const { ids } = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(
      ctx,
      Array.from({ length: writers }, (_, index) => ({
        title: `Rà soát thủ tục hành chính, đợt ${index}`,
        stage: 'in-progress' as const,
      })),
    ),
  );
  for (let n = 0; n < toldSystems; n += 1) {
    const events = ['planning.task.submit', 'planning.task.withdraw'];
    const given = { name: `Trục ${n}`, url: 'https://nhan.example.vn/', events };
    await home.asProven(home.signIn('admin'), (ctx) => createWebhook(ctx, given));
  }
  const send = await signedIn(services, home.signIn('focal'));
  const versions = new Map<string, number>(ids.map((id) => [id, 1]));
  const write = async (id: string) => {
    const version = versions.get(id) ?? 0;
    const text = 'Báo cáo kết quả rà soát số 15/BC-UBND';
    const isOpen = version % 2 === 1;
    const answer = await send(taskLink(id, isOpen ? 'nop' : 'rut-lai'), {
      version: String(version),
      ...(isOpen && { text, exception: 'Bản giấy' }),
    });
    if (answer.status !== 303) throw new Error(`a write was answered ${answer.status}`);
    versions.set(id, version + 1);
  };
  return {
    measure: async () => {
      const from = performance.now();
      const sealing = isAudited ? sealAuditLines(owner) : undefined;
      await Promise.all(
        ids.map(async (id) => {
          for (let turn = 0; turn < actsPerWriter; turn += 1) await write(id);
        }),
      );
      const seconds = (performance.now() - from) / 1_000;
      // Whoever writes does not wait for the seal; the next round of the others does.
      await sealing;
      return seconds;
    },
    close: async () => {
      const { rows } = await owner.query<{ lines: number }>(
        "select count(*)::int as lines from platform.audit_line where act like 'planning.task.%'",
      );
      if ((rows[0]?.lines ?? 0) > 0 !== isAudited) throw new Error(`${name}: ${rows[0]?.lines} audit lines`);
      await pool.end();
      await owner.end();
    },
  };
}

/** A signed-in person's way of sending forms to the whole application. */
async function signedIn(services: Services, name: string) {
  const app = buildApp(await wholeApp(services));
  const post = (path: string, form: Record<string, string>, cookie = '') =>
    app.request(new URL(path, origin).href, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { origin, cookie },
    });
  const entered = await post('/dang-nhap', { name, password: testPassword });
  const cookie = entered.headers.getSetCookie().find((line) => line.startsWith(sessionCookie));
  if (!cookie) throw new Error(`the sign-in was answered ${entered.status}`);
  return (path: string, form: Record<string, string>) => post(path, form, cookie.split(';')[0]);
}

/** From now on the connections of this pool send everything but the lines of the audit. */
function leaveOutAuditLines(pool: Pool): void {
  pool.on('connect', (client) => {
    const send = client.query.bind(client) as (...given: unknown[]) => unknown;
    const sparing = (...given: unknown[]) => {
      const [first] = given as [string | { text?: string }];
      const text = typeof first === 'string' ? first : first.text;
      return text?.startsWith('insert into "platform"."audit_line"')
        ? Promise.resolve({ rows: [], rowCount: 1, command: 'INSERT' })
        : send(...given);
    };
    client.query = sparing as typeof client.query;
  });
}

/** At the end the server leaves before its last connections. */
function unlessEnding(error: Error & { code?: string }): void {
  if (error.code !== '57P01') console.error(error);
}
