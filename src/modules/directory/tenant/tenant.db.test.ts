import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool, type Pool } from '#platform/db/db.ts';
import { newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { inTenant, withoutTenant } from '#platform/db/tenant-transaction.ts';
import { Forbidden } from '#platform/http/thrown.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { createTenant } from './commands.server.ts';
import { testTenant } from './fixtures.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
/** The same role, by connections of which nobody asks whether they name a tenant. */
let bare: Pool;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  bare = openPool(connectionFor(services.server, 'app'), () => undefined);
});

afterAll(() => bare.end());

describe('the second lock', () => {
  it('shows no row of any tenant table where no tenant is set, and only its own where one is', async () => {
    const { rows } = await services.migrator.query<{ name: string }>(`
      select format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
      where c.relkind = 'r' and n.nspname in ('directory', 'planning', 'platform')
        and (n.nspname, c.relname) <> ('directory', 'sign_in_name')`);
    expect(rows.length).toBeGreaterThan(15);
    const other = await testTenant(services);
    const client = await bare.connect();
    try {
      for (const { name } of rows) {
        await client.query('begin');
        expect((await client.query(`select 1 from ${name} limit 1`)).rowCount).toBe(0);
        await client.query(`set local app.tenant = '${home.tenant.id}'`);
        const strangers = await client.query(`select 1 from ${name} where tenant_id = $1`, [other.tenant.id]);
        expect(strangers.rowCount).toBe(0);
        await client.query('rollback');
      }
    } finally {
      client.release();
    }
  });

  it('refuses a row for another tenant', async () => {
    await expect(
      inTenant(services.pool, home.tenant.id, 'write', (db) =>
        db
          .insertInto('directory.unit')
          .values({ tenant_id: newId(), id: newId(), name: 'Trộm', created_at: new Date() })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('keeps audit lines from being changed or deleted by the program', async () => {
    for (const attempt of ["update platform.audit_line set act = 'x'", 'delete from platform.audit_line']) {
      const client = await bare.connect();
      try {
        await client.query(`begin; set local app.tenant = '${home.tenant.id}'`);
        await expect(client.query(attempt)).rejects.toThrow(/permission denied/);
      } finally {
        await client.query('rollback');
        client.release();
      }
    }
  });

  it('cannot be talked into another id', () => {
    expect(() => inTenant(services.pool, "x'; set role postgres; --", 'read', async () => undefined)).toThrow(
      TypeError,
    );
  });
});

describe('a tenant', () => {
  it('is made by set-up alone', async () => {
    await expect(
      home.as(home.signIn('admin'), 'write', (ctx) =>
        createTenant(ctx, { parentId: null, provinceName: '' }),
      ),
    ).rejects.toBeInstanceOf(Forbidden);
  });

  it('is found before anybody is known', async () => {
    const found = await withoutTenant(services.pool, (db) =>
      db.selectFrom('directory.tenant').select('slug').where('id', '=', home.tenant.id).executeTakeFirst(),
    );
    expect(found?.slug).toBe(home.tenant.slug);
  });
});
