import type { ReadDb } from '#platform/db/db.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx, TenantRef } from '#platform/session/ctx.ts';
import type { Settings } from './settings.ts';

const columns = ['id', 'kind', 'name', 'level', 'slug', 'is_demo'] as const;

/** The tenant with this public name. Reads a shared table, so no tenant need be known. */
export async function findTenantBySlug(db: ReadDb, slug: string): Promise<TenantRef | undefined> {
  const row = await db
    .selectFrom('directory.tenant')
    .select(columns)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row && toTenant(row);
}

/** The tenant with this id. Reads a shared table. */
export async function findTenant(db: ReadDb, id: string): Promise<TenantRef | undefined> {
  const row = await db.selectFrom('directory.tenant').select(columns).where('id', '=', id).executeTakeFirst();
  return row && toTenant(row);
}

/** The communes of the caller's province, in Vietnamese order; none for a commune. */
export async function listCommunesOfProvince(ctx: Ctx): Promise<TenantRef[]> {
  const rows = await ctx.db
    .selectFrom('directory.tenant')
    .select(columns)
    .where('parent_id', '=', ctx.tenant.id)
    .orderBy('name')
    .execute();
  return rows.map(toTenant);
}

/** What the caller's office is called and how people reach it. */
export async function getSettings(ctx: Ctx): Promise<Settings> {
  const row = await ctx.db
    .selectFrom('directory.tenant')
    .select(['name', 'slug', 'official_code', 'contact_address', 'contact_phone', 'contact_email'])
    .where('id', '=', ctx.tenant.id)
    .executeTakeFirstOrThrow();
  return {
    name: row.name,
    slug: row.slug,
    officialCode: row.official_code,
    address: row.contact_address ?? '',
    phone: row.contact_phone ?? '',
    email: row.contact_email ?? '',
  };
}

/** What a database holds: nothing yet, the demo, or real tenants. */
export async function whatIsSetUp(db: ReadDb): Promise<'nothing' | 'demo' | 'real'> {
  const rows = await db.selectFrom('directory.tenant').select('is_demo').distinct().execute();
  if (rows.length === 0) return 'nothing';
  return rows.every((row) => row.is_demo) ? 'demo' : 'real';
}

interface TenantRow {
  id: string;
  kind: string;
  name: string;
  level: string;
  slug: string;
  is_demo: boolean;
}

export function toTenant(row: TenantRow): TenantRef {
  return {
    id: row.id as Id<'tenant'>,
    kind: row.kind as TenantRef['kind'],
    name: row.name,
    level: row.level,
    slug: row.slug,
    isDemo: row.is_demo,
  };
}

/** The settings of the tenant, held until the request ends: nobody saves them between reading and writing. */
export async function holdSettings(ctx: Ctx): Promise<Settings> {
  await ctx.db
    .selectFrom('directory.tenant')
    .select('id')
    .where('id', '=', ctx.tenant.id)
    .forUpdate()
    .execute();
  return getSettings(ctx);
}
