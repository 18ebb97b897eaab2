import { z } from 'zod';
import { act } from '#platform/db/act.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import { defineJob } from '#platform/jobs/job.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { type ChainFinding, checkChain } from './chain-lines.server.ts';
import * as policy from './policy.ts';

/**
 * The nightly check of a tenant's whole chain. Its finding is itself an audit line, with the end of the chain as it
 * was: whoever rewrites the past must rewrite every check since. The program's log says the same.
 */
export const verifyJob = defineJob({
  name: 'platform.audit.verify',
  payload: z.looseObject({}),
  actorName: 'audit-check',
  grants: ['platform.audit.verify'],
  run: async (open) => {
    const finding = await open('read', (ctx) => checkChain(ctx.db, ctx.tenant.id));
    await open('write', (ctx) => recordCheck(ctx, finding));
  },
});

/** Leaves what a check found in the audit. */
export async function recordCheck(ctx: Ctx, finding: ChainFinding): Promise<Outcome<undefined, never>> {
  return act(ctx, 'platform.audit.verify', async (tx) => {
    must(policy.verify(ctx.actor));
    const { lines, head, faults } = finding;
    // Outside the database too: whoever can rewrite the chain may not reach the log.
    const said = { tenantId: ctx.tenant.id, place: head.position, hash: head.hash };
    if (faults.length > 0) ctx.log.error({ ...said, faults }, 'audit chain broken');
    else ctx.log.info(said, 'audit chain checked');
    await tx.audit({
      recordKind: 'audit',
      recordId: ctx.tenant.id,
      before: null,
      after: { lines, place: head.position, hash: head.hash, faults },
    });
    return done();
  });
}
