import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addWorkingDays, loadOfficeCalendar, loadReferenceDays } from '#modules/calendar/index.server.ts';
import { digestJobName } from '#modules/casework/index.server.ts';
import { plantOfficers } from '#modules/directory/officer/fixtures.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { taskLink } from '#modules/planning/links.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { fixedClock, systemClock } from '#platform/clock/clock.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { asOwner } from '#platform/db/tenant-transaction.ts';
import { testServices } from '#platform/db/testing.ts';
import { enqueueJob } from '#platform/jobs/enqueue.server.ts';
import { smtpSender } from '#platform/mail/smtp-sender.ts';
import { startMailServer, type TestMailServer } from '#platform/mail/testing.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { zaloPlaces } from '#platform/zalo/zalo-places.ts';
import { startWorker } from './worker.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let mail: TestMailServer;
let child: ChildProcess | undefined;
let day: PlainDate;
/** The matter of each officer. */
const tasks = new Map<Id<'officer'>, string>();

/** Letters are made for a hundred people in one transaction: these need four. */
const officerCount = 360;

beforeAll(async () => {
  services = { ...(await testServices()), clock: systemClock };
  await asOwner(services.migrator, loadReferenceDays);
  home = await testTenant(services);
  mail = await startMailServer();
  const officers = await plantOfficers(
    services.migrator,
    home.tenant.id,
    home.signIn('officer'),
    officerCount,
  );
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    day = addWorkingDays(await loadOfficeCalendar(ctx), ctx.clock.today(), -1);
    const { ids } = await plantTasks(
      ctx,
      officers.map((assigneeId, at) => ({
        title: `Việc ${at}`,
        assigneeId,
        dueOn: day,
        stage: 'in-progress' as const,
      })),
    );
    for (const [at, officerId] of officers.entries()) tasks.set(officerId, ids[at] ?? '');
  });
  await services.migrator.query(
    `insert into casework.contact (tenant_id, officer_id, channel, address, confirmed_at, named_at)
     select $1, id, 'mail', id || '@xa.example.vn', now(), now() from unnest($2::uuid[]) as id`,
    [home.tenant.id, officers],
  );
});

afterAll(() => {
  child?.kill('SIGKILL');
  mail.stop();
});

/** What the clock does every ten minutes of a morning. */
async function tick(): Promise<void> {
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    if (!ctx.writer) throw new Error('enqueued in a writing step');
    const key = `${digestJobName}:${ctx.tenant.id}`;
    await enqueueJob(ctx.writer, ctx.tenant.id, { name: digestJobName, payload: {}, key });
  });
}

async function count(what: string): Promise<number> {
  const { rows } = await services.migrator.query<{ n: number }>(`select count(*)::int as n from ${what}`);
  return rows[0]?.n ?? 0;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}

it('a worker that is killed while it makes the letters of the morning makes each of them once, and all of them', async () => {
  await tick();
  const [app, owner] = [connectionFor(services.server, 'app'), connectionFor(services.server, 'migrator')];
  child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      fileURLToPath(new URL('./testing-worker.ts', import.meta.url)),
      JSON.stringify({ app, owner, mail: mail.url, now: `${day}T07:30:00+07:00` }),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  // The first hundred have their letters, which go out already; the next hundred are being written.
  await until(async () => (await count('casework.digest')) > 0);
  child.kill('SIGKILL');
  await once(child, 'close');
  const made = await count('casework.digest');
  expect(made).toBeGreaterThan(0);
  expect(made).toBeLessThan(officerCount);
  // Whatever was made has its letter in the queue: both are of one transaction.
  expect(await count(`casework.delivery where kind = 'digest'`)).toBe(
    await count('casework.digest where jsonb_array_length(parts) > 0'),
  );

  await tick();
  await services.migrator.query(
    'update graphile_worker._private_jobs set run_at = now() where locked_at is null',
  );
  const sender = smtpSender(mail.url, 'Sáu Rõ <sauro@xa.example.vn>');
  const later = fixedClock(`${day}T07:40:00+07:00`);
  const second = await startWorker(
    { ...services, clock: later, senders: { mail: sender, sms: null, zalo: zaloPlaces } },
    owner,
  );
  await until(
    async () =>
      (await count('casework.digest')) >= officerCount &&
      (await count(`casework.delivery where state in ('waiting', 'sending')`)) === 0,
  );
  await second.stop();
  await sender.close();

  const { rows: digests } = await services.migrator.query<{ officer_id: Id<'officer'>; hrefs: string[] }>(
    `select officer_id, array(select l ->> 'href' from jsonb_array_elements(parts) p,
       jsonb_array_elements(p -> 'lines') l) as hrefs
     from casework.digest where officer_id = any($1)`,
    [[...tasks.keys()]],
  );
  // Each officer has one letter, which names the one matter once.
  expect(new Map(digests.map((one) => [one.officer_id, one.hrefs]))).toEqual(
    new Map([...tasks].map(([officerId, taskId]) => [officerId, [taskLink(taskId)]])),
  );
  expect(digests).toHaveLength(officerCount);
  const { rows: letters } = await services.migrator.query<{ id: string; officer_id: string; state: string }>(
    `select id, officer_id, state from casework.delivery where kind = 'digest'`,
  );
  expect(new Set(letters.map((one) => one.officer_id))).toEqual(new Set(tasks.keys()));
  expect(letters).toHaveLength(officerCount);
  // None went out twice; what the dead worker had in its hands is shown as uncertain, everything else arrived.
  const taken = await Promise.all(Array.from({ length: mail.waiting() }, () => mail.next()));
  const numbers = taken.map(({ raw }) => /^Message-ID: <([^@]+)@/m.exec(raw)?.[1] ?? '');
  expect(new Set(numbers).size).toBe(numbers.length);
  const arrived = new Set(numbers);
  const lost = letters.filter((one) => one.state !== 'uncertain' && !arrived.has(one.id));
  expect(lost).toEqual([]);
  expect(letters.filter((one) => !['sent', 'uncertain'].includes(one.state))).toEqual([]);
});
