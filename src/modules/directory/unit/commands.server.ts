import { type Act, act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import * as policy from './policy.ts';
import { findUnitsByName } from './queries.server.ts';

export interface NewUnit {
  readonly name: string;
  readonly isCollective: boolean;
}

/** Sets up units of the tenant; a name that exists already keeps its unit. Gives the unit of every name. */
export async function createUnits(
  ctx: Ctx,
  units: readonly NewUnit[],
): Promise<Outcome<ReadonlyMap<string, Id<'unit'>>, never>> {
  return act(ctx, 'directory.unit.create', async (tx) => {
    must(policy.create(ctx.actor));
    const { ids, created } = await ensureUnits(ctx, tx, units);
    await tx.audit({
      recordKind: 'tenant',
      recordId: ctx.tenant.id,
      before: null,
      after: { units: units.map((unit) => unit.name), created: created.length },
    });
    return done(ids);
  });
}

/**
 * Gives the unit of every name and makes those that are missing, inside the act of the caller, whose right and audit
 * line cover it.
 */
export async function ensureUnits(
  ctx: Ctx,
  tx: Act,
  units: readonly NewUnit[],
): Promise<{ ids: ReadonlyMap<string, Id<'unit'>>; created: Id<'unit'>[] }> {
  if (units.length === 0) return { ids: new Map(), created: [] };
  const inserted = await tx.db
    .insertInto('directory.unit')
    .values(
      units.map((unit, index) => ({
        tenant_id: ctx.tenant.id,
        id: newId<'unit'>(),
        name: unit.name,
        is_collective: unit.isCollective,
        ordinal: index,
        created_at: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.constraint('unit_name_key').doNothing())
    .returning('id')
    .execute();
  const known = await findUnitsByName(
    ctx,
    units.map((unit) => unit.name),
  );
  return {
    ids: new Map([...known].map(([name, unit]) => [name, unit.id])),
    created: inserted.map((row) => row.id as Id<'unit'>),
  };
}

/** Takes away those of these units that nothing refers to, inside the act of the caller: the reverse of `ensureUnits`. */
export async function dropUnusedUnits(ctx: Ctx, tx: Act, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.db
    .deleteFrom('directory.unit as u')
    .where('u.tenant_id', '=', ctx.tenant.id)
    .where('u.id', 'in', [...ids])
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('directory.position as p')
            .select('p.id')
            .whereRef('p.tenant_id', '=', 'u.tenant_id')
            .whereRef('p.unit_id', '=', 'u.id'),
        ),
      ),
    )
    .execute();
}
