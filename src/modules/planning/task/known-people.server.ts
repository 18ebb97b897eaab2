import type { Ctx } from '#platform/session/ctx.ts';

/** Whether these officers and units, nobody aside, are in office in this tenant. */
export async function areOfTenant(
  ctx: Ctx,
  officerIds: readonly (string | null)[],
  unitIds: readonly (string | null)[],
): Promise<boolean> {
  const officers = [...new Set(officerIds.filter((id) => id !== null))];
  const units = [...new Set(unitIds.filter((id) => id !== null))];
  const foundOfficers = officers.length
    ? await ctx.db
        .selectFrom('directory.published_officer')
        .select('id')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', 'in', officers)
        .where('ended_on', 'is', null)
        .execute()
    : [];
  const foundUnits = units.length
    ? await ctx.db
        .selectFrom('directory.published_unit')
        .select('id')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', 'in', units)
        .where('ended_on', 'is', null)
        .execute()
    : [];
  return foundOfficers.length === officers.length && foundUnits.length === units.length;
}
