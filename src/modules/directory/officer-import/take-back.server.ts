import { sql } from 'kysely';
import { type Act, act } from '#platform/db/act.ts';
import { parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { keepHeadships } from '../officer/headship.server.ts';
import * as policy from './policy.ts';

/**
 * Takes a list back: its officers leave today, and the units that it brought end where nobody stands in them any
 * more. Refuses when one of the officers has an account: whoever signs in is ended by name.
 */
export async function takeBackOfficers(
  ctx: Ctx,
  importId: string,
): Promise<Outcome<{ officers: number }, 'taken-back' | 'has-accounts'>> {
  return act(ctx, 'directory.officer-import.take-back', async (tx) => {
    must(policy.takeBack(ctx.actor));
    const list = await lockList(ctx, tx, importId);
    if (list.taken_back_at !== null) return refused('taken-back');
    const accounts = await tx.db
      .selectFrom('directory.account')
      .select('id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('officer_id', 'in', list.officer_ids)
      .execute();
    if (accounts.length > 0) return refused('has-accounts', { accounts: accounts.length });
    const today = ctx.clock.today();
    const officers = await tx.db
      .updateTable('directory.officer')
      .set({ ended_on: today })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', list.officer_ids)
      .where('ended_on', 'is', null)
      .returning('id')
      .execute();
    await keepHeadships(ctx, tx);
    const units = await endEmptyUnits(ctx, tx, list.unit_ids);
    await setTakenBack(ctx, tx, list.id, {
      taken_back_at: tx.now,
      ended_officer_ids: officers.map(({ id }) => id),
      ended_unit_ids: units,
    });
    const title = `${formatInstant('vi', list.created_at)} · ${list.actor_name} · ${list.officer_ids.length}`;
    await tx.throwAway({ kind: 'officer-import', recordId: list.id, title });
    await tx.audit({
      recordKind: 'officer-import',
      recordId: list.id,
      before: { takenBack: false },
      after: { takenBack: true, officers: officers.length },
    });
    return done({ officers: officers.length });
  });
}

/**
 * Brings a list back that was taken back: exactly those officers and units that left with it. Refuses when one of its
 * units has been taken up or ended anew meanwhile in a way that leaves an officer without one, or when somebody of the
 * same name stands in the same unit now.
 */
export async function restoreOfficers(
  ctx: Ctx,
  importId: string,
): Promise<Outcome<{ officers: number }, 'not-taken-back' | 'unit-gone' | 'entered-again'>> {
  return act(ctx, 'directory.officer-import.restore', async (tx) => {
    must(policy.restore(ctx.actor));
    const list = await lockList(ctx, tx, importId);
    if (list.taken_back_at === null) return refused('not-taken-back');
    await liftEnd(ctx, tx, 'directory.unit', list.ended_unit_ids);
    const officers = await liftEnd(ctx, tx, 'directory.officer', list.ended_officer_ids);
    const stands = await howTheyStand(ctx, tx, list.ended_officer_ids);
    if (stands.inEndedUnit > 0) return refused('unit-gone');
    if (stands.doubled > 0) return refused('entered-again', { officers: stands.doubled });
    await keepHeadships(ctx, tx);
    await setTakenBack(ctx, tx, list.id, {
      taken_back_at: null,
      ended_officer_ids: [],
      ended_unit_ids: [],
    });
    await tx.bringBack({ kind: 'officer-import', recordId: list.id });
    await tx.audit({
      recordKind: 'officer-import',
      recordId: list.id,
      before: { takenBack: true },
      after: { takenBack: false, officers },
    });
    return done({ officers });
  });
}

async function lockList(ctx: Ctx, tx: Act, importId: string) {
  const id = parseId<'officer-import'>(importId);
  const list =
    id &&
    (await tx.db
      .selectFrom('directory.officer_import')
      .select(['id', 'officer_ids', 'unit_ids', 'actor_name', 'created_at', 'taken_back_at'])
      .select(['ended_officer_ids', 'ended_unit_ids'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst());
  if (!list) throw new NotFound();
  return { ...list, created_at: new Date(list.created_at) };
}

/** Ends those of the units in which nobody stands. */
async function endEmptyUnits(ctx: Ctx, tx: Act, unitIds: readonly string[]): Promise<string[]> {
  if (unitIds.length === 0) return [];
  const ended = await tx.db
    .updateTable('directory.unit as u')
    .set({ ended_on: ctx.clock.today() })
    .where('u.tenant_id', '=', ctx.tenant.id)
    .where('u.id', 'in', [...unitIds])
    .where('u.ended_on', 'is', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('directory.published_officer as o')
            .select('o.id')
            .whereRef('o.tenant_id', '=', 'u.tenant_id')
            .whereRef('o.unit_id', '=', 'u.id')
            .where('o.ended_on', 'is', null),
        ),
      ),
    )
    .returning('u.id')
    .execute();
  return ended.map(({ id }) => id);
}

async function liftEnd(
  ctx: Ctx,
  tx: Act,
  table: 'directory.unit' | 'directory.officer',
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const lifted = await tx.db
    .updateTable(table)
    .set({ ended_on: null })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', 'in', [...ids])
    .where('ended_on', 'is not', null)
    .returning('id')
    .execute();
  return lifted.length;
}

/** How many of the officers would stand in a unit that has ended, or beside one of the same name in the same unit. */
async function howTheyStand(
  ctx: Ctx,
  tx: Act,
  officerIds: readonly string[],
): Promise<{ inEndedUnit: number; doubled: number }> {
  const { rows } = await sql<{ inEndedUnit: number; doubled: number }>`
    select count(*) filter (where u.ended_on is not null) as "inEndedUnit",
      count(*) filter (where exists (
        select 1 from directory.officer other
        join directory.position op on op.tenant_id = other.tenant_id and op.id = other.position_id
        where other.tenant_id = o.tenant_id and other.id <> o.id and other.ended_on is null
          and op.unit_id = p.unit_id and other.folded = o.folded)) as doubled
    from directory.officer o
    join directory.position p on p.tenant_id = o.tenant_id and p.id = o.position_id
    join directory.unit u on u.tenant_id = p.tenant_id and u.id = p.unit_id
    where o.tenant_id = ${ctx.tenant.id} and o.id = any(${[...officerIds]}::uuid[])`.execute(tx.db);
  return rows[0] ?? { inEndedUnit: 0, doubled: 0 };
}

async function setTakenBack(
  ctx: Ctx,
  tx: Act,
  listId: string,
  to: { taken_back_at: Date | null; ended_officer_ids: string[]; ended_unit_ids: string[] },
): Promise<void> {
  await tx.db
    .updateTable('directory.officer_import')
    .set(to)
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', listId)
    .execute();
}
