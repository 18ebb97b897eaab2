import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { listOfficers } from '../officer/queries.server.ts';
import { listUnits } from '../unit/queries.server.ts';
import type { NewLeadership } from './leadership.ts';
import * as policy from './policy.ts';
import { findLeadershipVersion, listLeadershipVersions } from './queries.server.ts';

export type LeadershipRefusal = 'changed-meanwhile' | 'past' | 'unknown-officer' | 'unknown-unit';

/**
 * Says who leads the office from a day on, as another version: what was before stays for its days. Refuses a day that is
 * over, people who have left, units that have ended, and a version that is not the present one any more.
 */
export function setLeadership(
  ctx: Ctx,
  given: NewLeadership,
): Promise<Outcome<{ version: number }, LeadershipRefusal>> {
  return act<{ version: number }, LeadershipRefusal>(ctx, 'directory.leadership.set', async (tx) => {
    must(policy.set(ctx.actor));
    if (given.validFrom < ctx.clock.today()) return refused('past');
    const officers = new Map((await listOfficers(ctx)).map((one) => [one.id as string, one.fullName]));
    const units = new Set((await listUnits(ctx)).map(({ id }) => id as string));
    const named = [...given.inChargeOf.values(), ...(given.chairId === null ? [] : [given.chairId])];
    if (named.some((id) => !officers.has(id))) return refused('unknown-officer');
    if ([...given.inChargeOf.keys()].some((id) => !units.has(id))) return refused('unknown-unit');
    const present = (await listLeadershipVersions(ctx))[0]?.version ?? 0;
    if (present !== given.version) return refused('changed-meanwhile');
    const version = present + 1;
    const stored = await tx.db
      .insertInto('directory.leadership')
      .values({
        tenant_id: ctx.tenant.id,
        version,
        valid_from: given.validFrom,
        at: tx.now,
        actor_name: ctx.actor.name,
        chair_id: given.chairId,
      })
      // Of two who save at once the second waits for the first, and finds its version taken.
      .onConflict((conflict) => conflict.columns(['tenant_id', 'version']).doNothing())
      .executeTakeFirst();
    if (stored.numInsertedOrUpdatedRows === 0n) return refused('changed-meanwhile');
    const rows = [...given.inChargeOf].map(([unit_id, officer_id]) => ({
      tenant_id: ctx.tenant.id,
      version,
      unit_id,
      officer_id,
    }));
    if (rows.length > 0) await tx.db.insertInto('directory.leadership_unit').values(rows).execute();
    await tx.audit({
      recordKind: 'tenant',
      recordId: ctx.tenant.id,
      before: { version: present },
      after: {
        version,
        validFrom: given.validFrom,
        chairId: given.chairId,
        leaders: [...new Set(rows.map((row) => row.officer_id))],
      },
    });
    return done({ version });
  });
}

/** Lets an earlier version count again from today on; whoever has left since is left out. */
export async function reuseLeadership(
  ctx: Ctx,
  version: number,
): Promise<Outcome<{ version: number }, LeadershipRefusal | 'unknown-version'>> {
  must(policy.set(ctx.actor));
  const earlier = await findLeadershipVersion(ctx, version);
  if (!earlier) return refused('unknown-version');
  const units = new Set((await listUnits(ctx)).map(({ id }) => id));
  const [latest] = await listLeadershipVersions(ctx);
  return setLeadership(ctx, {
    chairId: earlier.chairId,
    inChargeOf: new Map([...earlier.inChargeOf].filter(([unitId]) => units.has(unitId))),
    validFrom: ctx.clock.today(),
    version: latest?.version ?? 0,
  });
}
