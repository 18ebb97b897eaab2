import { beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import {
  allPowerful,
  asAnybody,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { createWebhook, endWebhook, pauseWebhook, resumeWebhook, rotateSecret } from './commands.server.ts';
import * as policy from './policy.ts';
import { getWebhook, listDeliveries, listPausedAddresses, listWebhooks } from './queries.server.ts';

const from: Drawn = {
  acts: ['create', 'rotate', 'pause', 'resume', 'end'].map((verb) => `directory.webhook.${verb}`),
};

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let records: ReadonlyMap<string, object>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const given = {
    name: 'Phần mềm một cửa',
    url: 'https://nhan.example.vn/',
    events: ['planning.task.approve'],
  };
  const made = await home.asProven(home.signIn('admin'), (ctx) => createWebhook(ctx, given));
  records = new Map([[made.ok ? made.value.id : '', {}]]);
});

const place = () => ({ services, tenant: home.tenant });
/** Whoever may name one sees all of them; nothing is done to one that is not seen. */
const sees = (actor: Actor) => policy.create(actor).allowed;

describe('addresses that are told of what happens', () => {
  it('are shown to those who may name one, and to no other commune', async () => {
    await showsWhatMayBeRead(place(), from, {
      records,
      mayRead: sees,
      shown: async (ctx) => (await listWebhooks(ctx)).map((one) => one.id),
    });
    const there = { services, tenant: away.tenant };
    expect(await asAnybody(there, allPowerful(from), listWebhooks)).toEqual([]);
    for (const id of records.keys()) {
      const letters = (ctx: Parameters<typeof listWebhooks>[0]) => listDeliveries(ctx, id as Id<'webhook'>);
      expect(await asAnybody(there, allPowerful(from), letters)).toEqual([]);
    }
  });

  it('are named as resting to those who may have them go on, and to no other commune', async () => {
    const rest =
      "update platform.webhook set state = $1, is_paused_by_system = $1 = 'paused' where tenant_id = $2";
    await services.migrator.query(rest, ['paused', home.tenant.id]);
    const shown = async (ctx: Ctx) => (await listPausedAddresses(ctx)).map((one) => one.id as string);
    await showsWhatMayBeRead(place(), from, { records, mayRead: sees, shown });
    const there = { services, tenant: away.tenant };
    expect(await asAnybody(there, allPowerful(from), shown)).toEqual([]);
    await services.migrator.query(rest, ['active', home.tenant.id]);
  });

  it('are changed as the policy says, and from no other commune', async () => {
    await doesWhatIsAllowed(place(), away.tenant, from, {
      records,
      deeds: [
        { name: 'get', may: sees, run: getWebhook },
        { name: 'rotate', may: (actor) => sees(actor) && policy.rotate(actor).allowed, run: rotateSecret },
        { name: 'pause', may: (actor) => sees(actor) && policy.pause(actor).allowed, run: pauseWebhook },
        { name: 'resume', may: (actor) => sees(actor) && policy.resume(actor).allowed, run: resumeWebhook },
        { name: 'end', may: (actor) => sees(actor) && policy.end(actor).allowed, run: endWebhook },
      ],
    });
  });
});
