import { beforeAll, expect, it } from 'vitest';
import { newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { listRoles } from '../role/queries.server.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { createMachine, endMachine } from './commands.server.ts';
import { getMachine, listMachines } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
});

function as<Result>(
  tenant: typeof home,
  role: 'admin' | 'focal',
  work: (ctx: Ctx) => Promise<Result>,
): Promise<Result> {
  const occasion = {
    tenant: tenant.tenant,
    actor: tenant.people.get(tenant.signIn(role)) as Actor,
    lang: 'vi' as const,
    requestId: 'thu',
    session: { id: newId<'session'>(), provenAt: services.clock.now() },
  };
  return openCtx(services, 'write', occasion, work);
}

async function create(ctx: Ctx, name: string) {
  const [role] = await listRoles(ctx);
  return createMachine(ctx, { name, roleId: role?.id ?? '' });
}

it('a program gets a name of its own, told apart from the others', async () => {
  const made = await as(home, 'admin', (ctx) => create(ctx, 'Một cửa'));
  expect(made.ok).toBe(true);
  expect(await as(home, 'admin', (ctx) => create(ctx, 'Một cửa'))).toMatchObject({ code: 'name-taken' });
  const unknown = await as(home, 'admin', (ctx) => createMachine(ctx, { name: 'x', roleId: newId() }));
  expect(unknown).toMatchObject({ code: 'unknown-role' });
  const [listed] = await as(home, 'admin', listMachines);
  expect(listed).toMatchObject({ name: 'Một cửa', isEnded: false, tokenCount: 0 });
});

it('is the administrator’s to give, and of one office alone', async () => {
  await expect(as(home, 'focal', (ctx) => create(ctx, 'Khác'))).rejects.toThrow(Forbidden);
  await expect(as(home, 'focal', listMachines)).rejects.toThrow(Forbidden);
  const made = await as(home, 'admin', (ctx) => create(ctx, 'Của xã này'));
  if (!made.ok) throw new Error(made.code);
  await expect(as(away, 'admin', (ctx) => getMachine(ctx, made.value))).rejects.toThrow(NotFound);
  await expect(as(away, 'admin', (ctx) => endMachine(ctx, made.value))).rejects.toThrow(NotFound);
});
