import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { testServices } from '#platform/db/testing.ts';
import { systemActor } from './actor.ts';
import { keptForActor, keptForActorAndEach } from './kept-for-actor.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
beforeAll(async () => {
  services = await testServices();
});

it('puts a query together once for each asker, and anew for other rights, another day and another tenant', async () => {
  const home = await testTenant(services);
  const away = await testTenant(services);
  let built = 0;
  const asked = keptForActor((asker) => {
    built += 1;
    const { actor, clock, tenant } = asker;
    if (!actor.grants.has('a.b.read')) return undefined;
    const query = sql<{
      said: string;
    }>`select ${tenant.id}::text || ${clock.today()}::text || ${actor.name} as said`;
    return { compile: () => query.compile(asker.db) };
  });
  const ask = (place: typeof home, name: string, acts: readonly string[], day: string) =>
    place.as(place.signIn('focal'), 'read', async (ctx) => {
      const clock = fixedClock(`${day}T08:00:00+07:00`);
      return (await asked({ ...ctx, actor: systemActor(name, acts), clock }, {})).map(({ said }) => said);
    });
  const may = ['a.b.read'];
  const first = `${home.tenant.id}2026-06-11An`;
  expect(await ask(home, 'An', may, '2026-06-11')).toEqual([first]);
  expect(await ask(home, 'An', may, '2026-06-11')).toEqual([first]);
  expect(built).toBe(1);
  expect(await ask(home, 'An', [], '2026-06-11')).toEqual([]);
  expect(await ask(home, 'An', may, '2026-06-12')).toEqual([`${home.tenant.id}2026-06-12An`]);
  expect(await ask(home, 'Bình', may, '2026-06-11')).toEqual([`${home.tenant.id}2026-06-11Bình`]);
  expect(await ask(away, 'An', may, '2026-06-11')).toEqual([`${away.tenant.id}2026-06-11An`]);
  expect(built).toBe(5);
});

it('asks what it kept by the values of each use', async () => {
  const home = await testTenant(services);
  let built = 0;
  const asked = keptForActor(({ tenant, db }, { code }: { readonly code: string }) => {
    built += 1;
    return db
      .selectFrom('directory.role')
      .select('code')
      .where('tenant_id', '=', tenant.id)
      .where('code', '=', code);
  });
  const found = await home.as(home.signIn('focal'), 'read', async (ctx) => [
    await asked(ctx, { code: 'focal' }),
    await asked(ctx, { code: 'leader' }),
    await asked(ctx, { code: 'focal' }),
  ]);
  expect(found.flat().map(({ code }) => code)).toEqual(['focal', 'leader', 'focal']);
  expect(built).toBe(1);
});

it('keeps what is put together from a description apart for each, and for each asker', async () => {
  const home = await testTenant(services);
  const [focal, leader] = [{ code: 'focal' }, { code: 'leader' }];
  let built = 0;
  const asked = keptForActorAndEach(
    (each: { readonly code: string }, { tenant, db }, { code }: { readonly code: string }) => {
      built += 1;
      return db
        .selectFrom('directory.role')
        .select('code')
        .where('tenant_id', '=', tenant.id)
        .where('code', '=', each.code)
        .where('code', '=', code);
    },
  );
  const ask = (role: 'focal' | 'admin', each: { readonly code: string }, code: string) =>
    home.as(home.signIn(role), 'read', async (ctx) => (await asked(each, ctx, { code })).length);
  expect(await ask('focal', focal, 'focal')).toBe(1);
  expect(await ask('focal', focal, 'leader')).toBe(0);
  expect(built).toBe(1);
  expect(await ask('focal', leader, 'leader')).toBe(1);
  expect(await ask('admin', leader, 'focal')).toBe(0);
  expect(built).toBe(3);
});
