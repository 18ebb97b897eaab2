import { sql } from 'kysely';
import { plainDate } from '#platform/clock/plain-date.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { keptQuery } from '#platform/db/kept-query.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { KeptUnit, Unit } from './unit.ts';

const unitRows = keptQuery((db, tenant: { readonly id: Id<'tenant'> }) =>
  db
    .selectFrom('directory.unit')
    .select(['id', 'name', 'is_collective'])
    .where('tenant_id', '=', tenant.id)
    .where('ended_on', 'is', null)
    .orderBy('is_collective')
    .orderBy('ordinal')
    .orderBy(sql`name collate "vi-x-icu"`),
);

/** The units of the tenant that exist today: real ones in their order, then collective names. */
export async function listUnits(ctx: Ctx): Promise<Unit[]> {
  const rows = await unitRows(ctx.db, ctx.tenant);
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

/** Every unit of the tenant, also those that have ended (last), each with the number of officers in office. */
export async function listKeptUnits(ctx: Ctx): Promise<KeptUnit[]> {
  const rows = await kept(ctx)
    .orderBy(sql`u.ended_on is not null`)
    .orderBy('u.is_collective')
    .orderBy('u.ordinal')
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .execute();
  return rows.map(toKept);
}

/** One unit of the tenant, ended or not. */
export async function getKeptUnit(ctx: Ctx, unitId: string): Promise<KeptUnit> {
  const id = parseId<'unit'>(unitId);
  const row = id && (await kept(ctx).where('u.id', '=', id).executeTakeFirst());
  if (!row) throw new NotFound();
  return toKept(row);
}

/** The units of the tenant, aliased `u`, with how many officers stand in each: the beginning of lists of them. */
export function kept(ctx: Ctx) {
  return ctx.db
    .selectFrom('directory.unit as u')
    .select(['u.id', 'u.name', 'u.is_collective', 'u.ended_on'])
    .select((select) =>
      select
        .selectFrom('directory.published_officer as o')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('o.tenant_id', '=', 'u.tenant_id')
        .whereRef('o.unit_id', '=', 'u.id')
        .where('o.ended_on', 'is', null)
        .as('officers'),
    )
    .where('u.tenant_id', '=', ctx.tenant.id);
}

/** A row of the database as a unit. */
export function toKept(row: {
  id: string;
  name: string;
  is_collective: boolean;
  ended_on: string | null;
  officers: number | null;
}): KeptUnit {
  return {
    id: row.id as Id<'unit'>,
    name: row.name,
    isCollective: row.is_collective,
    endedOn: row.ended_on === null ? null : plainDate(row.ended_on),
    officerCount: row.officers ?? 0,
  };
}
