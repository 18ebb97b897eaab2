import { findUnitsByName, listUnits } from '#modules/directory/index.server.ts';
import type { Act } from '#platform/db/act.ts';
import { newId } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/** Which units report by the words of a plan: those that it names, and all of the office where it names none. */
export async function findReporters(
  ctx: Ctx,
  said: readonly (string | null)[],
): Promise<(reporter: string | null) => readonly string[]> {
  const names = said.flatMap((words) => namesIn(words));
  const known = await findUnitsByName(ctx, names);
  const all = (await listUnits(ctx)).filter((unit) => !unit.isCollective);
  const standing = new Set<string>(all.map(({ id }) => id));
  return (reporter) => {
    const named = namesIn(reporter).map((name) => known.get(name));
    const isExact =
      named.length > 0 && named.every((unit) => unit && !unit.isCollective && standing.has(unit.id));
    return isExact
      ? [...new Set(named.flatMap((unit) => (unit ? [unit.id as string] : [])))]
      : all.map(({ id }) => id as string);
  };
}

/** Expects a report of each of these units, period by period. */
export async function expectReports(
  ctx: Ctx,
  tx: Act,
  expected: readonly { readonly periodId: string; readonly unitId: string }[],
): Promise<{ id: string; unitId: string }[]> {
  if (expected.length === 0) return [];
  const rows = expected.map(({ periodId, unitId }) => ({
    tenant_id: ctx.tenant.id,
    id: newId<'report-hand-in'>() as string,
    period_id: periodId,
    unit_id: unitId,
  }));
  // A statement holds so many values at most.
  for (let at = 0; at < rows.length; at += 5_000) {
    await tx.db
      .insertInto('planning.report_hand_in')
      .values(rows.slice(at, at + 5_000))
      .onConflict((conflict) => conflict.columns(['tenant_id', 'period_id', 'unit_id']).doNothing())
      .execute();
  }
  return rows.map(({ id, unit_id }) => ({ id, unitId: unit_id }));
}

function namesIn(words: string | null): string[] {
  return (words ?? '')
    .split(/[;,]/)
    .map((name) => name.trim())
    .filter(Boolean);
}
