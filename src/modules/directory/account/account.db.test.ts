import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden } from '#platform/http/thrown.ts';
import { createOfficer } from '../officer/commands.server.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { createAccount } from './commands.server.ts';

let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  home = await testTenant(await testServices());
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
