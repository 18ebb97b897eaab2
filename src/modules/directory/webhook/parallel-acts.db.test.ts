import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import { systemActor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { createUnit } from '../unit/commands.server.ts';
import { createWebhook } from './commands.server.ts';
import { takeTurn } from './deliver.server.ts';
import { Receiver } from './fixtures.ts';
import { deliverJob } from './jobs.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
const receiver = new Receiver();

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  await receiver.open();
  // The first job of a kind that a database has ever seen makes the kind known; a worker does so when it starts.
  await subscribed();
  await newUnit();
});

afterAll(() => {
  receiver.close();
});

beforeEach(async () => {
  receiver.clear();
  await services.migrator.query("update platform.webhook set state = 'ended'");
});

let names = 0;

const as = <Result>(work: (ctx: Ctx) => Promise<Result>) => home.as(home.signIn('admin'), 'write', work);

async function subscribed() {
  names += 1;
  const given = {
    name: `Bên nhận ${names}`,
    url: `http://${receiver.host}/hook`,
    events: ['directory.unit.create'],
  };
  const outcome = await home.asProven(home.signIn('admin'), (ctx) => createWebhook(ctx, given));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

async function newUnit(): Promise<void> {
  names += 1;
  await as((ctx) => createUnit(ctx, { name: `Đơn vị ${names}`, isCollective: false }));
}

function step<Result>(mode: 'read' | 'write', work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  const actor = systemActor(deliverJob.actorName, deliverJob.grants);
  return openCtx(services, mode, { tenant: home.tenant, actor, lang: 'vi', requestId: 'job' }, work);
}

function deliver(webhookId: string): Promise<void> {
  const outside = {
    mailer: null,
    baseUrl: 'http://localhost',
    internalHosts: [receiver.host],
    files: services.files,
  };
  return deliverJob.run(step, { webhookId }, outside);
}

describe('an act', () => {
  it('does not wait for another one that is told to the same address', async () => {
    await subscribed();
    const { id } = await subscribed();
    const outcome = await as(async (slow) => {
      await createUnit(slow, { name: 'Đơn vị chậm', isCollective: false });
      return as(async (quick) => {
        await sql`set local lock_timeout = '2s'`.execute(quick.db);
        return createUnit(quick, { name: 'Đơn vị nhanh', isCollective: false });
      });
    });
    expect(outcome.ok).toBe(true);
    await deliver(id);
    expect(receiver.got).toHaveLength(2);
  });

  it('that is not over yet does not hold up what is sent', async () => {
    const { id } = await subscribed();
    await newUnit();
    await as(async (slow) => {
      await createUnit(slow, { name: 'Đơn vị còn mở', isCollective: false });
      const took = await step('write', async (ctx) => {
        await sql`set local lock_timeout = '2s'`.execute(ctx.db);
        return takeTurn(ctx, id);
      });
      expect(took).toBeDefined();
    });
  });

  it('leaves one job for each address, however much is done in its transaction', async () => {
    const { id } = await subscribed();
    const jobs = async () => {
      const { rows } = await services.migrator.query<{ count: string }>(
        `select count(*) from graphile_worker.jobs where key like '%' || $1 || '%'`,
        [id],
      );
      return Number(rows[0]?.count);
    };
    await as(async (ctx) => {
      for (let n = 0; n < 5; n += 1) await createUnit(ctx, { name: `Loạt ${n}`, isCollective: false });
    });
    expect(await jobs()).toBe(1);
    await newUnit();
    expect(await jobs()).toBe(2);
  });
});
