import { beforeAll, describe, expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden } from '#platform/http/thrown.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { createUnits } from './commands.server.ts';
import { findUnitsByName, listUnits } from './queries.server.ts';

let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  home = await testTenant(await testServices());
});

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
