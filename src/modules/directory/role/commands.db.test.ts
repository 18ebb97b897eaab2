import { beforeAll, describe, expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import type { Scope } from '#platform/session/actor.ts';
import { setAccountRoles } from '../account/administer.server.ts';
import { findAccount } from '../session/queries.server.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { createRole, editRole, endRole, restoreRole } from './commands.server.ts';
import { listRoles } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const asAdmin = <Result>(work: Parameters<typeof home.as<Result>>[2]) =>
  home.asProven(home.signIn('admin'), work);
const grants = (entries: Record<string, Scope>) => new Map(Object.entries(entries));
const roleOf = (code: string) =>
  asAdmin(async (ctx) => (await listRoles(ctx)).find((role) => role.code === code)?.id ?? '');

async function grantsOf(role: Parameters<typeof home.signIn>[0]) {
  const accountId = home.people.get(home.signIn(role))?.accountId ?? '';
  const found = await inTenant(services.pool, home.tenant.id, 'read', (db) =>
    findAccount(db, home.tenant.id, accountId),
  );
  return Object.fromEntries(found?.actor.grants ?? []);
}

describe('a role of the tenant’s own', () => {
  it('gives its rights while it stands', async () => {
    const made = await asAdmin((ctx) =>
      createRole(ctx, { name: 'Kế toán', grants: grants({ 'planning.task.assign': 'unit' }) }),
    );
    if (!made.ok) throw new Error(made.code);
    const clerk = home.people.get(home.signIn('clerk'))?.officerId ?? '';
    await asAdmin((ctx) => setAccountRoles(ctx, clerk, [made.value]));
    expect(await grantsOf('clerk')).toEqual({ 'planning.task.assign': 'unit' });
    await asAdmin((ctx) =>
      editRole(ctx, made.value, { name: 'Kế toán xã', grants: grants({ 'planning.task.read': 'all' }) }),
    );
    expect(await grantsOf('clerk')).toEqual({ 'planning.task.read': 'all' });
    expect(await asAdmin((ctx) => endRole(ctx, made.value))).toMatchObject({ ok: true });
    expect(await grantsOf('clerk')).toEqual({});
    expect(await asAdmin((ctx) => setAccountRoles(ctx, clerk, [made.value]))).toMatchObject({
      code: 'unknown-role',
    });
    expect(await asAdmin((ctx) => restoreRole(ctx, made.value))).toMatchObject({ ok: true });
    expect(await grantsOf('clerk')).toEqual({ 'planning.task.read': 'all' });
  });

  it('is not doubled by name', async () => {
    await asAdmin((ctx) => createRole(ctx, { name: 'Thanh tra', grants: new Map() }));
    expect(await asAdmin((ctx) => createRole(ctx, { name: 'THANH TRA', grants: new Map() }))).toMatchObject({
      code: 'name-taken',
    });
  });

  it('is for administrators of the tenant', async () => {
    await expect(
      home.as(home.signIn('leader'), 'write', (ctx) =>
        createRole(ctx, { name: 'Trộm quyền', grants: grants({ 'directory.role.edit': 'all' }) }),
      ),
    ).rejects.toBeInstanceOf(Forbidden);
    const other = await testTenant(services);
    const focal = await roleOf('focal');
    await expect(
      other.as(other.signIn('admin'), 'write', (ctx) =>
        editRole(ctx, focal, { name: undefined, grants: new Map() }),
      ),
    ).rejects.toBeInstanceOf(NotFound);
  });
});

describe('a built-in role', () => {
  it('is edited and never put aside', async () => {
    const auditor = await roleOf('auditor');
    await asAdmin((ctx) =>
      editRole(ctx, auditor, { name: 'X', grants: grants({ 'planning.plan.read': 'all' }) }),
    );
    expect(await grantsOf('auditor')).toEqual({ 'planning.plan.read': 'all' });
    expect(await asAdmin((ctx) => endRole(ctx, auditor))).toMatchObject({ code: 'built-in' });
  });

  it('does not lose the rights of the last administrator', async () => {
    const admin = await roleOf('admin');
    const before = await grantsOf('admin');
    expect(
      await asAdmin((ctx) => editRole(ctx, admin, { name: undefined, grants: new Map() })),
    ).toMatchObject({ code: 'last-administrator' });
    expect(await grantsOf('admin')).toEqual(before);
  });
});
