import { beforeAll, expect, it } from 'vitest';
import { fixedClock } from '#platform/clock/clock.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { editOfficer, endOfficer, moveOfficer, restoreOfficer } from './administer.server.ts';
import { createOfficer } from './commands.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const on = <Result>(day: string, work: (ctx: Ctx) => Promise<Result>) =>
  home.as(home.signIn('admin'), 'write', (ctx) =>
    work({ ...ctx, clock: fixedClock(`${day}T09:00:00+07:00`) }),
  );

async function headsOf(unit: string) {
  const { rows } = await services.migrator.query<{ full_name: string; from_on: string; to_on: string }>(
    `select h.full_name, h.from_on::text, h.to_on::text from directory.published_headship h
     where h.tenant_id = $1 and h.unit_id = $2 order by h.from_on nulls first, h.full_name`,
    [home.tenant.id, home.units.get(unit)],
  );
  return rows.map(({ full_name, from_on, to_on }) => [full_name, from_on, to_on]);
}

it('says who headed a unit from when to when, whatever brought the change', async () => {
  const [unit, other] = ['Phòng Kinh tế', 'Trung tâm Phục vụ hành chính công'];
  const unitId = home.units.get(unit) ?? ('' as never);
  expect(await headsOf(unit)).toEqual([]);
  const head = { unitId, positionTitle: 'Trưởng phòng', isHead: true };
  const first = await on('2026-01-10', (ctx) => createOfficer(ctx, { ...head, fullName: 'Người A' }));
  const firstId = first.ok ? first.value : '';
  expect(await headsOf(unit)).toEqual([['Người A', null, null]]);

  await on('2026-03-05', (ctx) =>
    moveOfficer(ctx, firstId, {
      unitId: home.units.get(other) ?? ('' as never),
      positionTitle: 'Giám đốc',
      isHead: true,
    }),
  );
  const second = await on('2026-03-06', (ctx) => createOfficer(ctx, { ...head, fullName: 'Người B' }));
  const secondId = second.ok ? second.value : '';
  expect(await headsOf(unit)).toEqual([
    ['Người A', null, '2026-03-05'],
    ['Người B', '2026-03-06', null],
  ]);
  expect(await headsOf(other)).toEqual([['Người A', null, null]]);

  await on('2026-04-01', (ctx) => endOfficer(ctx, secondId, plainDate('2026-03-31')));
  expect((await headsOf(unit)).at(-1)).toEqual(['Người B', '2026-03-06', '2026-03-31']);
  await on('2026-04-02', (ctx) => restoreOfficer(ctx, secondId));
  expect((await headsOf(unit)).at(-1)).toEqual(['Người B', '2026-03-06', null]);

  const to = { fullName: 'Người B', positionTitle: 'Phó trưởng phòng', isHead: false };
  await on('2026-04-03', (ctx) => editOfficer(ctx, secondId, to));
  expect((await headsOf(unit)).at(-1)).toEqual(['Người B', '2026-03-06', '2026-04-03']);
});
