import { beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { createUnit } from '../unit/commands.server.ts';
import { editOfficer, endOfficer, moveOfficer, restoreOfficer } from './administer.server.ts';
import { createOfficer } from './commands.server.ts';
import { getKeptOfficer } from './kept.server.ts';
import { listOfficers } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const asAdmin = <Result>(work: Parameters<typeof home.as<Result>>[2]) =>
  home.as(home.signIn('admin'), 'write', work);
const unit = (name: string) => home.units.get(name) ?? newId<'unit'>();

async function newOfficer(): Promise<string> {
  const made = await asAdmin((ctx) =>
    createOfficer(ctx, {
      fullName: 'Trần Nhất',
      unitId: unit('Phòng Kinh tế'),
      positionTitle: 'Chuyên viên',
      isHead: false,
    }),
  );
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

describe('an officer', () => {
  it('is corrected, moved, ended and restored, each with its audit line', async () => {
    const id = await newOfficer();
    await asAdmin((ctx) =>
      editOfficer(ctx, id, { fullName: 'Trần Nhật', positionTitle: 'Phó phòng', isHead: false }),
    );
    await asAdmin((ctx) =>
      moveOfficer(ctx, id, {
        unitId: unit('Phòng Văn hóa - Xã hội'),
        positionTitle: 'Trưởng phòng',
        isHead: true,
      }),
    );
    expect(await asAdmin((ctx) => getKeptOfficer(ctx, id))).toMatchObject({
      fullName: 'Trần Nhật',
      positionTitle: 'Trưởng phòng',
      isHead: true,
      unitName: 'Phòng Văn hóa - Xã hội',
    });
    await asAdmin((ctx) => endOfficer(ctx, id, plainDate('2026-05-01')));
    expect((await asAdmin(listOfficers)).some((one) => one.id === id)).toBe(false);
    expect(await asAdmin((ctx) => endOfficer(ctx, id, plainDate('2026-05-01')))).toMatchObject({
      code: 'ended',
    });
    expect(await asAdmin((ctx) => restoreOfficer(ctx, id))).toMatchObject({ ok: true });
    expect(await asAdmin((ctx) => restoreOfficer(ctx, id))).toMatchObject({ code: 'not-ended' });
    const { rows } = await services.migrator.query<{ act: string }>(
      'select act from platform.audit_line where record_id = $1 order by at, id',
      [id],
    );
    expect(rows.map((row) => row.act.replace('directory.officer.', ''))).toEqual([
      'create',
      'edit',
      'move',
      'end',
      'restore',
    ]);
  });

  it('goes into no collective name and no unit of another tenant', async () => {
    const id = await newOfficer();
    const collective = await asAdmin((ctx) =>
      createUnit(ctx, { name: 'Các đơn vị liên quan', isCollective: true }),
    );
    const other = await testTenant(services);
    const foreign = [...other.units.values()][0] ?? newId<'unit'>();
    for (const unitId of [collective.ok ? collective.value : foreign, foreign]) {
      expect(
        await asAdmin((ctx) => moveOfficer(ctx, id, { unitId, positionTitle: '', isHead: false })),
      ).toMatchObject({ code: 'no-such-unit' });
    }
  });

  it('is kept by administrators of the tenant alone', async () => {
    const id = await newOfficer();
    const other = await testTenant(services);
    await expect(
      other.as(other.signIn('admin'), 'write', (ctx) => restoreOfficer(ctx, id)),
    ).rejects.toBeInstanceOf(NotFound);
    await expect(
      home.as(home.signIn('unit-head'), 'write', (ctx) => endOfficer(ctx, id, plainDate('2026-05-12'))),
    ).rejects.toBeInstanceOf(Forbidden);
  });
});
