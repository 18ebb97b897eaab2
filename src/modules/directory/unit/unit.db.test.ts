import { beforeAll, describe, expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { createUnit, createUnits, editUnit, endUnit, reorderUnit, restoreUnit } from './commands.server.ts';
import { findUnitsByName, getKeptUnit, listUnits } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const asAdmin = <Result>(work: Parameters<typeof home.as<Result>>[2]) =>
  home.as(home.signIn('admin'), 'write', work);

async function newUnit(name: string): Promise<string> {
  const made = await asAdmin((ctx) => createUnit(ctx, { name, isCollective: false }));
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

async function actsOn(unitId: string): Promise<string[]> {
  const { rows } = await services.migrator.query<{ act: string }>(
    'select act from platform.audit_line where record_id = $1 order by at, id',
    [unitId],
  );
  return rows.map((row) => row.act);
}

describe('units', () => {
  it('are one under any spelling of case and marks', async () => {
    const found = await home.as(home.signIn('admin'), 'write', async (ctx) => {
      await createUnits(ctx, [{ name: 'PHÒNG VĂN HOÁ - XÃ HỘI', isCollective: false }]);
      return [await listUnits(ctx), await findUnitsByName(ctx, ['phong van hoa – xa hoi'])] as const;
    });
    expect(found[0].filter((unit) => /văn h[oó][aá]/i.test(unit.name))).toHaveLength(1);
    expect(found[1].get('phong van hoa – xa hoi')?.name).toBe('Phòng Văn hóa - Xã hội');
  });

  it('that stand for many come last', async () => {
    const names = await home.as(home.signIn('admin'), 'write', async (ctx) => {
      await createUnits(ctx, [{ name: 'Các cơ quan, đơn vị liên quan', isCollective: true }]);
      return (await listUnits(ctx)).map((unit) => unit.name);
    });
    expect(names.at(-1)).toBe('Các cơ quan, đơn vị liên quan');
  });

  it('are set up by an administrator', async () => {
    await expect(
      home.as(home.signIn('officer'), 'write', (ctx) =>
        createUnits(ctx, [{ name: 'Phòng mới', isCollective: false }]),
      ),
    ).rejects.toBeInstanceOf(Forbidden);
  });
});

describe('the life of a unit', () => {
  it('is entered, renamed, ended and taken up again, each with its audit line', async () => {
    const id = await newUnit('Thôn Thượng');
    const outcomes = await asAdmin(async (ctx) => [
      await editUnit(ctx, id, { name: 'Thôn Thượng Đoạn', isCollective: false }),
      await endUnit(ctx, id, plainDate('2026-05-01')),
      await endUnit(ctx, id, plainDate('2026-05-01')),
      await restoreUnit(ctx, id),
      await restoreUnit(ctx, id),
    ]);
    expect(outcomes.map((one) => (one.ok ? 'done' : one.code))).toEqual([
      'done',
      'done',
      'ended',
      'done',
      'not-ended',
    ]);
    expect(await actsOn(id)).toEqual([
      'directory.unit.create',
      'directory.unit.edit',
      'directory.unit.end',
      'directory.unit.restore',
    ]);
    expect(await asAdmin((ctx) => getKeptUnit(ctx, id))).toMatchObject({
      name: 'Thôn Thượng Đoạn',
      endedOn: null,
    });
  });

  it('is not doubled, also not under a name that has ended', async () => {
    const id = await newUnit('Thôn Hạ');
    await asAdmin((ctx) => endUnit(ctx, id, plainDate('2026-05-12')));
    expect(await asAdmin((ctx) => createUnit(ctx, { name: 'thon ha', isCollective: false }))).toMatchObject({
      code: 'name-taken',
    });
    const other = await newUnit('Thôn Trung');
    expect(
      await asAdmin((ctx) => editUnit(ctx, other, { name: 'THÔN HẠ', isCollective: false })),
    ).toMatchObject({ code: 'name-taken' });
  });

  it('does not end while officers stand in it, nor on a day to come', async () => {
    const id = home.units.get('Phòng Kinh tế') ?? '';
    expect(await asAdmin((ctx) => endUnit(ctx, id, plainDate('2026-05-12')))).toMatchObject({
      code: 'has-officers',
      detail: { officers: 2 },
    });
    expect(await asAdmin((ctx) => editUnit(ctx, id, { name: 'X', isCollective: true }))).toMatchObject({
      code: 'has-officers',
    });
    expect(await asAdmin((ctx) => endUnit(ctx, id, plainDate('2026-05-13')))).toMatchObject({
      code: 'day-to-come',
    });
  });

  it('has its place among the others, which stays when it is first already', async () => {
    const id = home.units.get('Trung tâm Phục vụ hành chính công') ?? '';
    const names = () => asAdmin(async (ctx) => (await listUnits(ctx)).map((unit) => unit.id as string));
    const place = (await names()).indexOf(id);
    await asAdmin((ctx) => reorderUnit(ctx, id, 'up'));
    expect((await names()).indexOf(id)).toBe(place - 1);
    for (let n = 0; n < place + 1; n += 1) await asAdmin((ctx) => reorderUnit(ctx, id, 'up'));
    expect((await names()).indexOf(id)).toBe(0);
  });

  it('is for an administrator, and of one tenant', async () => {
    const id = await newUnit('Thôn Đông');
    await expect(
      home.as(home.signIn('leader'), 'write', (ctx) => endUnit(ctx, id, plainDate('2026-05-12'))),
    ).rejects.toBeInstanceOf(Forbidden);
    const other = await testTenant(services);
    await expect(
      other.as(other.signIn('admin'), 'write', (ctx) => restoreUnit(ctx, id)),
    ).rejects.toBeInstanceOf(NotFound);
  });
});
