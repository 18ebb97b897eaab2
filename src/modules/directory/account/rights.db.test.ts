import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { NotFound } from '#platform/http/thrown.ts';
import {
  allPowerful,
  asAnybody,
  attempt,
  doesWhatIsAllowed,
  type Drawn,
} from '#platform/session/testing-rights.ts';
import { listRoles } from '../role/queries.server.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { lockAccount, resetPassword, setAccountRoles, unlockAccount } from './administer.server.ts';
import { changeEmail, changePassword, createAccount } from './commands.server.ts';
import { openAccountsForAll } from './open-account.server.ts';
import * as policy from './policy.ts';
import { getOwnAccount } from './queries.server.ts';

const from: Drawn = {
  acts: ['create', 'lock', 'unlock', 'set-roles', 'reset-password'].map(
    (verb) => `directory.account.${verb}`,
  ),
};

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
});

const place = () => ({ services, tenant: home.tenant });

describe('accounts', () => {
  it('are administered as the policy says, and from no other commune', async () => {
    const [role] = await home.as(home.signIn('admin'), 'read', listRoles);
    const officers = [...home.people.values()].map((one) => [one.officerId as string, one] as const);
    await doesWhatIsAllowed(
      place(),
      away.tenant,
      from,
      {
        records: new Map(officers),
        deeds: [
          { name: 'lock', may: (actor) => policy.lock(actor).allowed, run: lockAccount },
          { name: 'unlock', may: (actor) => policy.unlock(actor).allowed, run: unlockAccount },
          {
            name: 'set roles',
            may: (actor) => policy.setRoles(actor).allowed,
            run: (ctx, id) => setAccountRoles(ctx, id, [role?.id ?? '']),
          },
          { name: 'reset password', may: (actor) => policy.resetPassword(actor).allowed, run: resetPassword },
        ],
      },
      60,
    );
  });

  it('are opened by those who may', async () => {
    const [officerId] = [...home.people.values()].flatMap((one) => one.officerId ?? []);
    if (!officerId) throw new Error('no officer');
    for (const scope of ['all', 'unit', 'own'] as const) {
      const actor = { ...allPowerful({ acts: [] }), grants: new Map([['directory.account.create', scope]]) };
      const expected = policy.create(actor).allowed ? 'allowed' : 'forbidden';
      const account = { officerId, signInName: home.signIn('admin'), password: 'mot-cau-rat-dai', roles: [] };
      expect(await attempt(place(), actor, (ctx) => createAccount(ctx, account))).toBe(expected);
      expect(await attempt(place(), actor, openAccountsForAll)).toBe(expected);
    }
  });

  it('are looked after by their owner alone', async () => {
    for (const actor of home.people.values()) {
      const own = await asAnybody(place(), actor, getOwnAccount);
      expect(own.signInName).toBe(home.signIn(actor.name.replace('Người ', '') as 'focal'));
      await expect(asAnybody({ services, tenant: away.tenant }, actor, getOwnAccount)).rejects.toBeInstanceOf(
        NotFound,
      );
    }
  });

  it('of others stay as they are when somebody made up changes the own', async () => {
    const stranger = { ...allPowerful(from), accountId: newId<'account'>() };
    expect(await attempt(place(), stranger, (ctx) => changePassword(ctx, 'mot-cau-rat-dai-khac'))).toBe(
      'not-found',
    );
    expect(await attempt(place(), stranger, (ctx) => changeEmail(ctx, 'a@example.org'))).toBe('not-found');
  });
});
