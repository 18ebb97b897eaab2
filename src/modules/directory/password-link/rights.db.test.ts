import { beforeAll, describe, expect, it } from 'vitest';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { testServices } from '#platform/db/testing.ts';
import { doesWhatIsAllowed } from '#platform/session/testing-rights.ts';
import { hashToken, readToken } from '../session/token.server.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { newId } from '#platform/db/id.ts';
import { makeLink } from './commands/make.server.ts';
import * as policy from './policy.ts';
import { findEmail, findOpenLink } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
});

const accountIds = () => [...home.people.values()].flatMap((one) => one.accountId ?? []);

describe('links for a new password', () => {
  it('are made as the policy says, never for the own account, and from no other commune', async () => {
    await doesWhatIsAllowed(
      { services, tenant: home.tenant },
      away.tenant,
      { acts: ['directory.password-link.make'], accountIds: accountIds() },
      {
        records: new Map(accountIds().map((id) => [id, { id }])),
        deeds: [
          {
            name: 'make',
            may: (actor, account) => policy.make(actor, account.id).allowed,
            run: makeLink,
          },
        ],
      },
    );
  });

  it('are known in the commune of the account alone, as is the address of its owner', async () => {
    const [accountId = ''] = accountIds();
    const admin = home.people.get(home.signIn('admin'));
    if (!admin) throw new Error('no administrator');
    const session = { id: newId<'session'>(), provenAt: services.clock.now() };
    const occasion = { tenant: home.tenant, actor: admin, lang: 'vi' as const, requestId: 'rights', session };
    const made = await openCtx(services, 'write', occasion, (ctx) => makeLink(ctx, accountId));
    const token = made.ok ? readToken(made.value.token) : undefined;
    if (!token) throw new Error('no link was made');
    await services.migrator.query('update directory.account set email = $1 where id = $2', [
      'a@example.org',
      accountId,
    ]);
    const seen = (where: typeof home) =>
      inTenant(services.pool, where.tenant.id, 'read', async (db) => [
        (await findOpenLink(db, where.tenant.id, hashToken(token), services.clock.now()))?.accountId,
        await findEmail(db, where.tenant.id, accountId),
      ]);
    expect(await seen(home)).toEqual([accountId, 'a@example.org']);
    expect(await seen(away)).toEqual([undefined, undefined]);
  });
});
