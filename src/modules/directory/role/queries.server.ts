import { sql } from 'kysely';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Scope } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { lockRights } from '../account/last-administrator.server.ts';
import type { Role } from './role.ts';

/** Every role of the tenant: built-in ones first, then its own, those put aside last. */
export async function listRoles(ctx: Ctx): Promise<Role[]> {
  const rows = await roles(ctx)
    .orderBy(sql`r.ended_at is not null`)
    .orderBy(sql`r.name is not null`)
    .orderBy('r.code')
    .execute();
  return rows.map(toRole);
}

/** One role of the tenant, also one put aside. */
export async function getRole(ctx: Ctx, roleId: string): Promise<Role> {
  const id = parseId<'role'>(roleId);
  const row = id && (await roles(ctx).where('r.id', '=', id).executeTakeFirst());
  if (!row) throw new NotFound();
  return toRole(row);
}

/** One role, while nobody else changes rights until the request ends. */
export async function holdRole(ctx: Ctx, roleId: string): Promise<Role> {
  await lockRights(ctx, ctx);
  return getRole(ctx, roleId);
}

/** The roles of the tenant, aliased `r`, with their grants and holders: the beginning of lists of them. */
export function roles(ctx: Ctx) {
  return ctx.db
    .selectFrom('directory.role as r')
    .select([
      'r.id',
      'r.code',
      'r.name',
      'r.ended_at',
      sql<{ act: string; scope: Scope }[]>`(
        select coalesce(json_agg(json_build_object('act', g.act, 'scope', g.scope)), '[]')
        from directory.role_grant g where g.tenant_id = r.tenant_id and g.role_id = r.id)`.as('grants'),
      sql<number>`(
        select count(*) from directory.account_role ar
        where ar.tenant_id = r.tenant_id and ar.role_id = r.id)`.as('holders'),
    ])
    .where('r.tenant_id', '=', ctx.tenant.id);
}

/** A row of the database as a role. */
export function toRole(row: {
  id: string;
  code: string;
  name: string | null;
  ended_at: unknown;
  grants: { act: string; scope: Scope }[];
  holders: number;
}): Role {
  return {
    id: row.id as Id<'role'>,
    code: row.code,
    name: row.name,
    isEnded: row.ended_at !== null,
    grants: new Map(row.grants.map(({ act, scope }) => [act, scope])),
    holderCount: row.holders,
  };
}
