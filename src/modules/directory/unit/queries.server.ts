import { sql } from 'kysely';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Unit } from './unit.ts';

/** The units of the tenant that exist today: real ones in their order, then collective names. */
export async function listUnits(ctx: Ctx): Promise<Unit[]> {
  const rows = await ctx.db
    .selectFrom('directory.unit')
    .select(['id', 'name', 'is_collective'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('ended_on', 'is', null)
    .orderBy('is_collective')
    .orderBy('ordinal')
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute();
  return rows.map((row) => ({ id: row.id as Id<'unit'>, name: row.name, isCollective: row.is_collective }));
}

/** Which of these names the tenant has already, compared without case and marks. */
export async function findUnitsByName(
  ctx: Ctx,
  names: readonly string[],
): Promise<ReadonlyMap<string, Unit>> {
  if (names.length === 0) return new Map();
  const { rows } = await sql<{ given: string; id: string; name: string; is_collective: boolean }>`
    select given.name as given, u.id, u.name, u.is_collective
    from unnest(${[...new Set(names)]}::text[]) as given(name)
    join directory.unit u on u.tenant_id = ${ctx.tenant.id} and u.folded = platform.fold(given.name)`.execute(
    ctx.db,
  );
  return new Map(
    rows.map((row) => [
      row.given,
      { id: row.id as Id<'unit'>, name: row.name, isCollective: row.is_collective },
    ]),
  );
}
