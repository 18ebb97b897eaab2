import { plainDate } from '#platform/clock/plain-date.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Absence } from './absence.ts';
import { visibleTo } from './visible-to.server.ts';

const mostListed = 200;

/** The absences that this person may see, the latest first. */
export async function listAbsences(ctx: Ctx): Promise<Absence[]> {
  const rows = await absences(ctx)
    .orderBy('x.to_on', 'desc')
    .orderBy('x.id', 'desc')
    .limit(mostListed)
    .execute();
  return rows.map(toAbsence);
}

/** One absence that this person may see. */
export async function getAbsence(ctx: Ctx, absenceId: string): Promise<Absence> {
  const id = parseId<'absence'>(absenceId);
  const row = id && (await absences(ctx).where('x.id', '=', id).executeTakeFirst());
  if (!row) throw new NotFound();
  return toAbsence(row);
}

/** The absences that this person may see, aliased `x`, of officer `o` in post `p`, with substitute `s`. */
export function absences(ctx: Ctx) {
  return ctx.db
    .selectFrom('directory.absence as x')
    .innerJoin('directory.officer as o', (join) =>
      join.onRef('o.tenant_id', '=', 'x.tenant_id').onRef('o.id', '=', 'x.officer_id'),
    )
    .innerJoin('directory.position as p', (join) =>
      join.onRef('p.tenant_id', '=', 'o.tenant_id').onRef('p.id', '=', 'o.position_id'),
    )
    .innerJoin('directory.officer as s', (join) =>
      join.onRef('s.tenant_id', '=', 'x.tenant_id').onRef('s.id', '=', 'x.substitute_id'),
    )
    .select([
      'x.id',
      'x.officer_id',
      'o.full_name as officer_name',
      'p.unit_id',
      'x.substitute_id',
      's.full_name as substitute_name',
      'x.from_on',
      'x.to_on',
      'x.reason',
      'x.cancelled_at',
    ])
    .where('x.tenant_id', '=', ctx.tenant.id)
    .where(visibleTo(ctx.actor));
}

type AbsenceRow = Awaited<ReturnType<ReturnType<typeof absences>['execute']>>[number];

/** A row of the database as an absence. */
export function toAbsence(row: AbsenceRow): Absence {
  return {
    id: row.id as Id<'absence'>,
    officerId: row.officer_id as Id<'officer'>,
    officerName: row.officer_name,
    unitId: row.unit_id as Id<'unit'>,
    substituteId: row.substitute_id as Id<'officer'>,
    substituteName: row.substitute_name,
    fromOn: plainDate(row.from_on),
    toOn: plainDate(row.to_on),
    reason: row.reason,
    isCancelled: row.cancelled_at !== null,
  };
}
