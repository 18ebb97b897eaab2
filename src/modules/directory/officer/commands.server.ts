import { act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { keepHeadships } from './headship.server.ts';
import * as policy from './policy.ts';

export interface NewOfficer {
  readonly fullName: string;
  readonly unitId: Id<'unit'>;
  readonly positionTitle: string;
  readonly isHead: boolean;
}

/** Enters an officer in a new position of a unit of the tenant. Refuses a unit that has ended or stands for many. */
export async function createOfficer(
  ctx: Ctx,
  officer: NewOfficer,
): Promise<Outcome<Id<'officer'>, 'no-such-unit'>> {
  return act(ctx, 'directory.officer.create', async (tx) => {
    must(policy.create(ctx.actor));
    if (!(await takesOfficers(ctx, officer.unitId))) return refused('no-such-unit');
    const tenant_id = ctx.tenant.id;
    const positionId = newId<'position'>();
    const id = newId<'officer'>();
    await tx.db
      .insertInto('directory.position')
      .values({
        tenant_id,
        id: positionId,
        unit_id: officer.unitId,
        title: officer.positionTitle,
        is_head: officer.isHead,
      })
      .execute();
    await tx.db
      .insertInto('directory.officer')
      .values({ tenant_id, id, position_id: positionId, full_name: officer.fullName, created_at: tx.now })
      .execute();
    if (officer.isHead) await keepHeadships(ctx, tx);
    // Field by field: what a caller holds besides, a start password say, must not reach the audit.
    const { fullName, unitId, positionTitle, isHead } = officer;
    const after = { fullName, unitId, positionTitle, isHead };
    await tx.audit({ recordKind: 'officer', recordId: id, before: null, after });
    return done(id);
  });
}

/** Whether officers can stand in this unit: it is the tenant's, has not ended, and is no collective name. */
export async function takesOfficers(ctx: Ctx, unitId: string): Promise<boolean> {
  const unit = await ctx.db
    .selectFrom('directory.unit')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', unitId)
    .where('ended_on', 'is', null)
    .where('is_collective', '=', false)
    .executeTakeFirst();
  return unit !== undefined;
}
