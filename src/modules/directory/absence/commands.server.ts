import { type Act, act } from '#platform/db/act.ts';
import { daysBetween, type PlainDate } from '#platform/clock/plain-date.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { getKeptOfficer } from '../officer/kept.server.ts';
import { type Absence, longestAbsenceDays } from './absence.ts';
import * as policy from './policy.ts';
import { getAbsence } from './queries.server.ts';

export interface NewAbsence {
  readonly officerId: string;
  readonly substituteId: string;
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate;
  readonly reason: string;
}

type DaysRefusal = 'overlaps' | 'substitute-away';

/**
 * Says that an officer is away and who stands in. Refuses people who have left, days on which the officer is away
 * already, and a substitute who is away on one of them.
 */
export async function recordAbsence(
  ctx: Ctx,
  absence: NewAbsence,
): Promise<Outcome<Id<'absence'>, DaysRefusal | 'left' | 'too-long'>> {
  return act(ctx, 'directory.absence.record', async (tx) => {
    const officer = await getKeptOfficer(ctx, absence.officerId);
    must(policy.record(ctx.actor, officer));
    const substitute = await getKeptOfficer(ctx, absence.substituteId);
    if (officer.endedOn !== null || substitute.endedOn !== null) return refused('left');
    if (daysBetween(absence.fromOn, absence.toOn) >= longestAbsenceDays) return refused('too-long');
    const clash = await clashOf(ctx, tx, absence);
    if (clash) return refused(clash);
    const id = newId<'absence'>();
    await tx.db
      .insertInto('directory.absence')
      .values({
        tenant_id: ctx.tenant.id,
        id,
        officer_id: officer.id,
        substitute_id: substitute.id,
        from_on: absence.fromOn,
        to_on: absence.toOn,
        reason: absence.reason,
        created_at: tx.now,
      })
      .execute();
    await tx.audit({ recordKind: 'absence', recordId: id, before: null, after: { ...absence } });
    return done(id);
  });
}

/** Takes an absence back: from now on nobody stands in by it. */
export async function cancelAbsence(ctx: Ctx, absenceId: string): Promise<Outcome<undefined, 'cancelled'>> {
  return act(ctx, 'directory.absence.cancel', async (tx) => {
    const absence = await getAbsence(ctx, absenceId);
    must(policy.cancel(ctx.actor, absence));
    if (!(await setCancelled(ctx, tx, absence, tx.now))) return refused('cancelled');
    return done();
  });
}

/** Makes an absence count again. Refuses when its days clash with what was recorded meanwhile. */
export async function restoreAbsence(
  ctx: Ctx,
  absenceId: string,
): Promise<Outcome<undefined, DaysRefusal | 'not-cancelled'>> {
  return act(ctx, 'directory.absence.restore', async (tx) => {
    const absence = await getAbsence(ctx, absenceId);
    must(policy.restore(ctx.actor, absence));
    const clash = await clashOf(ctx, tx, absence);
    if (absence.isCancelled && clash) return refused(clash);
    if (!(await setCancelled(ctx, tx, absence, null))) return refused('not-cancelled');
    return done();
  });
}

/** Whether the officer, or the substitute, is away on one of these days by another absence. */
async function clashOf(ctx: Ctx, tx: Act, absence: NewAbsence): Promise<DaysRefusal | undefined> {
  // Whoever records for the same two people waits here, so that two absences cannot slip past one another.
  await tx.db
    .selectFrom('directory.officer')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', 'in', [absence.officerId, absence.substituteId])
    .orderBy('id')
    .forUpdate()
    .execute();
  const away = await tx.db
    .selectFrom('directory.absence')
    .select('officer_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('officer_id', 'in', [absence.officerId, absence.substituteId])
    .where('cancelled_at', 'is', null)
    .where('from_on', '<=', absence.toOn)
    .where('to_on', '>=', absence.fromOn)
    .execute();
  if (away.some((one) => one.officer_id === absence.officerId)) return 'overlaps';
  return away.length > 0 ? 'substitute-away' : undefined;
}

/** False when the absence is so already. */
async function setCancelled(ctx: Ctx, tx: Act, absence: Absence, at: Date | null): Promise<boolean> {
  const changed = await tx.db
    .updateTable('directory.absence')
    .set({ cancelled_at: at })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', absence.id)
    .where('cancelled_at', at === null ? 'is not' : 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!changed) return false;
  const record = { kind: 'absence', recordId: absence.id };
  if (at === null) await tx.bringBack(record);
  else await tx.throwAway({ ...record, title: titleOf(absence) });
  await tx.audit({
    recordKind: 'absence',
    recordId: absence.id,
    before: { cancelled: at === null },
    after: { cancelled: at !== null },
  });
  return true;
}

function titleOf(absence: Absence): string {
  return `${absence.officerName}, ${formatDate(absence.fromOn)} – ${formatDate(absence.toOn)}`;
}
