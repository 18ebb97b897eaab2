import type { Ctx } from '#platform/session/ctx.ts';

/** Officers (`o`) of the tenant with their position (`p`), its unit (`u`) and, where they have one, their account (`a`). */
export function people(ctx: Ctx) {
  return ctx.db
    .selectFrom('directory.officer as o')
    .innerJoin('directory.position as p', (join) =>
      join.onRef('p.tenant_id', '=', 'o.tenant_id').onRef('p.id', '=', 'o.position_id'),
    )
    .innerJoin('directory.unit as u', (join) =>
      join.onRef('u.tenant_id', '=', 'p.tenant_id').onRef('u.id', '=', 'p.unit_id'),
    )
    .leftJoin('directory.account as a', (join) =>
      join.onRef('a.tenant_id', '=', 'o.tenant_id').onRef('a.officer_id', '=', 'o.id'),
    )
    .where('o.tenant_id', '=', ctx.tenant.id);
}
