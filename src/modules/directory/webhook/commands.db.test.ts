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
import { createUnit, editUnit } from '../unit/commands.server.ts';
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
import { answering, declining, decliningFirst, Receiver, toldBy } from './fixtures.ts';
import { deliverJob } from './jobs.server.ts';
import { getWebhook, listDeliveries, listWebhooks } from './queries.server.ts';
import { tellableEvents } from './webhook.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
/** The moment at which this test stands; it moves only forwards. */
let moment = new Date('2026-05-12T10:30:00+07:00');
const clock = { now: () => moment, today: (): PlainDate => plainDateAt(moment) };

const receiver = new Receiver();
let host = '';

beforeAll(async () => {
  services = { ...(await testServices()), clock };
  home = await testTenant(services);
  away = await testTenant(services);
  ({ host } = await receiver.open());
});

afterAll(() => {
  receiver.close();
});

beforeEach(async () => {
  receiver.clear();
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
  const outside = { mailer: null, baseUrl: 'http://localhost', internalHosts: [host], files: services.files };
  return deliverJob.run(step, { webhookId }, outside);
}

function later(ms: number): void {
  moment = new Date(moment.getTime() + ms);
}

const letters = (webhookId: string) =>
  as('admin', async (ctx) => listDeliveries(ctx, (await getWebhook(ctx, webhookId)).id));
async function renameUnit(unitId: string): Promise<void> {
  names += 1;
  const outcome = await as('admin', (ctx) =>
    editUnit(ctx, unitId, { name: `Đơn vị ${names}`, isCollective: false }),
  );
  if (!outcome.ok) throw new Error(outcome.code);
}

const recordsGot = () => receiver.got.map((one) => toldBy(one).data.recordId);

describe('an act', () => {
  it('is told in order, signed, thin, and only to who wants to know', async () => {
    const { id, secret } = await subscribed();
    const other = await subscribed(['planning.task.assign']);
    const units = [await newUnit(), await newUnit(), await newUnit()];
    await deliver(id);
    await deliver(other.id);
    expect(recordsGot()).toEqual(units);
    const [first] = receiver.got;
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
    expect(receiver.got).toEqual([]);
  });

  it('of accounts and tokens cannot be asked for', () => {
    const secret = /second-factor|password-link|api-token|machine|webhook|session|passkey/;
    expect(tellableEvents.filter((event) => secret.test(event))).toEqual([]);
    expect(tellableEvents).toContain('planning.task.approve');
  });
});

describe('a receiver that does not accept', () => {
  it('is tried again later under the same id, and the next has its turn meanwhile', async () => {
    const { id } = await subscribed();
    const units = [await newUnit(), await newUnit()];
    receiver.answer = decliningFirst(1, 503);
    await deliver(id);
    expect(recordsGot()).toEqual(units);
    await deliver(id);
    expect(receiver.got).toHaveLength(2);
    later(6_000);
    await deliver(id);
    expect(recordsGot()).toEqual([units[0], units[1], units[0]]);
    expect(receiver.got[2]?.headers['webhook-id']).toBe(receiver.got[0]?.headers['webhook-id']);
    const { failingSince } = await as('admin', (ctx) => getWebhook(ctx, id));
    expect(failingSince).toBeNull();
  });

  it('gets those about one record in their order, however long the first of them fails', async () => {
    const { id } = await subscribed(['directory.unit.create', 'directory.unit.edit']);
    const [first, other] = [await newUnit(), await newUnit()];
    await renameUnit(first);
    receiver.answer = declining(first, 500);
    await deliver(id);
    expect(recordsGot()).toEqual([first, other]);
    later(6_000);
    await deliver(id);
    expect(recordsGot()).toEqual([first, other, first]);
    receiver.answer = answering(200);
    later(31_000);
    await deliver(id);
    expect(
      receiver.got
        .slice(3)
        .map(toldBy)
        .map((told) => [told.type, told.data.recordId]),
    ).toEqual([
      ['directory.unit.create', first],
      ['directory.unit.edit', first],
    ]);
  });

  it('and declines one letter for good, has that one given up after three tries, and gets all others', async () => {
    const { id } = await subscribed();
    const bad = await newUnit();
    receiver.answer = declining(bad, 422);
    for (let tries = 0; tries < 5; tries += 1) {
      await newUnit();
      await deliver(id);
      later(31_000);
    }
    expect(receiver.got.filter((one) => toldBy(one).data.recordId === bad)).toHaveLength(3);
    const webhook = await as('admin', (ctx) => getWebhook(ctx, id));
    expect(webhook).toMatchObject({ state: 'active', deadCount: 1, waitingCount: 0, failingSince: null });

    // Sent again under the same id: who has done the work once knows it.
    receiver.answer = answering(200);
    expect(await as('admin', (ctx) => redeliver(ctx, id))).toMatchObject({ ok: true, value: { count: 1 } });
    await deliver(id);
    const ids = new Set(
      receiver.got.filter((one) => toldBy(one).data.recordId === bad).map((one) => one.headers['webhook-id']),
    );
    expect(ids.size).toBe(1);
    expect((await letters(id)).every((one) => one.state === 'delivered')).toBe(true);
  });

  it('at all, is asked ever more rarely, and loses few letters to a refusal of everything', async () => {
    const { id } = await subscribed();
    for (let n = 0; n < 12; n += 1) await newUnit();
    receiver.answer = answering(404);
    await deliver(id);
    expect(receiver.got).toHaveLength(3);
    for (let minutes = 0; minutes < 60; minutes += 1) {
      await deliver(id);
      later(60_000);
    }
    expect(receiver.got.length).toBeLessThan(12);
    receiver.answer = answering(200);
    later(3_600_000);
    await deliver(id);
    const webhook = await as('admin', (ctx) => getWebhook(ctx, id));
    expect(webhook.deadCount).toBeLessThan(5);
    expect(webhook).toMatchObject({ waitingCount: 0, failingSince: null });
  });

  it('for now, is left alone for as long as it asks', async () => {
    const { id } = await subscribed();
    const units = [await newUnit(), await newUnit()];
    receiver.answer = answering(429, { 'retry-after': '120' });
    await deliver(id);
    later(119_000);
    await deliver(id);
    expect(receiver.got).toHaveLength(1);
    receiver.answer = answering(200);
    later(2_000);
    await deliver(id);
    expect(recordsGot().slice(1).sort()).toEqual([...units].sort());
  });

  it('for three days is paused with an audit line, loses no letter, and can be served again', async () => {
    const { id } = await subscribed();
    await newUnit();
    await newUnit();
    receiver.answer = answering(500);
    const began = moment.getTime();
    const state = async () => (await as('admin', (ctx) => getWebhook(ctx, id))).state;
    for (let halfHours = 0; halfHours < 200 && (await state()) === 'active'; halfHours += 1) {
      await deliver(id);
      later(1_800_000);
    }
    const days = (moment.getTime() - began) / 86_400_000;
    expect(days).toBeGreaterThan(2.5);
    expect(days).toBeLessThan(3.5);
    expect(await as('admin', (ctx) => getWebhook(ctx, id))).toMatchObject({
      state: 'paused',
      isPausedBySystem: true,
      deadCount: 0,
      waitingCount: 2,
    });
    expect(receiver.got.length).toBeLessThan(90);
    const { rows } = await services.migrator.query(
      "select actor_name from platform.audit_line where act = 'directory.webhook.pause' and record_id = $1",
      [id],
    );
    expect(rows).toEqual([{ actor_name: 'webhook' }]);

    receiver.got = [];
    receiver.answer = answering(200);
    await newUnit();
    expect(await as('admin', (ctx) => resumeWebhook(ctx, id))).toMatchObject({ ok: true });
    expect(await as('admin', (ctx) => redeliver(ctx, id))).toMatchObject({ code: 'nothing-dead' });
    await deliver(id);
    expect(receiver.got).toHaveLength(3);
    expect((await letters(id)).every((one) => one.state === 'delivered')).toBe(true);
  });

  it('and says that it is gone, is paused at once', async () => {
    const { id } = await subscribed();
    await newUnit();
    receiver.answer = answering(410);
    await deliver(id);
    expect(await as('admin', (ctx) => getWebhook(ctx, id))).toMatchObject({
      state: 'paused',
      waitingCount: 1,
    });
  });

  it('within our networks is not reached unless the operator named it', async () => {
    const { id } = await subscribed();
    await newUnit();
    await deliverJob.run(
      step,
      { webhookId: id },
      { mailer: null, baseUrl: '', internalHosts: [], files: services.files },
    );
    expect(receiver.got).toEqual([]);
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
    expect(receiver.got).toEqual([]);
    later(46_000);
    await deliver(id);
    expect(receiver.got.map((one) => one.headers['webhook-id'])).toEqual([turn?.id]);
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
    expect(receiver.got).toEqual([]);
    expect(await as('admin', (ctx) => resumeWebhook(ctx, id))).toMatchObject({ ok: true });
    expect(await as('admin', (ctx) => sendTest(ctx, id))).toMatchObject({ ok: true });
    await deliver(id);
    const types = receiver.got.map((one) => toldBy(one).type);
    expect(types).toHaveLength(2);
    expect(types).toContain('webhook.test');
    expect(await as('admin', (ctx) => endWebhook(ctx, id))).toMatchObject({ ok: true });
    await newUnit();
    await deliver(id);
    expect(receiver.got).toHaveLength(2);
    expect(await as('admin', (ctx) => rotateSecret(ctx, id))).toMatchObject({ code: 'ended' });
  });

  it('changes the secret, and the old one signs as well for a day', async () => {
    const { id, secret } = await subscribed();
    const rotated = await as('admin', (ctx) => rotateSecret(ctx, id));
    if (!rotated.ok) throw new Error(rotated.code);
    const signatures = async () => {
      receiver.got = [];
      await newUnit();
      await deliver(id);
      const [one] = receiver.got;
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
