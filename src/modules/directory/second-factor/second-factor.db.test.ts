import { beforeAll, describe, expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import { ownSort } from '#platform/list/filter.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { newId } from '#platform/db/id.ts';
import { testTenant } from '../tenant/fixtures.ts';
import {
  beginAuthenticator,
  confirmAuthenticator,
  turnOffAuthenticator,
} from './commands/authenticator.server.ts';
import { renewRecoveryCodes } from './commands/recovery-codes.server.ts';
import { requireFactorOf, takeFactorAway } from './commands/rules.server.ts';
import { accountListShape } from './account-list.ts';
import { accountRows } from './listed.server.ts';
import { findPendingAuthenticator } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
});

type Role = Parameters<typeof home.signIn>[0];

/** Acts as somebody who has just signed in. */
function fresh<Result>(role: Role, work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  const actor = home.people.get(home.signIn(role)) as Actor;
  const session = { id: newId<'session'>(), provenAt: services.clock.now() };
  return openCtx(
    services,
    'write',
    { tenant: home.tenant, actor, lang: 'vi', requestId: 'thu', session },
    work,
  );
}

const labels = { issuer: 'x', label: 'y' };
const accountOf = (tenant: typeof home, role: Role) =>
  tenant.people.get(tenant.signIn(role))?.accountId ?? '';

describe('the second factor', () => {
  it('is touched only with a fresh proof', async () => {
    const acts: ((ctx: Ctx) => Promise<unknown>)[] = [
      beginAuthenticator,
      turnOffAuthenticator,
      renewRecoveryCodes,
    ];
    for (const work of acts)
      await expect(home.as(home.signIn('focal'), 'write', work)).rejects.toMatchObject({
        reason: 'proof-needed',
      });
  });

  it('begins anew with another secret until it counts', async () => {
    const secretOf = async () => {
      expect(await fresh('focal', beginAuthenticator)).toMatchObject({ ok: true });
      return (await fresh('focal', (ctx) => findPendingAuthenticator(ctx, labels)))?.secret;
    };
    expect(await secretOf()).not.toBe(await secretOf());
    expect(await fresh('officer', (ctx) => confirmAuthenticator(ctx, '123456'))).toMatchObject({
      code: 'not-begun',
    });
    expect(await fresh('focal', turnOffAuthenticator)).toMatchObject({ ok: true });
    expect(await fresh('focal', turnOffAuthenticator)).toMatchObject({ code: 'not-on' });
    expect(await fresh('focal', renewRecoveryCodes)).toMatchObject({ code: 'not-on' });
  });

  it('is demanded and taken away by an administrator of the same commune alone', async () => {
    for (const role of ['focal', 'leader', 'auditor'] as const) {
      await expect(fresh(role, (ctx) => requireFactorOf(ctx, []))).rejects.toBeInstanceOf(Forbidden);
      await expect(
        fresh(role, (ctx) => takeFactorAway(ctx, accountOf(home, 'officer'))),
      ).rejects.toBeInstanceOf(Forbidden);
    }
    await expect(
      fresh('admin', (ctx) => takeFactorAway(ctx, accountOf(away, 'officer'))),
    ).rejects.toBeInstanceOf(NotFound);
    await expect(
      home.as(home.signIn('admin'), 'write', (ctx) => takeFactorAway(ctx, accountOf(home, 'officer'))),
    ).rejects.toMatchObject({ reason: 'proof-needed' });
  });

  it('is known of the accounts of the own commune alone', async () => {
    const filter = { search: '', clauses: [], sort: ownSort(accountListShape) };
    const seen = await home.as(home.signIn('admin'), 'read', (ctx) =>
      accountRows.next(ctx, filter, undefined, 100),
    );
    expect(seen.rows.map((account) => account.id).sort()).toEqual(
      [...home.people.values()].map((actor) => String(actor.accountId)).sort(),
    );
  });
});
