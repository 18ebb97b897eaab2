import { beforeAll, describe, expect, it } from 'vitest';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { testServices } from '#platform/db/testing.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import { endOfficer } from '../officer/administer.server.ts';
import { createOfficer } from '../officer/commands.server.ts';
import { getKeptOfficer } from '../officer/kept.server.ts';
import { listRoles } from '../role/queries.server.ts';
import { signIn } from '../session/commands/sign-in.server.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { lockAccount, resetPassword, setAccountRoles, unlockAccount } from './administer.server.ts';
import { openAccount, openAccountsForAll } from './open-account.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const asAdmin = <Result>(work: Parameters<typeof home.as<Result>>[2]) =>
  home.asProven(home.signIn('admin'), work);
const officerOf = (role: Parameters<typeof home.signIn>[0]) =>
  home.people.get(home.signIn(role))?.officerId ?? '';

async function newOfficer(fullName: string, isHead = false): Promise<string> {
  const unitId = [...home.units.values()][0];
  if (!unitId) throw new Error('the commune has no unit');
  const made = await asAdmin((ctx) =>
    createOfficer(ctx, { fullName, unitId, positionTitle: 'Chuyên viên', isHead }),
  );
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

const tryToSignIn = (name: string, password: string) =>
  signIn(
    { services, lang: 'vi', requestId: 'thu', remoteAddress: '127.0.0.1' },
    { name, password, remoteAddress: '127.0.0.1', userAgent: 'thu' },
  );

describe('an account that an administrator opens', () => {
  it('has a start password that works and stands nowhere in the database', async () => {
    const officer = await newOfficer('Phan Văn Khải');
    const slip = await asAdmin((ctx) => openAccount(ctx, officer, { signInName: 'khaipv', roleIds: [] }));
    if (!slip.ok) throw new Error(slip.code);
    expect(slip.value.password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/);
    expect((await tryToSignIn('khaipv', slip.value.password)).ok).toBe(true);
    const { rows } = await services.migrator.query<{ all: string }>(
      "select string_agg(l::text, ' ') as all from platform.audit_line l",
    );
    expect(rows[0]?.all).not.toContain(slip.value.password);
    expect(await asAdmin((ctx) => getKeptOfficer(ctx, officer))).toMatchObject({
      account: { signInName: 'khaipv', hasStartPassword: true, isLocked: false },
    });
    expect(
      await asAdmin((ctx) => openAccount(ctx, officer, { signInName: 'khac', roleIds: [] })),
    ).toMatchObject({ code: 'has-account' });
  });

  it('is opened for all who have none, namesakes apart, and only once', async () => {
    await newOfficer('Lý Thị Na');
    await newOfficer('Lý Thị Na', true);
    const slips = await asAdmin(openAccountsForAll);
    expect(slips.map((slip) => slip.signInName).sort()).toEqual(['nalt', 'nalt2']);
    expect(await asAdmin(openAccountsForAll)).toEqual([]);
  });

  it('is locked with its sessions, and unlocked', async () => {
    const officer = officerOf('clerk');
    const signedIn = await tryToSignIn(home.signIn('clerk'), 'mat-khau-thu');
    expect(signedIn.ok).toBe(true);
    expect(await asAdmin((ctx) => lockAccount(ctx, officer))).toMatchObject({ ok: true });
    expect(await asAdmin((ctx) => lockAccount(ctx, officer))).toMatchObject({ code: 'locked' });
    expect((await tryToSignIn(home.signIn('clerk'), 'mat-khau-thu')).ok).toBe(false);
    const left = await inTenant(services.pool, home.tenant.id, 'read', (db) =>
      db
        .selectFrom('directory.session as s')
        .innerJoin('directory.account as a', 'a.id', 's.account_id')
        .select('s.id')
        .where('s.tenant_id', '=', home.tenant.id)
        .where('a.tenant_id', '=', home.tenant.id)
        .where('a.officer_id', '=', officer)
        .execute(),
    );
    expect(left).toEqual([]);
    expect(await asAdmin((ctx) => unlockAccount(ctx, officer))).toMatchObject({ ok: true });
    expect((await tryToSignIn(home.signIn('clerk'), 'mat-khau-thu')).ok).toBe(true);
  });

  it('gets a new start password, and the old one works no more', async () => {
    const reset = await asAdmin((ctx) => resetPassword(ctx, officerOf('community')));
    if (!reset.ok) throw new Error('refused');
    expect((await tryToSignIn(home.signIn('community'), 'mat-khau-thu')).ok).toBe(false);
    expect((await tryToSignIn(home.signIn('community'), reset.value.password)).ok).toBe(true);
  });

  it('is of one tenant, and for administrators', async () => {
    const other = await testTenant(services);
    await expect(
      other.as(other.signIn('admin'), 'write', (ctx) => lockAccount(ctx, officerOf('officer'))),
    ).rejects.toBeInstanceOf(NotFound);
    await expect(
      home.as(home.signIn('leader'), 'write', (ctx) => resetPassword(ctx, officerOf('officer'))),
    ).rejects.toBeInstanceOf(Forbidden);
  });
});

describe('the last administrator', () => {
  it('keeps the rights, whichever way they would be lost', async () => {
    const fresh = await testTenant(services);
    const admin = fresh.people.get(fresh.signIn('admin'))?.officerId ?? '';
    const second = fresh.people.get(fresh.signIn('focal'))?.officerId ?? '';
    const as = <Result>(role: 'admin' | 'focal', work: Parameters<typeof fresh.as<Result>>[2]) =>
      fresh.asProven(fresh.signIn(role), work);
    const adminRole = await as(
      'admin',
      async (ctx) => (await listRoles(ctx)).find((role) => role.code === 'admin')?.id ?? '',
    );
    expect(await as('admin', (ctx) => setAccountRoles(ctx, admin, []))).toMatchObject({
      code: 'last-administrator',
    });
    expect(await as('admin', (ctx) => lockAccount(ctx, admin))).toMatchObject({ code: 'own-account' });
    expect(await as('admin', (ctx) => endOfficer(ctx, admin, plainDate('2026-05-12')))).toMatchObject({
      code: 'own-account',
    });
    expect(await as('admin', (ctx) => setAccountRoles(ctx, second, [adminRole]))).toMatchObject({ ok: true });
    expect(await as('admin', (ctx) => lockAccount(ctx, second))).toMatchObject({ ok: true });
    expect(await as('admin', (ctx) => setAccountRoles(ctx, admin, []))).toMatchObject({
      code: 'last-administrator',
    });
    expect(await as('admin', (ctx) => unlockAccount(ctx, second))).toMatchObject({ ok: true });
    expect(await as('admin', (ctx) => setAccountRoles(ctx, admin, []))).toMatchObject({ ok: true });
  });

  it('is not lost to two changes at the same time', async () => {
    const fresh = await testTenant(services);
    const [one, two] = (['admin', 'focal'] as const).map(
      (role) => fresh.people.get(fresh.signIn(role))?.officerId ?? '',
    ) as [string, string];
    const as = <Result>(work: Parameters<typeof fresh.as<Result>>[2]) =>
      fresh.asProven(fresh.signIn('admin'), work);
    const role = await as(
      async (ctx) => (await listRoles(ctx)).find((each) => each.code === 'admin')?.id ?? '',
    );
    await as((ctx) => setAccountRoles(ctx, two, [role]));
    const outcomes = await Promise.all([one, two].map((id) => as((ctx) => setAccountRoles(ctx, id, []))));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  });
});
