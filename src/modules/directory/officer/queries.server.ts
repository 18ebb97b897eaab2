import { sql } from 'kysely';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Officer } from './officer.ts';

/** The officers of the tenant who are in office, by given name as Vietnamese lists are. */
export async function listOfficers(ctx: Ctx): Promise<Officer[]> {
  const rows = await ctx.db
    .selectFrom('directory.officer as o')
    .innerJoin('directory.position as p', (join) =>
      join.onRef('p.tenant_id', '=', 'o.tenant_id').onRef('p.id', '=', 'o.position_id'),
    )
    .innerJoin('directory.unit as u', (join) =>
      join.onRef('u.tenant_id', '=', 'p.tenant_id').onRef('u.id', '=', 'p.unit_id'),
    )
    .select(['o.id', 'o.full_name', 'p.title', 'p.is_head', 'u.id as unit_id', 'u.name as unit_name'])
    .where('o.tenant_id', '=', ctx.tenant.id)
    .where('o.ended_on', 'is', null)
    .orderBy(sql`o.given_name collate "vi-x-icu"`)
    .orderBy(sql`o.full_name collate "vi-x-icu"`)
    .execute();
  return rows.map((row) => ({
    id: row.id as Id<'officer'>,
    fullName: row.full_name,
    positionTitle: row.title,
    isHead: row.is_head,
    unitId: row.unit_id as Id<'unit'>,
    unitName: row.unit_name,
  }));
}
