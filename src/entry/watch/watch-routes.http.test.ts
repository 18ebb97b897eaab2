import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { openPool } from '#platform/db/db.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { testSite } from '../testing.ts';
import { watchRoutes } from './watch-routes.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let server: ReturnType<typeof serve>;
let port: number;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  server = serve({ fetch: site.app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  port = (server.address() as { port: number }).port;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Asks over a real connection from this machine. */
async function ask(path: string, headers: Record<string, string> = {}) {
  const sent = request({ host: '127.0.0.1', port, path, headers, agent: false });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return {
    status: answer.statusCode,
    type: answer.headers['content-type'],
    text: String(Buffer.concat(chunks)),
  };
}

describe('what machines ask', () => {
  it('tells that the process lives', async () => {
    expect(await ask('/healthz')).toMatchObject({ status: 200, text: 'ok' });
  });

  it('is ready when the schema is there, and says that no worker is', async () => {
    const { status, text } = await ask('/readyz');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      ready: true,
      parts: { database: 'good', migrations: 'good', worker: 'bad', queue: 'good' },
      queueAgeSeconds: 0,
    });
  });

  it('is not ready on a schema that is behind', async () => {
    const watch = watchRoutes({ ...nobody, services: site.services, migrations: ['9999_x_make-y.sql'] });
    const answer = await watch.request('/readyz');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      ready: false,
      parts: { database: 'good', migrations: 'bad' },
    });
  });

  it('is not ready without a database, and lives all the same', async () => {
    const config = { ...connectionFor(site.services.server, 'app'), database: 'nowhere' };
    const pool = openPool(config, () => undefined);
    const watch = watchRoutes({ ...nobody, services: { ...site.services, pool }, migrations: [] });
    const answer = await watch.request('/readyz');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ ready: false, parts: { database: 'bad' } });
    expect((await watch.request('/healthz')).status).toBe(200);
    const measures = await watch.request('/metrics', { headers: { authorization: `Bearer ${token}` } });
    expect(await measures.text()).toContain('sauro_database_up 0');
    await pool.end();
  });
});

describe('the measures', () => {
  it('count requests by route, status and verb, and acts by name', async () => {
    const visitor = site.visitor();
    await visitor.signIn(home.signIn('focal'));
    await visitor.get('/nhiem-vu?tim=Nguyễn+Văn+Bí');
    await visitor.get('/khong-co/0912345678');
    await home.as(home.signIn('focal'), 'write', (ctx) => plantTasks(ctx, [{ title: 'Việc kín' }]));
    const { status, text, type } = await ask('/metrics');
    expect(status).toBe(200);
    expect(type).toContain('text/plain');
    expect(text).toMatch(
      /sauro_http_request_duration_seconds_bucket\{le="\+Inf",method="GET",route="\/nhiem-vu",status="200"\} [1-9]/,
    );
    expect(text).toMatch(/_count\{method="GET",route="none",status="404"\} 1/);
    expect(text).toContain('sauro_acts_total{act="directory.session.open",outcome="done"}');
    for (const name of ['sauro_queue_age_seconds 0', 'sauro_database_up 1', 'sauro_migrations_missing 0'])
      expect(text).toContain(name);
    expect(text).toContain('sauro_worker_silent_seconds +Inf');
  });

  it('hold nothing of persons and records', async () => {
    const { text } = await ask('/metrics');
    expect(text).not.toMatch(/Bí|0912345678|Việc kín/);
    expect(text).not.toContain(home.signIn('focal'));
    expect(text).not.toContain(home.tenant.id);
  });

  it.each<[string, Record<string, string>, number]>([
    ['from this machine', {}, 200],
    ['with the token', { 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer a-token-for-tests' }, 200],
    ['with a wrong token', { authorization: 'Bearer a-token-for-testz' }, 404],
    ['through a proxy on this machine', { 'x-forwarded-for': '203.0.113.9' }, 404],
    ['by a name that another site had point here', { host: 'evil.example' }, 404],
  ])('are read %s', async (_, headers, status) => {
    expect((await ask('/metrics', headers)).status).toBe(status);
  });

  it('are not read from this machine where a proxy stands in front, nor without a token being set', async () => {
    const closed = { token: undefined, fromLoopback: false };
    const watch = watchRoutes({ services: site.services, migrations: [], metrics: closed });
    const address = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
    for (const authorization of ['', 'Bearer ', 'Bearer undefined'])
      expect((await watch.request('/metrics', { headers: { authorization } }, address)).status).toBe(404);
  });
});

const token = 'a-token-for-tests';
const nobody = { metrics: { token, fromLoopback: false } };
