import { type Act, act } from '#platform/db/act.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { hasAdministrator, lockRights } from '../account/last-administrator.server.ts';
import { type NewOfficer, takesOfficers } from './commands.server.ts';
import { keepHeadships } from './headship.server.ts';
import { getKeptOfficer } from './kept.server.ts';
import type { KeptOfficer } from './officer.ts';
import * as policy from './policy.ts';

/** Corrects the name of an officer and the title of the position, where they stand. */
export async function editOfficer(
  ctx: Ctx,
  officerId: string,
  to: Omit<NewOfficer, 'unitId'>,
): Promise<Outcome<undefined, never>> {
  return act(ctx, 'directory.officer.edit', async (tx) => {
    must(policy.edit(ctx.actor));
    const officer = await lockOfficer(ctx, tx, officerId);
    await setOfficer(ctx, tx, officer, { full_name: to.fullName });
    await tx.db
      .updateTable('directory.position as p')
      .from('directory.officer as o')
      .set({ title: to.positionTitle, is_head: to.isHead })
      .whereRef('p.id', '=', 'o.position_id')
      .whereRef('p.tenant_id', '=', 'o.tenant_id')
      .where('o.tenant_id', '=', ctx.tenant.id)
      .where('o.id', '=', officer.id)
      .execute();
    await keepHeadships(ctx, tx);
    const { fullName, positionTitle, isHead } = officer;
    await tx.audit({
      recordKind: 'officer',
      recordId: officer.id,
      before: { fullName, positionTitle, isHead },
      after: { ...to },
    });
    return done();
  });
}

/** Puts an officer in a new position of another unit. Refuses a unit that has ended or stands for many. */
export async function moveOfficer(
  ctx: Ctx,
  officerId: string,
  to: Omit<NewOfficer, 'fullName'>,
): Promise<Outcome<undefined, 'no-such-unit' | 'ended'>> {
  return act(ctx, 'directory.officer.move', async (tx) => {
    must(policy.move(ctx.actor));
    const officer = await lockOfficer(ctx, tx, officerId);
    if (officer.endedOn !== null) return refused('ended');
    if (!(await takesOfficers(ctx, to.unitId))) return refused('no-such-unit');
    const positionId = newId<'position'>();
    await tx.db
      .insertInto('directory.position')
      .values({
        tenant_id: ctx.tenant.id,
        id: positionId,
        unit_id: to.unitId,
        title: to.positionTitle,
        is_head: to.isHead,
      })
      .execute();
    await setOfficer(ctx, tx, officer, { position_id: positionId });
    await keepHeadships(ctx, tx);
    const { unitId, positionTitle, isHead } = officer;
    await tx.audit({
      recordKind: 'officer',
      recordId: officer.id,
      before: { unitId, positionTitle, isHead },
      after: { ...to },
    });
    return done();
  });
}

/**
 * Says that an officer has left, on a day that is not to come: they can no longer sign in or be chosen. Refuses the
 * caller and the last administrator.
 */
export async function endOfficer(
  ctx: Ctx,
  officerId: string,
  on: PlainDate,
  reason = '',
): Promise<Outcome<undefined, 'ended' | 'day-to-come' | 'own-account' | 'last-administrator'>> {
  return act(ctx, 'directory.officer.end', async (tx) => {
    must(policy.end(ctx.actor));
    await lockRights(ctx, tx);
    const officer = await lockOfficer(ctx, tx, officerId);
    if (officer.endedOn !== null) return refused('ended');
    if (officer.id === ctx.actor.officerId) return refused('own-account');
    if (on > ctx.clock.today()) return refused('day-to-come');
    await setOfficer(ctx, tx, officer, { ended_on: on });
    if (!(await hasAdministrator(ctx, tx))) return refused('last-administrator');
    await keepHeadships(ctx, tx);
    const title = `${officer.fullName}, ${officer.unitName}`;
    await tx.throwAway({ kind: 'officer', recordId: officer.id, title, reason });
    await tx.audit({
      recordKind: 'officer',
      recordId: officer.id,
      before: { endedOn: null },
      after: { endedOn: on },
    });
    return done();
  });
}

/** Says that an officer who had left is back in the position they had. Refuses while that unit has ended. */
export async function restoreOfficer(
  ctx: Ctx,
  officerId: string,
): Promise<Outcome<undefined, 'not-ended' | 'no-such-unit'>> {
  return act(ctx, 'directory.officer.restore', async (tx) => {
    must(policy.restore(ctx.actor));
    const officer = await lockOfficer(ctx, tx, officerId);
    if (officer.endedOn === null) return refused('not-ended');
    if (!(await takesOfficers(ctx, officer.unitId))) return refused('no-such-unit');
    await setOfficer(ctx, tx, officer, { ended_on: null });
    await keepHeadships(ctx, tx);
    await tx.bringBack({ kind: 'officer', recordId: officer.id });
    await tx.audit({
      recordKind: 'officer',
      recordId: officer.id,
      before: { endedOn: officer.endedOn },
      after: { endedOn: null },
    });
    return done();
  });
}

async function lockOfficer(ctx: Ctx, tx: Act, officerId: string): Promise<KeptOfficer> {
  const { id } = await getKeptOfficer(ctx, officerId);
  await tx.db
    .selectFrom('directory.officer')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return getKeptOfficer(ctx, id);
}

async function setOfficer(
  ctx: Ctx,
  tx: Act,
  officer: KeptOfficer,
  change: { full_name?: string; position_id?: string; ended_on?: PlainDate | null },
): Promise<void> {
  await tx.db
    .updateTable('directory.officer')
    .set(change)
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', officer.id)
    .execute();
}
