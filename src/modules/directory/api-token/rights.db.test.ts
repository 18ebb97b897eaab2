import { beforeAll, describe, expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import { asAnybody, attempt } from '#platform/session/testing-rights.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { createToken, revokeToken } from './commands.server.ts';
import { testToken } from './fixtures.ts';
import * as policy from './policy.ts';
import type { TokenOwner } from './policy.ts';
import { listTokens } from './queries.server.ts';

const given = { name: 'chìa', scopes: ['planning.task.read'], addresses: [], days: 30 };

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let accounts: ReadonlyMap<string, { readonly id: string }>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const accountIds = [...home.people.values()].flatMap((one) => one.accountId ?? []);
  accounts = new Map(accountIds.map((id) => [id, { id }]));
  for (const role of ['focal', 'leader'] as const)
    await testToken(services, home, home.signIn(role), given.scopes);
});

const place = () => ({ services, tenant: home.tenant });

describe('the tokens of an account', () => {
  it('are made and listed by its owner alone, whatever the grants of others', async () => {
    const owner = (id: string) => ({ kind: 'account', id }) as const;
    for (const person of home.people.values()) {
      for (const { id } of accounts.values()) {
        const may = policy.create(person, owner(id)).allowed;
        expect(may).toBe(id === person.accountId);
        expect(await attempt(place(), person, (ctx) => listTokens(ctx, owner(id)))).toBe(
          may ? 'allowed' : 'forbidden',
        );
      }
    }
    for (const [id] of accounts) {
      for (const person of home.people.values()) {
        const came = await attempt(place(), person, (ctx) => createToken(ctx, owner(id), given));
        expect(came).toBe(id === person.accountId ? 'allowed' : 'forbidden');
      }
    }
  });

  it('are revoked by their owner alone, and from no other commune', async () => {
    const focal = home.people.get(home.signIn('focal'));
    if (!focal?.accountId) throw new Error('no focal');
    const own = { kind: 'account', id: focal.accountId } as const;
    const [token] = await asAnybody(place(), focal, (ctx) => listTokens(ctx, own));
    expect(token).toBeDefined();
    for (const person of home.people.values()) {
      const self = { kind: 'account', id: person.accountId ?? '' } as const;
      const revoke = (owner: TokenOwner) =>
        attempt(place(), person, (ctx) => revokeToken(ctx, owner, token?.id ?? ''));
      expect(await revoke(own)).toBe(person === focal ? 'allowed' : 'forbidden');
      expect(await revoke(self)).toBe(person === focal ? 'allowed' : 'not-found');
    }
    const there = { services, tenant: away.tenant };
    expect(await attempt(there, focal, (ctx) => revokeToken(ctx, own, token?.id ?? ''))).toBe('not-found');
    expect(await asAnybody(there, focal, (ctx) => listTokens(ctx, own))).toEqual([]);
  });
});
