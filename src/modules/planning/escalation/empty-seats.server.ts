import { findLeadership, listUnits, listUnreachedLeaders } from '#modules/directory/index.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/** Where nobody stands on a step of the ladder today, or whoever does would hear nothing. */
export interface EmptySeats {
  readonly isWithoutChair: boolean;
  readonly unitsWithoutLeader: number;
  readonly unitsWithoutHead: number;
  /** Leaders without an open account, or who may not read the tasks of what they lead. */
  readonly unreachedLeaders: number;
}

/** How many units lack a head or a leader in charge today, whether the office has a head, and who would hear nothing. */
export async function countEmptySeats(ctx: Ctx): Promise<EmptySeats> {
  const leadership = await findLeadership(ctx, ctx.clock.today());
  const { chairId, inChargeOf } = leadership;
  const units = (await listUnits(ctx)).filter((unit) => !unit.isCollective);
  const heads = await ctx.db
    .selectFrom('directory.published_officer')
    .select('unit_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('is_head', '=', true)
    .where('ended_on', 'is', null)
    .execute();
  const headed = new Set(heads.map((row) => row.unit_id));
  return {
    isWithoutChair: chairId === null,
    unitsWithoutLeader: units.filter(({ id }) => !inChargeOf.has(id)).length,
    unitsWithoutHead: units.filter(({ id }) => !headed.has(id)).length,
    unreachedLeaders: (await listUnreachedLeaders(ctx, leadership)).length,
  };
}
