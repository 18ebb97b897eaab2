import { type Act, act } from '#platform/db/act.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import * as policy from './policy.ts';
import { findUnitsByName, getKeptUnit, listUnits } from './queries.server.ts';
import type { KeptUnit } from './unit.ts';

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

/** Enters one unit at the end of the list. Refuses a name that the tenant has, also one that has ended. */
export async function createUnit(ctx: Ctx, unit: NewUnit): Promise<Outcome<Id<'unit'>, 'name-taken'>> {
  return act(ctx, 'directory.unit.create', async (tx) => {
    must(policy.create(ctx.actor));
    if (await isTaken(ctx, unit.name)) return refused('name-taken');
    const { length } = await listUnits(ctx);
    const id = newId<'unit'>();
    await tx.db
      .insertInto('directory.unit')
      .values({
        tenant_id: ctx.tenant.id,
        id,
        name: unit.name,
        is_collective: unit.isCollective,
        ordinal: length + 1,
        created_at: tx.now,
      })
      .execute();
    await tx.audit({ recordKind: 'unit', recordId: id, before: null, after: { ...unit } });
    return done(id);
  });
}

/** Gives a unit another name, everywhere it is shown, or marks the name as one that stands for many. */
export async function editUnit(
  ctx: Ctx,
  unitId: string,
  to: NewUnit,
): Promise<Outcome<undefined, 'name-taken' | 'has-officers'>> {
  return act(ctx, 'directory.unit.edit', async (tx) => {
    must(policy.edit(ctx.actor));
    const unit = await lockUnit(ctx, tx, unitId);
    if (await isTaken(ctx, to.name, unit.id)) return refused('name-taken');
    if (to.isCollective && unit.officerCount > 0)
      return refused('has-officers', { officers: unit.officerCount });
    await write(ctx, tx, unit, { name: to.name, is_collective: to.isCollective });
    return done();
  });
}

/** Puts a unit one place up or down among those that stand; at the end of the list nothing moves. */
export async function reorderUnit(
  ctx: Ctx,
  unitId: string,
  direction: 'up' | 'down',
): Promise<Outcome<undefined, 'ended'>> {
  return act(ctx, 'directory.unit.reorder', async (tx) => {
    must(policy.reorder(ctx.actor));
    const unit = await lockUnit(ctx, tx, unitId);
    const order = (await listUnits(ctx)).map((one) => one.id);
    const at = order.indexOf(unit.id);
    if (at < 0) return refused('ended');
    order.splice(at, 1);
    order.splice(Math.max(0, direction === 'up' ? at - 1 : at + 1), 0, unit.id);
    for (const [ordinal, id] of order.entries()) {
      await tx.db
        .updateTable('directory.unit')
        .set({ ordinal: ordinal + 1 })
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', '=', id)
        .execute();
    }
    await tx.audit({
      recordKind: 'unit',
      recordId: unit.id,
      before: { place: at + 1 },
      after: { place: order.indexOf(unit.id) + 1 },
    });
    return done();
  });
}

/** Ends a unit on a day that is not to come; why, as the trash says it. Refuses while officers stand in it. */
export async function endUnit(
  ctx: Ctx,
  unitId: string,
  on: PlainDate,
  reason = '',
): Promise<Outcome<undefined, 'has-officers' | 'ended' | 'day-to-come'>> {
  return act(ctx, 'directory.unit.end', async (tx) => {
    must(policy.end(ctx.actor));
    const unit = await lockUnit(ctx, tx, unitId);
    if (unit.endedOn !== null) return refused('ended');
    if (on > ctx.clock.today()) return refused('day-to-come');
    if (unit.officerCount > 0) return refused('has-officers', { officers: unit.officerCount });
    await write(ctx, tx, unit, { ended_on: on });
    await tx.throwAway({ kind: 'unit', recordId: unit.id, title: unit.name, reason });
    return done();
  });
}

/** Takes up a unit that had ended, under its name. */
export async function restoreUnit(ctx: Ctx, unitId: string): Promise<Outcome<undefined, 'not-ended'>> {
  return act(ctx, 'directory.unit.restore', async (tx) => {
    must(policy.restore(ctx.actor));
    const unit = await lockUnit(ctx, tx, unitId);
    if (unit.endedOn === null) return refused('not-ended');
    await write(ctx, tx, unit, { ended_on: null });
    await tx.bringBack({ kind: 'unit', recordId: unit.id });
    return done();
  });
}

/** Locks a unit for this act; another tenant's is not found. */
async function lockUnit(ctx: Ctx, tx: Act, unitId: string): Promise<KeptUnit> {
  const { id } = await getKeptUnit(ctx, unitId);
  await tx.db
    .selectFrom('directory.unit')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return getKeptUnit(ctx, id);
}

async function isTaken(ctx: Ctx, name: string, except?: Id<'unit'>): Promise<boolean> {
  const found = (await findUnitsByName(ctx, [name])).get(name);
  return found !== undefined && found.id !== except;
}

async function write(
  ctx: Ctx,
  tx: Act,
  unit: KeptUnit,
  change: { name?: string; is_collective?: boolean; ended_on?: PlainDate | null },
): Promise<void> {
  await tx.db
    .updateTable('directory.unit')
    .set(change)
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', unit.id)
    .execute();
  const { name, isCollective, endedOn } = unit;
  const before = { name, isCollective, endedOn };
  const after = {
    name: change.name ?? name,
    isCollective: change.is_collective ?? isCollective,
    endedOn: change.ended_on === undefined ? endedOn : change.ended_on,
  };
  await tx.audit({ recordKind: 'unit', recordId: unit.id, before, after });
}
