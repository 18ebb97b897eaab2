import { expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import type { ChoiceOwner } from './choice-owner.ts';
import { setChoice, takeBackChoice } from './commands.server.ts';
import { findLayer } from './queries.server.ts';

async function place() {
  const services = await testServices();
  const home = await testTenant(services);
  const officer = home.signIn('officer');
  const officerId = home.people.get(officer)?.officerId as Id<'officer'>;
  const self: ChoiceOwner = { layer: 'person', officerId };
  return { services, home, officer, self };
}

it('is set, set again, taken back and set once more, each time with what it was before', async () => {
  const { services, home, officer, self } = await place();
  const as = <Result>(work: Parameters<typeof home.as<Result>>[2]) => home.as(officer, 'write', work);
  expect(await as((ctx) => setChoice(ctx, self, { chosen: { lateEvery: 3 }, version: 0 }))).toEqual({
    ok: true,
    value: { version: 1 },
  });
  await as((ctx) => setChoice(ctx, self, { chosen: { lateEvery: 5 }, version: 1 }));
  await as((ctx) => takeBackChoice(ctx, self, 2));
  expect(await as((ctx) => findLayer(ctx, self))).toMatchObject({ own: { lateEvery: 3 }, version: 3 });
  await as((ctx) => takeBackChoice(ctx, self, 3));
  expect(await as((ctx) => findLayer(ctx, self))).toMatchObject({ own: { lateEvery: 5 }, version: 4 });
  const { rows } = await services.migrator.query<{ before: unknown; after: unknown }>(
    `select before, after from platform.audit_line where act like 'casework.notice-choice.%' and tenant_id = $1
     order by at, id`,
    [home.tenant.id],
  );
  expect(rows.map(({ before, after }) => [before, after])).toEqual([
    [{}, { lateEvery: 3 }],
    [{ lateEvery: 3 }, { lateEvery: 5 }],
    [{ lateEvery: 5 }, { lateEvery: 3 }],
    [{ lateEvery: 3 }, { lateEvery: 5 }],
  ]);
});

it('refuses whoever has not seen what another said meanwhile', async () => {
  const { home, officer, self } = await place();
  const set = (version: number) =>
    home.as(officer, 'write', (ctx) => setChoice(ctx, self, { chosen: { onTheDay: false }, version }));
  const refused = { ok: false, code: 'changed-meanwhile' };
  expect(await set(1)).toMatchObject(refused);
  expect(await set(0)).toMatchObject({ ok: true });
  // As the first of two who begin at nothing.
  expect(await set(0)).toMatchObject(refused);
  expect(await set(2)).toMatchObject(refused);
  const takeBack = (version: number) =>
    home.as(officer, 'write', (ctx) => takeBackChoice(ctx, self, version));
  expect(await takeBack(2)).toMatchObject(refused);
  const other: ChoiceOwner = { layer: 'office' };
  const admin = await home.as(home.signIn('admin'), 'write', (ctx) => takeBackChoice(ctx, other, 1));
  expect(admin).toMatchObject({ ok: false, code: 'nothing-said' });
});

it('lets only one of two be the first to say something', async () => {
  const { home, officer, self } = await place();
  const both = await Promise.all(
    [1, 2].map((days) =>
      home.as(officer, 'write', (ctx) => setChoice(ctx, self, { chosen: { lateEvery: days }, version: 0 })),
    ),
  );
  expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
});
