import { beforeAll, describe, expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import { asAnybody, attempt } from '#platform/session/testing-rights.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { removePasskey } from './commands/remove.server.ts';
import { listPasskeys } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  for (const { tenant, people } of [home, away]) {
    for (const person of people.values()) {
      await services.migrator.query(
        `insert into directory.passkey (tenant_id, credential_id, account_id, name, public_key, counter, made_at)
         values ($1, $2, $3, 'Máy', '\\x00', 0, now())`,
        [tenant.id, `key-of-${person.accountId}`, person.accountId],
      );
    }
  }
});

describe('passkeys', () => {
  it('are listed to their owner alone', async () => {
    for (const person of home.people.values()) {
      const listed = await asAnybody({ services, tenant: home.tenant }, person, listPasskeys);
      expect(listed.map((one) => one.id)).toEqual([`key-of-${person.accountId}`]);
      expect(await asAnybody({ services, tenant: away.tenant }, person, listPasskeys)).toEqual([]);
    }
  });

  it('are removed by their owner alone, not with all rights, and from no other commune', async () => {
    const owners = [...home.people.values(), ...away.people.values()];
    for (const person of home.people.values()) {
      for (const owner of owners) {
        const came = await attempt({ services, tenant: home.tenant }, person, (ctx) =>
          removePasskey(ctx, `key-of-${owner.accountId}`),
        );
        expect(came).toBe(owner === person ? 'allowed' : 'not-found');
      }
      const there = { services, tenant: away.tenant };
      expect(await attempt(there, person, (ctx) => removePasskey(ctx, `key-of-${person.accountId}`))).toBe(
        'not-found',
      );
    }
  });
});
