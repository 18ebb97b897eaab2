import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createUnit } from '#modules/directory/unit/commands.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { createWebhook } from '#modules/directory/webhook/commands.server.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import type { Actor } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { startWorker } from './worker.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let child: ChildProcess | undefined;

const arrived: string[] = [];
let answer: (response: ServerResponse) => void = () => undefined;
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    arrived.push(String(request.headers['webhook-id']));
    answer(response);
  });
});

beforeAll(async () => {
  services = { ...(await testServices()), clock: systemClock };
  home = await testTenant(services);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  child?.kill('SIGKILL');
  server.closeAllConnections();
  server.close();
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

it('a worker that is killed while it sends loses no letter, and the next sends it under the same id', async () => {
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const occasion = {
    tenant: home.tenant,
    actor: home.people.get(home.signIn('admin')) as Actor,
    lang: 'vi' as const,
    requestId: 'thu',
    session: { id: newId<'session'>(), provenAt: systemClock.now() },
  };
  await openCtx(services, 'write', occasion, (ctx) =>
    createWebhook(ctx, { name: 'x', url: `http://${host}/`, events: ['directory.unit.create'] }),
  );
  const [app, owner] = [connectionFor(services.server, 'app'), connectionFor(services.server, 'migrator')];
  child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      fileURLToPath(new URL('./testing-worker.ts', import.meta.url)),
      JSON.stringify({ app, owner, internalHosts: [host] }),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (child.stdout) await once(child.stdout, 'data');
  for (let n = 0; n < 5; n += 1) {
    await openCtx(services, 'write', occasion, (ctx) =>
      createUnit(ctx, { name: `Đơn vị ${n}`, isCollective: false }),
    );
  }
  // The receiver has the first letter and says nothing; the worker waits for it.
  await until(() => arrived.length === 1);
  child.kill('SIGKILL');
  await once(child, 'close');
  const waiting = async () => {
    const { rows } = await services.migrator.query<{ n: number }>(
      "select count(*)::int as n from platform.webhook_delivery where state = 'waiting'",
    );
    return rows[0]?.n;
  };
  expect(await waiting()).toBe(5);

  // What time does: the lease of the dead worker ends, and the queue gives its jobs out again.
  await services.migrator.query("update platform.webhook set leased_until = now() - interval '1 second'");
  await services.migrator.query(
    'select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))',
  );
  await services.migrator.query('update graphile_worker._private_jobs set run_at = now()');
  answer = (response) => response.writeHead(200).end();
  const second = await startWorker({ ...services, internalHosts: [host] }, owner);
  await until(async () => (await waiting()) === 0);
  await second.stop();
  expect(arrived[1]).toBe(arrived[0]);
  expect(new Set(arrived).size).toBe(5);
  expect(arrived).toHaveLength(6);
});
