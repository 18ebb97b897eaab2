import { act } from '#platform/db/act.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import * as policy from './policy.ts';

/** Writes down that the person takes figures, or the tasks behind one of them, along as a file. */
export function recordProgressExport(
  ctx: Ctx,
  taken: Readonly<Record<string, string | number | null>>,
): Promise<Outcome<undefined, never>> {
  return act<undefined, never>(ctx, 'planning.progress.export', async (tx) => {
    must(policy.exported(ctx.actor));
    await tx.audit({ recordKind: 'tenant', recordId: ctx.tenant.id, before: null, after: taken });
    return done();
  });
}
