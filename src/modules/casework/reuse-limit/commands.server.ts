import { act } from '#platform/db/act.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import * as policy from './policy.ts';
import { findReuseLimit } from './queries.server.ts';

/** Flags, from now on, every proof that serves more records than this. */
export function setReuseLimit(ctx: Ctx, mostRecords: number): Promise<Outcome<undefined, never>> {
  return act<undefined, never>(ctx, 'casework.reuse-limit.set', async (tx) => {
    must(policy.set(ctx.actor));
    const before = await findReuseLimit(ctx);
    await tx.db
      .insertInto('casework.reuse_limit')
      .values({ tenant_id: ctx.tenant.id, most_records: mostRecords, set_at: tx.now })
      .onConflict((conflict) =>
        conflict.column('tenant_id').doUpdateSet((eb) => ({
          most_records: eb.ref('excluded.most_records'),
          set_at: eb.ref('excluded.set_at'),
        })),
      )
      .execute();
    await tx.audit({
      recordKind: 'reuse-limit',
      recordId: ctx.tenant.id,
      before: { mostRecords: before },
      after: { mostRecords },
    });
    return done();
  });
}
