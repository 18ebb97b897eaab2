import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { usualYellowDays } from './chasing-paper.ts';
import * as policy from './policy.ts';

/** What the office has set for its sheets; version 0 while it has set nothing. */
export interface ChasingRules {
  readonly yellowDays: number;
  readonly version: number;
}

/** From how many working days on a late task is red. */
export async function findChasingRules(ctx: Ctx): Promise<ChasingRules> {
  const row = await ctx.db
    .selectFrom('planning.chasing_rules')
    .select(['yellow_working_days', 'version'])
    .where('tenant_id', '=', ctx.tenant.id)
    .executeTakeFirst();
  return row
    ? { yellowDays: row.yellow_working_days, version: row.version }
    : { yellowDays: usualYellowDays, version: 0 };
}

/** Sets it; refuses what somebody changed since `version`. Papers that were issued keep what held then. */
export function setChasingRules(
  ctx: Ctx,
  given: { readonly yellowDays: number; readonly version: number },
): Promise<Outcome<undefined, 'changed-meanwhile'>> {
  return act<undefined, 'changed-meanwhile'>(ctx, 'planning.chasing-rules.set', async (tx) => {
    must(policy.setRules(ctx.actor));
    const before = await findChasingRules(ctx);
    const row = {
      tenant_id: ctx.tenant.id,
      yellow_working_days: given.yellowDays,
      version: given.version + 1,
      changed_by: ctx.actor.name,
      changed_at: tx.now,
    };
    const { numInsertedOrUpdatedRows } = await tx.db
      .insertInto('planning.chasing_rules')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .constraint('chasing_rules_pkey')
          .doUpdateSet((eb) => ({
            yellow_working_days: eb.ref('excluded.yellow_working_days'),
            version: eb.ref('excluded.version'),
            changed_by: eb.ref('excluded.changed_by'),
            changed_at: eb.ref('excluded.changed_at'),
          }))
          .where('planning.chasing_rules.version', '=', given.version),
      )
      .executeTakeFirst();
    if (!numInsertedOrUpdatedRows) return refused('changed-meanwhile');
    await tx.audit({
      recordKind: 'chasing-rules',
      recordId: ctx.tenant.id,
      before: { yellowWorkingDays: before.yellowDays },
      after: { yellowWorkingDays: given.yellowDays },
    });
    return done();
  });
}
