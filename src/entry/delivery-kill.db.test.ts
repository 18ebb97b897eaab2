import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { confirmContact } from '#modules/casework/delivery/fixtures.ts';
import { queueLetters } from '#modules/casework/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { systemClock } from '#platform/clock/clock.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { smtpSender } from '#platform/mail/smtp-sender.ts';
import { startMailServer, type TestMailServer } from '#platform/mail/testing.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { zaloPlaces } from '#platform/zalo/zalo-places.ts';
import { startWorker } from './worker.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let mail: TestMailServer;
let child: ChildProcess | undefined;

const letterCount = 60;

beforeAll(async () => {
  services = { ...(await testServices()), clock: systemClock };
  home = await testTenant(services);
  mail = await startMailServer();
});

afterAll(() => {
  child?.kill('SIGKILL');
  mail.stop();
});

async function states(): Promise<Record<string, number>> {
  const { rows } = await services.migrator.query<{ state: string; n: number }>(
    'select state, count(*)::int as n from casework.delivery group by state',
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

it('a worker that is killed in the middle of its letters sends none twice and loses none unseen', async () => {
  const officerId = (await confirmContact(
    home,
    home.signIn('officer'),
    'cham@xa.example.vn',
  )) as Id<'officer'>;
  await home.as(home.signIn('officer'), 'write', async (ctx) => {
    if (!ctx.writer) throw new Error('queued in a writing step');
    const letters = Array.from({ length: letterCount }, (_, n) => ({
      officerId,
      channel: 'mail' as const,
      kind: 'digest' as const,
      words: { subject: `Thư ${n}`, text: `Nội dung ${n}` },
      notBefore: ctx.clock.now(),
      dedupeKey: `thu ${n}`,
    }));
    expect(await queueLetters(ctx.writer, ctx.tenant.id, ctx.clock.now(), letters)).toBe(letterCount);
    // Queued again after a crash of whoever queues them, they are the same letters.
    expect(await queueLetters(ctx.writer, ctx.tenant.id, ctx.clock.now(), letters)).toBe(0);
  });
  const [app, owner] = [connectionFor(services.server, 'app'), connectionFor(services.server, 'migrator')];
  child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      fileURLToPath(new URL('./testing-worker.ts', import.meta.url)),
      JSON.stringify({ app, owner, mail: mail.url }),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  // The server has some letters of a round whose answers it still owes: the worker dies with them in its hands.
  await until(() => mail.waiting() >= 10);
  child.kill('SIGKILL');
  await once(child, 'close');
  const left = await states();
  expect(left.sending).toBeGreaterThan(0);
  expect(left.waiting).toBeGreaterThan(0);

  // What time does: the lease of the dead worker ends, and somebody looks after its letters then.
  await services.migrator.query(
    "update casework.channel_state set leased_until = now() - interval '1 second'",
  );
  await services.migrator.query(
    'update graphile_worker._private_jobs set run_at = now() where locked_at is null',
  );
  const sender = smtpSender(mail.url, 'Sáu Rõ <sauro@xa.example.vn>');
  const second = await startWorker(
    { ...services, senders: { mail: sender, sms: null, zalo: zaloPlaces } },
    owner,
  );
  await until(async () => (await states()).waiting === undefined && (await states()).sending === undefined);
  await second.stop();
  await sender.close();

  const taken = await Promise.all(Array.from({ length: mail.waiting() }, () => mail.next()));
  const numbers = taken.map(({ raw }) => /^Message-ID: <([^@]+)@/m.exec(raw)?.[1] ?? '');
  expect(new Set(numbers).size).toBe(numbers.length);
  const { rows } = await services.migrator.query<{ id: string; state: string; trouble: string | null }>(
    'select id, state, trouble from casework.delivery',
  );
  const uncertain = rows.filter((row) => row.state === 'uncertain');
  expect(uncertain).toHaveLength(left.sending ?? 0);
  expect(new Set(uncertain.map((row) => row.trouble))).toEqual(new Set(['interrupted']));
  // Whatever was not taken by the server is shown as uncertain; everything else is said to be sent, and was.
  const arrived = new Set(numbers);
  expect(rows.filter((row) => row.state === 'sent' && !arrived.has(row.id))).toEqual([]);
  expect(rows.filter((row) => !['sent', 'uncertain'].includes(row.state))).toEqual([]);
  expect(rows).toHaveLength(letterCount);
});
