import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Leadership, LeadershipVersion } from './leadership.ts';

/** Who leads on a day; people who have left lead nothing any more. */
export async function findLeadership(ctx: Ctx, day: PlainDate): Promise<Leadership> {
  const found = await ctx.db
    .selectFrom('directory.leadership as l')
    .leftJoin('directory.officer as o', (join) =>
      join
        .onRef('o.tenant_id', '=', 'l.tenant_id')
        .onRef('o.id', '=', 'l.chair_id')
        .on('o.ended_on', 'is', null),
    )
    .select(['l.version', 'l.valid_from', 'o.id as chair_id'])
    .where('l.tenant_id', '=', ctx.tenant.id)
    .where('l.valid_from', '<=', day)
    .orderBy('l.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!found) return { version: 0, validFrom: null, chairId: null, inChargeOf: new Map() };
  return {
    version: found.version,
    validFrom: found.valid_from as PlainDate,
    chairId: found.chair_id as Id<'officer'> | null,
    inChargeOf: await inChargeIn(ctx, found.version),
  };
}

/** One version as it was saved, without those who have left since; undefined where there is none. */
export async function findLeadershipVersion(ctx: Ctx, version: number): Promise<Leadership | undefined> {
  const found = await ctx.db
    .selectFrom('directory.leadership as l')
    .leftJoin('directory.officer as o', (join) =>
      join
        .onRef('o.tenant_id', '=', 'l.tenant_id')
        .onRef('o.id', '=', 'l.chair_id')
        .on('o.ended_on', 'is', null),
    )
    .select(['l.valid_from', 'o.id as chair_id'])
    .where('l.tenant_id', '=', ctx.tenant.id)
    .where('l.version', '=', version)
    .executeTakeFirst();
  return (
    found && {
      version,
      validFrom: found.valid_from as PlainDate,
      chairId: found.chair_id as Id<'officer'> | null,
      inChargeOf: await inChargeIn(ctx, version),
    }
  );
}

/** The last versions, the newest first. */
export async function listLeadershipVersions(ctx: Ctx): Promise<LeadershipVersion[]> {
  const rows = await ctx.db
    .selectFrom('directory.leadership')
    .select(['version', 'valid_from', 'at', 'actor_name'])
    .where('tenant_id', '=', ctx.tenant.id)
    .orderBy('version', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => ({
    version: row.version,
    validFrom: row.valid_from as PlainDate,
    at: row.at,
    actorName: row.actor_name,
  }));
}

async function inChargeIn(ctx: Ctx, version: number): Promise<Map<Id<'unit'>, Id<'officer'>>> {
  const rows = await ctx.db
    .selectFrom('directory.leadership_unit as x')
    .innerJoin('directory.officer as o', (join) =>
      join.onRef('o.tenant_id', '=', 'x.tenant_id').onRef('o.id', '=', 'x.officer_id'),
    )
    .select(['x.unit_id', 'x.officer_id'])
    .where('x.tenant_id', '=', ctx.tenant.id)
    .where('x.version', '=', version)
    .where('o.ended_on', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.unit_id as Id<'unit'>, row.officer_id as Id<'officer'>]));
}
