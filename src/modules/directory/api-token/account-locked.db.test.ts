import { beforeAll, describe, expect, it } from 'vitest';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { testServices } from '#platform/db/testing.ts';
import { changePassword } from '../account/commands.server.ts';
import { lockAccount, resetPassword, unlockAccount } from '../account/administer.server.ts';
import type { BuiltInRole } from '../account/role.ts';
import { createMachine } from '../machine/commands.server.ts';
import { makeLink } from '../password-link/commands/make.server.ts';
import { useLink } from '../password-link/commands/use.server.ts';
import { listRoles } from '../role/queries.server.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { createToken } from './commands.server.ts';
import { testToken } from './fixtures.ts';
import { findTokenHolder } from './holder.server.ts';
import { hashTokenText, readTokenText } from './token-text.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const fresh = 'một-mật-khẩu-đủ-dài-35';
const officerOf = (role: BuiltInRole) => home.people.get(home.signIn(role))?.officerId ?? '';
const accountOf = (role: BuiltInRole) => home.people.get(home.signIn(role))?.accountId ?? '';
const asAdmin: typeof home.asProven = (_, work) => home.asProven(home.signIn('admin'), work);
const keyOf = (role: BuiltInRole, name: string) =>
  testToken(services, home, home.signIn(role), ['read'], { name });

/** Whether a key opens anything. */
async function works(text: string): Promise<boolean> {
  const token = readTokenText(text);
  if (!token) throw new Error('no token');
  const holder = await inTenant(services.pool, home.tenant.id, 'read', (db) =>
    findTokenHolder(db, home.tenant.id, hashTokenText(token), services.clock.now()),
  );
  return holder !== undefined;
}

async function lastLine(act: string, role: BuiltInRole) {
  const { rows } = await services.migrator.query<{ after: Record<string, unknown> }>(
    'select after from platform.audit_line where act = $1 and record_id = $2 order by at desc, id desc limit 1',
    [act, accountOf(role)],
  );
  return rows[0]?.after;
}

describe('the keys of a person become useless', () => {
  it('when the account is locked, also once it is unlocked, and the audit names them', async () => {
    const keys = [await keyOf('officer', 'Đồng bộ'), await keyOf('officer', 'Báo cáo')];
    const another = await keyOf('clerk', 'Một cửa');
    expect(await asAdmin('', (ctx) => lockAccount(ctx, officerOf('officer')))).toMatchObject({ ok: true });
    expect(await Promise.all(keys.map(works))).toEqual([false, false]);
    expect(await asAdmin('', (ctx) => unlockAccount(ctx, officerOf('officer')))).toMatchObject({ ok: true });
    expect(await Promise.all(keys.map(works))).toEqual([false, false]);
    expect(await works(another)).toBe(true);
    const after = await lastLine('directory.account.lock', 'officer');
    expect(after?.revokedKeys).toHaveLength(2);
    expect(String(after?.revokedKeys)).toMatch(/Đồng bộ \[\w+\]/);
    expect(await works(await keyOf('officer', 'Mới'))).toBe(true);
  });

  it('when an administrator gives a new start password', async () => {
    const key = await keyOf('leader', 'Đồng bộ');
    expect(await asAdmin('', (ctx) => resetPassword(ctx, officerOf('leader')))).toMatchObject({ ok: true });
    expect(await works(key)).toBe(false);
    expect((await lastLine('directory.account.reset-password', 'leader'))?.revokedKeys).toHaveLength(1);
  });

  it('when a forgotten password is set anew by a link', async () => {
    const key = await keyOf('auditor', 'Đồng bộ');
    const made = await asAdmin('', (ctx) => makeLink(ctx, accountOf('auditor')));
    if (!made.ok) throw new Error('refused');
    const visit = { services, lang: 'vi' as const, requestId: 'thu', remoteAddress: '203.0.113.7' };
    expect(await works(key)).toBe(true);
    expect(await useLink(visit, made.value.token, fresh)).toMatchObject({ ok: true });
    expect(await works(key)).toBe(false);
  });
});

describe('keys go on', () => {
  it('when their owner changes the own password, signed in and with a proof', async () => {
    const key = await keyOf('focal', 'Đồng bộ');
    const outcome = await home.asProven(home.signIn('focal'), (ctx) => changePassword(ctx, fresh));
    expect(outcome).toMatchObject({ ok: true });
    expect(await works(key)).toBe(true);
  });

  it('when they are those of a program under its own name, whoever made them', async () => {
    const key = await asAdmin('', async (ctx) => {
      const role = (await listRoles(ctx)).find((one) => one.code === 'focal');
      const machine = await createMachine(ctx, { name: 'Trục liên thông', roleId: role?.id ?? '' });
      if (!machine.ok) throw new Error(machine.code);
      const given = { name: 'k', scopes: ['read'], addresses: [], days: 30 };
      return createToken(ctx, { kind: 'machine', id: machine.value }, given);
    });
    if (!key.ok) throw new Error(key.code);
    const made = await asAdmin('', (ctx) => makeLink(ctx, accountOf('focal')));
    expect(made.ok && (await works(key.value))).toBe(true);
  });
});

it('a key that is made while its owner is being locked is not made, or not left working', async () => {
  const made: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    const [key] = await Promise.all([
      keyOf('clerk', `Vòng ${round}`).catch(() => undefined),
      asAdmin('', (ctx) => lockAccount(ctx, officerOf('clerk'))),
    ]);
    await asAdmin('', (ctx) => unlockAccount(ctx, officerOf('clerk')));
    made.push(...(key ? [key] : []));
  }
  expect((await Promise.all(made.map(works))).filter(Boolean)).toEqual([]);
});
