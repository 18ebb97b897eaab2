import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Ladder, LadderState } from './escalation.ts';

/** The ladder that tells people on a day; undefined while it is off, as at first. */
export async function findLadderOn(ctx: Ctx, day: PlainDate): Promise<Ladder | undefined> {
  const row = await versions(ctx)
    .where('state', 'in', ['on', 'off'])
    .where('valid_from', '<=', day)
    .limit(1)
    .executeTakeFirst();
  return row?.state === 'on' ? toLadder(row) : undefined;
}

/** One version; undefined where there is none. */
export async function findLadder(ctx: Ctx, version: number): Promise<Ladder | undefined> {
  const row = await versions(ctx).where('version', '=', version).executeTakeFirst();
  return row && toLadder(row);
}

/** The last versions, the newest first. */
export async function listLadders(ctx: Ctx): Promise<Ladder[]> {
  return (await versions(ctx).limit(20).execute()).map(toLadder);
}

function versions(ctx: Ctx) {
  return ctx.db
    .selectFrom('planning.escalation_ladder')
    .select([
      'version',
      'state',
      'valid_from',
      'at',
      'actor_name',
      'officer_days',
      'unit_head_days',
      'vice_chair_days',
      'chair_days',
    ])
    .where('tenant_id', '=', ctx.tenant.id)
    .orderBy('version', 'desc');
}

type Row = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number];

function toLadder(row: Row): Ladder {
  return {
    version: row.version,
    state: row.state as LadderState,
    validFrom: row.valid_from as PlainDate,
    at: row.at,
    actorName: row.actor_name,
    steps: {
      officer: row.officer_days,
      'unit-head': row.unit_head_days,
      'vice-chair': row.vice_chair_days,
      chair: row.chair_days,
    },
  };
}
