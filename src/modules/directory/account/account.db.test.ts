import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden } from '#platform/http/thrown.ts';
import type { Actor } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { createOfficer } from '../officer/commands.server.ts';
import { signIn } from '../session/commands/sign-in.server.ts';
import { listSessions } from '../session/queries.server.ts';
import { testPassword, testTenant } from '../tenant/fixtures.ts';
import { changePassword, createAccount } from './commands.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const asAdmin = <Result>(work: Parameters<typeof home.as<Result>>[2]) =>
  home.as(home.signIn('admin'), 'write', work);

async function newOfficer() {
  const unitId = [...home.units.values()][0];
  if (!unitId) throw new Error('the commune has no unit');
  const made = await asAdmin((ctx) =>
    createOfficer(ctx, { fullName: 'Người mới', unitId, positionTitle: 'Chuyên viên', isHead: false }),
  );
  if (!made.ok) throw new Error('refused');
  return made.value;
}

describe('opening an account', () => {
  it('refuses a name that is taken anywhere, and a password that is too short', async () => {
    const officerId = await newOfficer();
    const account = {
      officerId,
      signInName: home.signIn('focal'),
      password: 'du-dai-roi',
      roles: ['officer' as const],
    };
    expect(await asAdmin((ctx) => createAccount(ctx, account))).toMatchObject({ code: 'name-taken' });
    expect(
      await asAdmin((ctx) =>
        createAccount(ctx, { ...account, signInName: `moi-${newId().slice(-8)}`, password: 'ngan' }),
      ),
    ).toMatchObject({
      code: 'password-short',
    });
  });

  it('is for an administrator', async () => {
    const officerId = await newOfficer();
    await expect(
      home.as(home.signIn('focal'), 'write', (ctx) =>
        createAccount(ctx, { officerId, signInName: 'x-y', password: 'du-dai-roi', roles: ['admin'] }),
      ),
    ).rejects.toBeInstanceOf(Forbidden);
  });
});

describe('a new password', () => {
  const fresh = 'cái cày đi sau con trâu';
  const change = (ago: number, password = fresh) =>
    openCtx(
      services,
      'write',
      {
        tenant: home.tenant,
        actor: home.people.get(home.signIn('leader')) as Actor,
        lang: 'vi',
        requestId: 'thu',
        session: { id: newId(), provenAt: new Date(services.clock.now().getTime() - ago * 60_000) },
      },
      (ctx) => changePassword(ctx, password),
    );

  it('needs a proof of the last ten minutes', async () => {
    await expect(change(10)).rejects.toMatchObject({ reason: 'proof-needed' });
    await expect(
      home.as(home.signIn('leader'), 'write', (ctx) => changePassword(ctx, fresh)),
    ).rejects.toMatchObject({ reason: 'proof-needed' });
  });

  it('is refused when easily guessed', async () => {
    expect(await change(0, 'Mật khẩu 2026')).toMatchObject({ code: 'password-common' });
    expect(await change(0, `${home.signIn('leader')}1`)).toMatchObject({ code: 'password-name' });
  });

  it('is set, ends the sign-ins elsewhere and stands in the audit without the password', async () => {
    const visit = { services, lang: 'vi' as const, requestId: 'thu', remoteAddress: '127.0.0.1' };
    const attempt = (password: string) =>
      signIn(visit, {
        name: home.signIn('leader'),
        password,
        remoteAddress: '127.0.0.1',
        userAgent: '',
      });
    expect(await attempt(testPassword)).toMatchObject({ ok: true });
    expect(await change(9)).toMatchObject({ ok: true });
    const open = await home.as(home.signIn('leader'), 'read', listSessions);
    expect(open).toEqual([]);
    expect(await attempt(testPassword)).toMatchObject({ ok: false });
    expect(await attempt(fresh)).toMatchObject({ ok: true });
    const { rows } = await services.migrator.query<{ line: string }>(
      "select a::text as line from platform.audit_line a where act = 'directory.account.change-password'",
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.line).not.toMatch(/cày|argon2/);
  });
});
