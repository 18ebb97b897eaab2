import { act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import * as policy from './policy.ts';

export interface NewOfficer {
  readonly fullName: string;
  readonly unitId: Id<'unit'>;
  readonly positionTitle: string;
  readonly isHead: boolean;
}

/** Enters an officer in a new position of a unit of the tenant. */
export async function createOfficer(ctx: Ctx, officer: NewOfficer): Promise<Outcome<Id<'officer'>, never>> {
  return act(ctx, 'directory.officer.create', async (tx) => {
    must(policy.create(ctx.actor));
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
    await tx.audit({ recordKind: 'officer', recordId: id, before: null, after: { ...officer } });
    return done(id);
  });
}
