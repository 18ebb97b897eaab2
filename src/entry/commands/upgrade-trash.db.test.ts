import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createRole, endRole } from '#modules/directory/role/commands.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { createUnit, endUnit, restoreUnit } from '#modules/directory/unit/commands.server.ts';
import { migrate, migrationsFolder } from '#platform/db/migrate.ts';
import { servicesOn } from '#platform/db/testing.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { emptyDatabase } from '#platform/postgres/testing.ts';

const bringingIn = '0147_platform_bring-older-records-into-trash.sql';

let services: ReturnType<typeof servicesOn>;
let home: Awaited<ReturnType<typeof testTenant>>;
let folder: string;
const units: Record<string, string> = {};

/**
 * A database that lacks this one migration, where things were put aside while there was no trash. All others are there:
 * the commands that put aside are today's, and they need today's tables.
 */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sauro-migrations-'));
  for (const name of readdirSync(migrationsFolder))
    if (name !== bringingIn) copyFileSync(join(migrationsFolder, name), join(folder, name));
  const server = await emptyDatabase(inject('testServer'), `trash_${randomUUID().replaceAll('-', '')}`);
  await migrate(connectionFor(server, 'migrator'), folder);
  services = servicesOn(server);
  home = await testTenant(services);
  await home.as(home.signIn('admin'), 'write', async (ctx) => {
    for (const name of ['Tổ đã bỏ', 'Tổ dùng lại', 'Tổ hết thời gian']) {
      const made = await createUnit(ctx, { name, isCollective: false });
      units[name] = made.ok ? made.value : '';
      await endUnit(ctx, units[name] ?? '', ctx.clock.today(), 'sáp nhập');
    }
    await restoreUnit(ctx, units['Tổ dùng lại'] ?? '');
    const role = await createRole(ctx, { name: 'Vai trò đã cất', grants: new Map() });
    if (role.ok) await endRole(ctx, role.value);
  });
  const { migrator } = services;
  await migrator.query('delete from platform.trash_entry');
  // The trash came a day after all that; one unit was put aside after it, and its time there is over.
  await migrator.query(
    "update migration.applied set applied_at = (select max(at) + interval '1 day' from platform.audit_line) where name like '0100%'",
  );
  await migrator.query(
    `insert into platform.audit_line
       (tenant_id, at, id, act, actor_kind, actor_id, actor_name, record_kind, record_id, request_id)
     select tenant_id, at + interval '2 days', gen_random_uuid(), act, actor_kind, actor_id, actor_name, record_kind,
       record_id, request_id
     from platform.audit_line where act = 'directory.unit.end' and record_id = $1`,
    [units['Tổ hết thời gian']],
  );
  await migrate(connectionFor(server, 'migrator'), migrationsFolder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what was put aside before there was a trash', () => {
  it('stands in it for its whole time, with who and by which act', async () => {
    const { rows } = await services.migrator.query(
      `select kind, title, act, actor_name, thrown_at > now() - interval '1 hour' as is_new
       from platform.trash_entry order by kind`,
    );
    expect(rows).toEqual([
      {
        kind: 'role',
        title: 'Vai trò đã cất',
        act: 'directory.role.end',
        actor_name: 'Người admin',
        is_new: true,
      },
      { kind: 'unit', title: 'Tổ đã bỏ', act: 'directory.unit.end', actor_name: 'Người admin', is_new: true },
    ]);
  });

  it('comes back from there as anything else', async () => {
    const id = units['Tổ đã bỏ'] ?? '';
    expect(await home.as(home.signIn('admin'), 'write', (ctx) => restoreUnit(ctx, id))).toMatchObject({
      ok: true,
    });
    const { rows } = await services.migrator.query('select kind from platform.trash_entry');
    expect(rows).toEqual([{ kind: 'role' }]);
  });
});
