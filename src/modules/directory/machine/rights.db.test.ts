import { beforeAll, describe, expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import type { Actor } from '#platform/session/actor.ts';
import {
  allPowerful,
  asAnybody,
  attempt,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { listRoles } from '../role/queries.server.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { createMachine, endMachine, restoreMachine } from './commands.server.ts';
import * as policy from './policy.ts';
import { getMachine, listMachines } from './queries.server.ts';

const from: Drawn = { acts: ['create', 'end', 'restore'].map((verb) => `directory.machine.${verb}`) };

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let roleId: string;
let records: ReadonlyMap<string, object>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const admin = home.signIn('admin');
  roleId = (await home.as(admin, 'read', listRoles)).find((role) => role.code === 'focal')?.id ?? '';
  const made = await home.asProven(admin, (ctx) => createMachine(ctx, { name: 'Máy một', roleId }));
  records = new Map([[made.ok ? made.value : '', {}]]);
});

/** Whoever may make one sees all of them; nothing is done to one that is not seen. */
const sees = (actor: Actor) => policy.create(actor).allowed;

describe('programs', () => {
  it('are shown to those who may make one', async () => {
    await showsWhatMayBeRead({ services, tenant: home.tenant }, from, {
      records,
      mayRead: (actor) => policy.create(actor).allowed,
      shown: async (ctx) => (await listMachines(ctx)).map((one) => one.id),
    });
    expect(await asAnybody({ services, tenant: away.tenant }, allPowerful(from), listMachines)).toEqual([]);
  });

  it('are ended and taken up as the policy says, and from no other commune', async () => {
    await doesWhatIsAllowed({ services, tenant: home.tenant }, away.tenant, from, {
      records,
      deeds: [
        { name: 'get', may: (actor) => policy.create(actor).allowed, run: getMachine },
        { name: 'end', may: (actor) => sees(actor) && policy.end(actor).allowed, run: endMachine },
        {
          name: 'restore',
          may: (actor) => sees(actor) && policy.restore(actor).allowed,
          run: restoreMachine,
        },
      ],
    });
  });

  it('are made by those who may', async () => {
    for (const scope of ['all', 'unit', 'own'] as const) {
      const actor = { ...allPowerful({ acts: [] }), grants: new Map([['directory.machine.create', scope]]) };
      const came = await attempt({ services, tenant: home.tenant }, actor, (ctx) =>
        createMachine(ctx, { name: 'Máy hai', roleId }),
      );
      expect(came).toBe(policy.create(actor).allowed ? 'allowed' : 'forbidden');
    }
  });
});
