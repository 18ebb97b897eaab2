import { beforeAll, describe, expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import { ownSort } from '#platform/list/filter.ts';
import {
  allPowerful,
  asAnybody,
  attempt,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { accountListShape } from './account-list.ts';
import { beginAuthenticator } from './commands/authenticator.server.ts';
import { renewRecoveryCodes } from './commands/recovery-codes.server.ts';
import { requireFactorOf, takeFactorAway } from './commands/rules.server.ts';
import { accountRows } from './listed.server.ts';
import * as policy from './policy.ts';
import { findFactors, findPendingAuthenticator, listFactorRoles } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let from: Drawn;
let records: ReadonlyMap<string, { readonly id: string }>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const accountIds = [...home.people.values()].flatMap((one) => one.accountId ?? []);
  from = { acts: ['directory.role.require-factor', 'directory.second-factor.take-away'], accountIds };
  records = new Map(accountIds.map((id) => [id, { id }]));
});

const place = () => ({ services, tenant: home.tenant });

describe('the second factors of others', () => {
  it('are listed to those who say which roles need one', async () => {
    await showsWhatMayBeRead(place(), from, {
      records,
      mayRead: (actor) => policy.requireOfRoles(actor).allowed,
      shown: async (ctx) => {
        const filter = { search: '', clauses: [], sort: ownSort(accountListShape) };
        return (await accountRows.next(ctx, filter, undefined, 100)).rows.map((account) => account.id);
      },
    });
  });

  it('are taken away as the policy says, never the own, and from no other commune', async () => {
    await doesWhatIsAllowed(place(), away.tenant, from, {
      records,
      deeds: [
        {
          name: 'take away',
          may: (actor, account) => policy.takeAway(actor, account.id).allowed,
          run: takeFactorAway,
        },
      ],
    });
  });

  it('are demanded by those who may', async () => {
    for (const acts of [[], ['directory.role.require-factor']]) {
      const came = await attempt(place(), allPowerful({ acts }), (ctx) => requireFactorOf(ctx, ['focal']));
      expect(came).toBe(acts.length > 0 ? 'allowed' : 'forbidden');
    }
    const there = { services, tenant: away.tenant };
    await asAnybody(there, allPowerful(from), (ctx) => requireFactorOf(ctx, ['focal']));
    const roles = await asAnybody(place(), allPowerful(from), listFactorRoles);
    expect(roles.filter((role) => role.requiresFactor)).toEqual([]);
  });
});

describe('the own second factor', () => {
  it('is the person’s alone', async () => {
    const [one, other] = [...home.people.values()];
    if (!one || !other) throw new Error('two people are needed');
    const session = { id: 'x' as never, provenAt: services.clock.now() };
    await asAnybody(place(), one, async (ctx) => {
      await beginAuthenticator(ctx);
      const labels = { issuer: 'x', label: 'y' };
      expect(await findPendingAuthenticator(ctx, labels)).toBeDefined();
      expect(await findPendingAuthenticator({ ...ctx, actor: other, session }, labels)).toBeUndefined();
    });
    expect(await asAnybody(place(), other, renewRecoveryCodes)).toMatchObject({ ok: false, code: 'not-on' });
    const seen = await asAnybody({ services, tenant: away.tenant }, one, (ctx) =>
      findFactors(ctx.db, away.tenant.id, one.accountId ?? ''),
    );
    expect(seen).toEqual({ authenticatorSince: null, passkeys: 0, recoveryCodesLeft: 0 });
  });
});
