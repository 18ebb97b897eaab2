import { beforeAll, describe, expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { TooMany } from '#platform/http/thrown.ts';
import type { Visit } from '#platform/session/visit.ts';
import { testPassword, testTenant } from '../tenant/fixtures.ts';
import { signOut } from './commands/close.server.ts';
import { signIn } from './commands/sign-in.server.ts';
import { findSession } from './queries.server.ts';
import { hashToken, readToken } from './token.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let visit: Visit;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  visit = { services, lang: 'vi', requestId: 'thu', remoteAddress: '127.0.0.1' };
});

const attempt = (name: string, password: string) =>
  signIn(visit, { name, password, remoteAddress: '127.0.0.1', userAgent: 'Firefox/140.0' });

async function personOf(cookie: string, now = services.clock.now()) {
  const token = readToken(cookie);
  if (!token) throw new Error('not a cookie of ours');
  return inTenant(services.pool, token.tenantId, 'read', (db) =>
    findSession(db, token.tenantId, hashToken(token), now),
  );
}

describe('signing in', () => {
  it('opens a session of the person, and keeps only a hash of the cookie', async () => {
    const outcome = await attempt(home.signIn('focal'), testPassword);
    expect(outcome.ok).toBe(true);
    const cookie = outcome.ok ? outcome.value.cookie : '';
    expect(await personOf(cookie)).toMatchObject({
      actor: { name: 'Người focal' },
      tenant: { id: home.tenant.id },
    });
    const secret = cookie.split('.')[1] ?? '';
    const { rows } = await services.migrator.query<{ all: string }>(
      "select string_agg(s::text, ' ') as all from directory.session s",
    );
    expect(rows[0]?.all).not.toContain(secret);
  });

  it('says the same of a wrong password and of a name that nobody has', async () => {
    expect(await attempt(home.signIn('leader'), 'sai-mat-khau')).toMatchObject({
      code: 'wrong-name-or-password',
    });
    expect(await attempt('khong-co-ai', testPassword)).toMatchObject({ code: 'wrong-name-or-password' });
  });

  it('writes a wrong password into the audit of the account, with the address and without the password', async () => {
    await attempt(home.signIn('officer'), 'sai-mat-khau');
    await attempt('khong-co-ai', 'sai-mat-khau');
    const { rows } = await services.migrator.query<{ record_id: string; line: string }>(
      "select record_id, a::text as line from platform.audit_line a where act = 'directory.session.refuse' and record_id = $1",
      [home.people.get(home.signIn('officer'))?.accountId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.line).toContain('127.0.0.1');
    expect(rows[0]?.line).not.toContain('sai-mat-khau');
  });

  it('ends after twelve hours and when the officer has left', async () => {
    const outcome = await attempt(home.signIn('auditor'), testPassword);
    const cookie = outcome.ok ? outcome.value.cookie : '';
    expect(await personOf(cookie, new Date(services.clock.now().getTime() + 12 * 3_600_000))).toBeUndefined();
    await services.migrator.query(
      'update directory.officer set ended_on = current_date where full_name = $1 and tenant_id = $2',
      ['Người auditor', home.tenant.id],
    );
    expect(await personOf(cookie)).toBeUndefined();
  });

  it('is over after signing out', async () => {
    const outcome = await attempt(home.signIn('clerk'), testPassword);
    const cookie = outcome.ok ? outcome.value.cookie : '';
    await home.as(home.signIn('clerk'), 'write', (ctx) => signOut(ctx, cookie));
    expect(await personOf(cookie)).toBeUndefined();
  });

  it('cannot be ended by somebody else', async () => {
    const outcome = await attempt(home.signIn('admin'), testPassword);
    const cookie = outcome.ok ? outcome.value.cookie : '';
    expect(await home.as(home.signIn('officer'), 'write', (ctx) => signOut(ctx, cookie))).toMatchObject({
      code: 'no-session',
    });
    expect(await personOf(cookie)).toBeDefined();
  });

  it('waits after ten wrong tries, also for the right password', async () => {
    for (let tries = 0; tries < 10; tries += 1) await attempt(home.signIn('community'), `sai-${tries}`);
    await expect(attempt(home.signIn('community'), testPassword)).rejects.toBeInstanceOf(TooMany);
  });
});

describe('a cookie', () => {
  it.each([
    '',
    'x',
    'a.b',
    `${'0'.repeat(36)}.${'a'.repeat(43)}`,
    '00000000-0000-7000-8000-000000000000.short',
    "'; drop table--.x",
  ])('that we did not write is none: %j', (cookie) => {
    expect(readToken(cookie)).toBeUndefined();
  });
});
