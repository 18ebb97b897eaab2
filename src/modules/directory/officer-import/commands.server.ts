import { act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { keepHeadships } from '../officer/headship.server.ts';
import { ensureUnits } from '../unit/commands.server.ts';
import { checkRows, type CheckedRow, mostRows, type WrittenRow } from './officer-import.ts';
import * as policy from './policy.ts';
import { findStanding } from './queries.server.ts';

/**
 * Enters a whole list of officers and the units that it brings, all or nothing: one line that cannot be entered
 * refuses the list.
 */
export async function enterOfficers(
  ctx: Ctx,
  rows: readonly WrittenRow[],
): Promise<Outcome<{ officers: number }, 'row-wrong' | 'too-many' | 'no-rows'>> {
  return act(ctx, 'directory.officer-import.enter', async (tx) => {
    must(policy.enter(ctx.actor));
    if (rows.length === 0) return refused('no-rows');
    if (rows.length > mostRows) return refused('too-many', { most: mostRows });
    const checked = checkRows(rows, await findStanding(ctx));
    const wrong = checked.find((row) => row.problem !== undefined);
    if (wrong) return refused('row-wrong', { row: wrong.number });
    const units = await ensureUnits(
      ctx,
      tx,
      [...new Set(checked.map((row) => row.unitName))].map((name) => ({ name, isCollective: false })),
    );
    const tenant_id = ctx.tenant.id;
    const entries = checked.map((row) => ({
      row,
      positionId: newId<'position'>(),
      officerId: newId<'officer'>(),
      unitId: unitOf(units.ids, row),
    }));
    await tx.db
      .insertInto('directory.position')
      .values(
        entries.map(({ row, positionId, unitId }) => ({
          tenant_id,
          id: positionId,
          unit_id: unitId,
          title: row.positionTitle,
          is_head: row.isHead,
        })),
      )
      .execute();
    await tx.db
      .insertInto('directory.officer')
      .values(
        entries.map(({ row, positionId, officerId }) => ({
          tenant_id,
          id: officerId,
          position_id: positionId,
          full_name: row.fullName,
          created_at: tx.now,
        })),
      )
      .execute();
    await keepHeadships(ctx, tx);
    const id = newId<'officer-import'>();
    await tx.db
      .insertInto('directory.officer_import')
      .values({
        tenant_id,
        id,
        officer_ids: entries.map((entry) => entry.officerId),
        unit_ids: units.created,
        actor_name: ctx.actor.name,
        created_at: tx.now,
      })
      .execute();
    await tx.audit({
      recordKind: 'officer-import',
      recordId: id,
      before: null,
      after: { officers: checked.map((row) => `${row.fullName}, ${row.unitName}`), units: units.created },
    });
    return done({ officers: entries.length });
  });
}

function unitOf(ids: ReadonlyMap<string, Id<'unit'>>, row: CheckedRow): Id<'unit'> {
  const id = ids.get(row.unitName);
  if (!id) throw new Error(`the unit of row ${row.number} was not made`);
  return id;
}
