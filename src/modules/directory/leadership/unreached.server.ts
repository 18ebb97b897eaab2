import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { listActorsOf } from '../session/queries.server.ts';
import type { Leadership } from './leadership.ts';

/** A leader whom nothing late can be told of. */
export interface UnreachedLeader {
  readonly officerId: Id<'officer'>;
  /** There is no account that is open, or no role of it lets them read the tasks of what they lead. */
  readonly reason: 'no-account' | 'no-right';
  /** The units in question; none for the head of the office, who leads all. */
  readonly unitIds: readonly Id<'unit'>[];
}

/**
 * The leaders whom the ladder cannot tell of late work: letters go only to those who may read what they are about. In
 * one query however many they are.
 */
export async function listUnreachedLeaders(
  ctx: Ctx,
  { chairId, inChargeOf }: Pick<Leadership, 'chairId' | 'inChargeOf'>,
): Promise<UnreachedLeader[]> {
  const led = new Map<Id<'officer'>, Id<'unit'>[]>();
  for (const [unitId, officerId] of inChargeOf) led.set(officerId, [...(led.get(officerId) ?? []), unitId]);
  const officerIds = [...new Set([...(chairId === null ? [] : [chairId]), ...led.keys()])];
  const actors = new Map((await listActorsOf(ctx, officerIds)).map((actor) => [actor.officerId, actor]));
  return officerIds.flatMap((officerId): UnreachedLeader[] => {
    const units = led.get(officerId) ?? [];
    const actor = actors.get(officerId);
    if (!actor) return [{ officerId, reason: 'no-account', unitIds: units }];
    const scope = actor.grants.get('planning.task.read');
    if (scope === 'all') return [];
    const unitIds = scope === 'unit' ? units.filter((id) => !actor.unitIds.includes(id)) : units;
    return unitIds.length > 0 || officerId === chairId ? [{ officerId, reason: 'no-right', unitIds }] : [];
  });
}
