import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import { findThrown } from '#platform/trash/trash.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { deleteView, editView, restoreView, saveView } from './commands.server.ts';
import * as policy from './policy.ts';
import { getView, listViews } from './queries.server.ts';

const roles = ['focal', 'unit-head', 'officer', 'leader', 'clerk', 'community', 'admin', 'auditor'] as const;
type RoleName = (typeof roles)[number];

let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
beforeAll(async () => {
  const services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
});

const as = <Result>(role: RoleName, mode: 'read' | 'write', work: (ctx: Ctx) => Promise<Result>) =>
  home.as(home.signIn(role), mode, work);
const form = (name: string, more: Partial<Parameters<typeof saveView>[1]> = {}) => ({
  list: '/nhiem-vu',
  query: 'han=late',
  name,
  shared: false,
  pinned: true,
  usual: false,
  ...more,
});
const saved = async (role: RoleName, given: ReturnType<typeof form>) => {
  const outcome = await as(role, 'write', (ctx) => saveView(ctx, given));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};
const names = (role: RoleName, list: string) =>
  as(role, 'read', async (ctx) => (await listViews(ctx, list)).map((view) => view.name));

describe('a saved view', () => {
  it('is seen as the policy says, whoever made it for whom', async () => {
    const made = new Map<string, { ownerId: string; isShared: boolean }>();
    for (const role of ['focal', 'leader'] as const)
      for (const shared of [true, false]) {
        const id = await saved(role, form(`Của ${role} ${shared}`, { list: '/so', shared }));
        made.set(id, { ownerId: home.people.get(home.signIn(role))?.accountId ?? '', isShared: shared });
      }
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...roles), async (role) => {
        const actor = home.people.get(home.signIn(role));
        const shown = await as(role, 'read', (ctx) => listViews(ctx, '/so'));
        const allowed = [...made].filter(([, view]) => actor && policy.read(actor, view as never).allowed);
        expect(shown.map((view) => view.id as string).sort()).toEqual(allowed.map(([id]) => id).sort());
      }),
      { numRuns: roles.length * 2 },
    );
    const strange = await away.as(away.signIn('focal'), 'read', (ctx) => listViews(ctx, '/so'));
    expect(strange).toEqual([]);
  });

  it('is private for anybody, and shared only by those who may share', async () => {
    await saved('officer', form('Riêng'));
    expect(await names('officer', '/nhiem-vu')).toContain('Riêng');
    expect(await names('focal', '/nhiem-vu')).not.toContain('Riêng');
    await expect(
      as('officer', 'write', (ctx) => saveView(ctx, form('Chung', { shared: true }))),
    ).rejects.toThrow(Forbidden);
    const id = await saved('focal', form('Chung', { shared: true }));
    expect(await names('officer', '/nhiem-vu')).toContain('Chung');
    const change = { name: 'Đổi', shared: true, pinned: true, usual: false };
    await expect(as('officer', 'write', (ctx) => editView(ctx, id, change))).rejects.toThrow(Forbidden);
    await expect(as('officer', 'write', (ctx) => deleteView(ctx, id))).rejects.toThrow(Forbidden);
  });

  it('is pinned and usual for each person alone, and a list opens with one', async () => {
    const one = await saved('leader', form('Một', { list: '/ho-so', shared: true, usual: true }));
    const two = await saved('leader', form('Hai', { list: '/ho-so', shared: true, usual: true }));
    const usual = (role: RoleName) =>
      as(role, 'read', async (ctx) =>
        (await listViews(ctx, '/ho-so')).filter((view) => view.isUsual).map((view) => view.id),
      );
    expect(await usual('leader')).toEqual([two]);
    expect(await usual('clerk')).toEqual([]);
    const own = { name: 'Một', shared: true, pinned: true, usual: true };
    expect(await as('clerk', 'write', (ctx) => editView(ctx, one, own))).toMatchObject({ ok: true });
    expect(await usual('clerk')).toEqual([one]);
    expect(await usual('leader')).toEqual([two]);
  });

  it('has a name of its own, is deleted, and comes back', async () => {
    const id = await saved('admin', form('Tên', { list: '/x' }));
    const twin = await as('admin', 'write', (ctx) => saveView(ctx, form('tên', { list: '/x' })));
    expect(twin).toMatchObject({ ok: false, code: 'name-taken' });
    await as('admin', 'write', (ctx) => deleteView(ctx, id));
    expect(await names('admin', '/x')).toEqual([]);
    await expect(as('admin', 'write', (ctx) => editView(ctx, id, form('Khác')))).rejects.toThrow(NotFound);
    const inTrash = () => as('admin', 'read', (ctx) => findThrown(ctx, { kind: 'saved-view', recordId: id }));
    expect(await inTrash()).toBeDefined();
    const second = await saved('admin', form('TÊN', { list: '/x' }));
    const taken = await as('admin', 'write', (ctx) => restoreView(ctx, id));
    expect(taken).toMatchObject({ ok: false, code: 'name-taken' });
    await as('admin', 'write', (ctx) => deleteView(ctx, second));
    await as('admin', 'write', (ctx) => restoreView(ctx, id));
    const again = await as('admin', 'write', (ctx) => restoreView(ctx, id));
    expect(again).toMatchObject({ ok: false, code: 'not-deleted' });
    expect(await inTrash()).toBeUndefined();
    expect(await names('admin', '/x')).toEqual(['Tên']);
    const lines = await as('admin', 'read', (ctx) =>
      ctx.db
        .selectFrom('platform.audit_line')
        .select('act')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('record_id', '=', id)
        .execute(),
    );
    expect(lines.map((line) => line.act).sort()).toEqual([
      'lists.saved-view.delete',
      'lists.saved-view.keep',
      'lists.saved-view.restore',
    ]);
  });

  it('of another office or person is not found', async () => {
    const id = await saved('focal', form('Kín', { list: '/y' }));
    await expect(as('leader', 'read', (ctx) => getView(ctx, id))).rejects.toThrow(NotFound);
    const strange = (ctx: Ctx) => deleteView(ctx, id);
    await expect(away.as(away.signIn('focal'), 'write', strange)).rejects.toThrow(NotFound);
  });
});
