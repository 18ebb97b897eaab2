import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PlainDate, plainDateAt } from '#platform/clock/plain-date.ts';
import { newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import { type Actor, systemActor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { signedHeaders } from '#platform/webhook/signature.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { createUnit } from '../unit/commands.server.ts';
import {
  createWebhook,
  endWebhook,
  pauseWebhook,
  redeliver,
  resumeWebhook,
  rotateSecret,
  sendTest,
} from './commands.server.ts';
import { takeTurn } from './deliver.server.ts';
import { deliverJob } from './jobs.server.ts';
import { getWebhook, listDeliveries, listWebhooks } from './queries.server.ts';
import { nextAttemptAt, tellableEvents } from './webhook.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
/** The moment at which this test stands; it moves only forwards. */
let moment = new Date('2026-05-12T10:30:00+07:00');
const clock = { now: () => moment, today: (): PlainDate => plainDateAt(moment) };

interface Got {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
/** A real receiver: what came in, and how it answers next. */
let got: Got[] = [];
let answer: (response: ServerResponse) => void;
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    got.push({ headers: request.headers, body });
    answer(response);
  });
});
let host = '';

beforeAll(async () => {
  services = { ...(await testServices()), clock };
  home = await testTenant(services);
  away = await testTenant(services);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
});

beforeEach(async () => {
  got = [];
  answer = (response) => response.writeHead(200).end();
  await services.migrator.query("update platform.webhook set state = 'ended'");
});

type Role = 'admin' | 'focal';

function as<Result>(
  role: Role,
  work: (ctx: Ctx) => Promise<Result>,
  { tenant = home, minutesAgo = 0 } = {},
): Promise<Result> {
  const occasion = {
    tenant: tenant.tenant,
    actor: tenant.people.get(tenant.signIn(role)) as Actor,
    lang: 'vi' as const,
    requestId: 'thu',
    session: { id: newId<'session'>(), provenAt: new Date(moment.getTime() - minutesAgo * 60_000) },
  };
  return openCtx(services, 'write', occasion, work);
}

let names = 0;

async function subscribed(events: readonly string[] = ['directory.unit.create']) {
  names += 1;
  const outcome = await as('admin', (ctx) =>
    createWebhook(ctx, { name: `Bên nhận ${names}`, url: `http://${host}/hook`, events }),
  );
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

async function newUnit(): Promise<string> {
  names += 1;
  const outcome = await as('admin', (ctx) =>
    createUnit(ctx, { name: `Đơn vị ${names}`, isCollective: false }),
  );
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

function step<Result>(mode: 'read' | 'write', work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  const actor = systemActor(deliverJob.actorName, deliverJob.grants);
  return openCtx(services, mode, { tenant: home.tenant, actor, lang: 'vi', requestId: 'job' }, work);
}

function deliver(webhookId: string): Promise<void> {
  const outside = { mailer: null, baseUrl: 'http://localhost', internalHosts: [host] };
  return deliverJob.run(step, { webhookId }, outside);
}

function later(ms: number): void {
  moment = new Date(moment.getTime() + ms);
}

const letters = (webhookId: string) =>
  as('admin', async (ctx) => listDeliveries(ctx, (await getWebhook(ctx, webhookId)).id));
const recordOf = (one: Got | undefined) =>
  (JSON.parse(one?.body ?? '{}') as { data: { recordId: string } }).data.recordId;

describe('an act', () => {
  it('is told in order, signed, thin, and only to who wants to know', async () => {
    const { id, secret } = await subscribed();
    const other = await subscribed(['planning.task.assign']);
    const units = [await newUnit(), await newUnit(), await newUnit()];
    await deliver(id);
    await deliver(other.id);
    expect(got.map(recordOf)).toEqual(units);
    const [first] = got;
    expect(JSON.parse(first?.body ?? '')).toEqual({
      type: 'directory.unit.create',
      timestamp: moment.toISOString(),
      data: { recordKind: 'unit', recordId: units[0] },
    });
    const letter = { id: String(first?.headers['webhook-id']), body: first?.body ?? '' };
    expect(first?.headers).toMatchObject(signedHeaders(letter, [secret], moment));
    expect((await letters(id)).map((one) => one.state)).toEqual(['delivered', 'delivered', 'delivered']);
    expect(await letters(other.id)).toEqual([]);
  });

  it('that is refused is told to nobody', async () => {
    const { id } = await subscribed();
    await as('admin', (ctx) => createUnit(ctx, { name: 'Phòng Kinh tế', isCollective: false }));
    await deliver(id);
    expect(got).toEqual([]);
  });

  it('of accounts and tokens cannot be asked for', () => {
    const secret = /second-factor|password-link|api-token|machine|webhook|session|passkey/;
    expect(tellableEvents.filter((event) => secret.test(event))).toEqual([]);
    expect(tellableEvents).toContain('planning.task.complete');
  });
});

describe('a receiver that does not accept', () => {
  it('is tried again later under the same id, with those behind waiting', async () => {
    const { id } = await subscribed();
    const units = [await newUnit(), await newUnit()];
    answer = (response) => response.writeHead(503).end();
    await deliver(id);
    expect(got).toHaveLength(1);
    await deliver(id);
    expect(got).toHaveLength(1);
    later(6_000);
    answer = (response) => response.writeHead(200).end();
    await deliver(id);
    expect(got.map(recordOf)).toEqual([units[0], units[0], units[1]]);
    expect(got[1]?.headers['webhook-id']).toBe(got[0]?.headers['webhook-id']);
    const { failingSince } = await as('admin', (ctx) => getWebhook(ctx, id));
    expect(failingSince).toBeNull();
  });

  it('is given up after about three days, paused with an audit line, and can be served again', async () => {
    const { id } = await subscribed();
    await newUnit();
    await newUnit();
    answer = (response) => response.writeHead(500).end();
    const began = moment.getTime();
    for (let tries = 0; tries < 20; tries += 1) {
      await deliver(id);
      const [oldest] = (await letters(id)).reverse();
      if (oldest?.state === 'dead') break;
      later((oldest?.nextAt.getTime() ?? 0) - moment.getTime() + 1);
    }
    const days = (moment.getTime() - began) / 86_400_000;
    expect(days).toBeGreaterThan(2.5);
    expect(days).toBeLessThan(3.5);
    expect(await as('admin', (ctx) => getWebhook(ctx, id))).toMatchObject({
      state: 'paused',
      isPausedBySystem: true,
      deadCount: 1,
      waitingCount: 1,
    });
    const { rows } = await services.migrator.query(
      "select actor_name from platform.audit_line where act = 'directory.webhook.pause' and record_id = $1",
      [id],
    );
    expect(rows).toEqual([{ actor_name: 'webhook' }]);

    got = [];
    answer = (response) => response.writeHead(200).end();
    await newUnit();
    expect(await as('admin', (ctx) => resumeWebhook(ctx, id))).toMatchObject({ ok: true });
    expect(await as('admin', (ctx) => redeliver(ctx, id))).toMatchObject({ ok: true, value: { count: 1 } });
    expect(await as('admin', (ctx) => redeliver(ctx, id))).toMatchObject({ code: 'nothing-dead' });
    await deliver(id);
    expect(got).toHaveLength(3);
    expect((await letters(id)).every((one) => one.state === 'delivered')).toBe(true);
  });

  it('and says that it is gone, is paused at once', async () => {
    const { id } = await subscribed();
    await newUnit();
    answer = (response) => response.writeHead(410).end();
    await deliver(id);
    expect(await as('admin', (ctx) => getWebhook(ctx, id))).toMatchObject({
      state: 'paused',
      waitingCount: 1,
    });
  });

  it('within our networks is not reached unless the operator named it', async () => {
    const { id } = await subscribed();
    await newUnit();
    await deliverJob.run(step, { webhookId: id }, { mailer: null, baseUrl: '', internalHosts: [] });
    expect(got).toEqual([]);
    expect((await letters(id))[0]).toMatchObject({ lastTrouble: 'not-https', attempts: 1 });
  });
});

describe('a worker', () => {
  it('has the address to itself while it sends, and loses it when it is gone', async () => {
    const { id } = await subscribed();
    await newUnit();
    const turn = await step('write', (ctx) => takeTurn(ctx, id));
    expect(turn).toBeDefined();
    await deliver(id);
    expect(got).toEqual([]);
    later(46_000);
    await deliver(id);
    expect(got.map((one) => one.headers['webhook-id'])).toEqual([turn?.id]);
  });
});

describe('whoever administers', () => {
  it('pauses, goes on, tries and gives up, each in its state', async () => {
    const { id } = await subscribed();
    expect(await as('admin', (ctx) => pauseWebhook(ctx, id))).toMatchObject({ ok: true });
    expect(await as('admin', (ctx) => pauseWebhook(ctx, id))).toMatchObject({ code: 'wrong-state' });
    expect(await as('admin', (ctx) => sendTest(ctx, id))).toMatchObject({ code: 'wrong-state' });
    await newUnit();
    await deliver(id);
    expect(got).toEqual([]);
    expect(await as('admin', (ctx) => resumeWebhook(ctx, id))).toMatchObject({ ok: true });
    expect(await as('admin', (ctx) => sendTest(ctx, id))).toMatchObject({ ok: true });
    await deliver(id);
    const types = got.map((one) => (JSON.parse(one.body) as { type: string }).type);
    expect(types).toHaveLength(2);
    expect(types).toContain('webhook.test');
    expect(await as('admin', (ctx) => endWebhook(ctx, id))).toMatchObject({ ok: true });
    await newUnit();
    await deliver(id);
    expect(got).toHaveLength(2);
    expect(await as('admin', (ctx) => rotateSecret(ctx, id))).toMatchObject({ code: 'ended' });
  });

  it('changes the secret, and the old one signs as well for a day', async () => {
    const { id, secret } = await subscribed();
    const rotated = await as('admin', (ctx) => rotateSecret(ctx, id));
    if (!rotated.ok) throw new Error(rotated.code);
    const signatures = async () => {
      got = [];
      await newUnit();
      await deliver(id);
      const [one] = got;
      const letter = { id: String(one?.headers['webhook-id']), body: one?.body ?? '' };
      const by = (key: string) => signedHeaders(letter, [key], moment)['webhook-signature'] ?? '';
      const said = String(one?.headers['webhook-signature']).split(' ');
      return [said.includes(by(rotated.value)), said.includes(by(secret))];
    };
    expect(await signatures()).toEqual([true, true]);
    later(24 * 3_600_000 + 1);
    expect(await signatures()).toEqual([true, false]);
  });

  it('needs the right and a fresh proof, and finds those of this office alone', async () => {
    const { id } = await subscribed();
    const given = { name: 'x', url: 'https://example.com/', events: ['directory.unit.create'] };
    await expect(as('focal', (ctx) => createWebhook(ctx, given))).rejects.toThrow(Forbidden);
    await expect(as('admin', (ctx) => createWebhook(ctx, given), { minutesAgo: 11 })).rejects.toThrow(
      Forbidden,
    );
    await expect(as('admin', (ctx) => rotateSecret(ctx, id), { minutesAgo: 11 })).rejects.toThrow(Forbidden);
    await expect(as('focal', listWebhooks)).rejects.toThrow(Forbidden);
    const commands: readonly ((ctx: Ctx, webhookId: string) => Promise<unknown>)[] = [
      getWebhook,
      pauseWebhook,
      endWebhook,
      sendTest,
      redeliver,
      rotateSecret,
    ];
    for (const command of commands) {
      await expect(as('admin', (ctx) => command(ctx, id), { tenant: away })).rejects.toThrow(NotFound);
    }
    expect(await as('admin', listWebhooks, { tenant: away })).toEqual([]);
  });
});

it('attempts grow rarer, and end', () => {
  const now = new Date();
  const waits = Array.from({ length: 12 }, (_, at) => nextAttemptAt(at + 1, now)?.getTime());
  expect(waits.at(-1)).toBeUndefined();
  const given = waits.filter((at) => at !== undefined);
  expect(given).toEqual([...given].sort((a, b) => a - b));
});
