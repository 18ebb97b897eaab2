import { beforeAll, describe, expect, it } from 'vitest';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { testServices } from '#platform/db/testing.ts';
import { asAnybody, attempt } from '#platform/session/testing-rights.ts';
import type { BuiltInRole } from '../account/role.ts';
import { testPassword, testTenant } from '../tenant/fixtures.ts';
import { closeAllSessions, closeSession } from './commands/close.server.ts';
import { signIn } from './commands/sign-in.server.ts';
import { findSession, listActorsOf, listSessions } from './queries.server.ts';
import { hashToken, readToken, type SessionToken } from './token.server.ts';

type Home = Awaited<ReturnType<typeof testTenant>>;

let services: Awaited<ReturnType<typeof testServices>>;
let home: Home;
let away: Home;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  for (const where of [home, away]) for (const role of ['focal', 'leader'] as const) await open(where, role);
});

async function open(where: Home, role: BuiltInRole): Promise<SessionToken> {
  const attempted = {
    name: where.signIn(role),
    password: testPassword,
    remoteAddress: '192.0.2.1',
    userAgent: '',
  };
  const signed = await signIn(
    { services, lang: 'vi', requestId: 'rights', remoteAddress: '192.0.2.1' },
    attempted,
  );
  const token = signed.ok ? readToken(signed.value.cookie) : undefined;
  if (!token) throw new Error('nobody signed in');
  return token;
}

const person = (where: Home, role: BuiltInRole) => {
  const actor = where.people.get(where.signIn(role));
  if (!actor) throw new Error(`no ${role}`);
  return actor;
};
const listed = (where: Home, role: BuiltInRole, tenant = where.tenant) =>
  asAnybody({ services, tenant }, person(where, role), listSessions);

describe('open sign-ins', () => {
  it('are listed to the person alone', async () => {
    const [focal] = await listed(home, 'focal');
    const [leader] = await listed(home, 'leader');
    expect(focal?.id).toBeDefined();
    expect(leader?.id).not.toBe(focal?.id);
    expect(await listed(home, 'auditor')).toEqual([]);
    expect(await listed(home, 'focal', away.tenant)).toEqual([]);
  });

  it('are ended by the person alone', async () => {
    const [focal] = await listed(home, 'focal');
    const [stranger] = await listed(away, 'focal');
    const close = (role: BuiltInRole, id: string | undefined, tenant = home.tenant) =>
      attempt({ services, tenant }, person(home, role), (ctx) => closeSession(ctx, id ?? ''));
    expect(await close('focal', focal?.id)).toBe('allowed');
    expect(await close('admin', focal?.id)).toBe('not-found');
    expect(await close('focal', stranger?.id)).toBe('not-found');
    expect(await close('focal', focal?.id, away.tenant)).toBe('not-found');
    const ended = await asAnybody({ services, tenant: home.tenant }, person(home, 'focal'), closeAllSessions);
    expect(ended).toMatchObject({ ok: true, value: 1 });
  });

  it('open the commune in which they were opened and no other', async () => {
    const token = await open(home, 'focal');
    const found = (where: Home) =>
      inTenant(services.pool, where.tenant.id, 'read', (db) =>
        findSession(db, where.tenant.id, hashToken(token), services.clock.now()),
      );
    expect((await found(home))?.actor.accountId).toBe(person(home, 'focal').accountId);
    expect(await found(away)).toBeUndefined();
  });
});

describe('those of whom somebody else asks what they may do', () => {
  it('are officers of the same commune, with the rights that each has', async () => {
    const officers = (['focal', 'leader'] as const).map((role) => person(home, role).officerId ?? '');
    const stranger = person(away, 'focal').officerId ?? '';
    const found = await asAnybody({ services, tenant: home.tenant }, person(home, 'clerk'), (ctx) =>
      listActorsOf(ctx, [...officers, stranger]),
    );
    expect(new Set(found.map((one) => one.officerId))).toEqual(new Set(officers));
    for (const one of found) {
      const known = [...home.people.values()].find(({ officerId }) => officerId === one.officerId);
      expect(one.grants).toEqual(known?.grants);
    }
  });
});
