import { z } from 'zod';
import { act } from '#platform/db/act.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import { defineJob } from '#platform/jobs/job.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import * as policy from './policy.ts';
import type { ScanState } from './receive-file.ts';
import type { ScanVerdict } from './scanner.ts';

export const scanJobName = 'platform.file.scan';

/**
 * Has the scanner look into a content that came in while it was away. As long as it stays away the job fails, and the
 * queue gives it out again, later each time.
 */
export const scanJob = defineJob({
  name: scanJobName,
  payload: z.object({ contentId: z.uuid() }),
  actorName: 'file-scan',
  grants: ['platform.file.scan'],
  run: async (open, { contentId }, { files }) => {
    const waiting = await open('read', (ctx) => findWaiting(ctx, contentId));
    if (!waiting) return;
    const content = files.scanner && (await files.store.read(waiting));
    const found: ScanVerdict | undefined = content ? await files.scanner?.scan(content) : undefined;
    await open('write', (ctx) => recordScan(ctx, contentId, found));
  },
});

async function findWaiting(ctx: Ctx, contentId: string) {
  const row = await ctx.db
    .selectFrom('platform.file_content')
    .select('sha256')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', contentId)
    .where('scan', '=', 'waiting')
    .executeTakeFirst();
  return row && { tenantId: ctx.tenant.id, sha256: row.sha256.toString('hex') };
}

/** Without a scanner, because it was turned off since, a content is as one that came in without. */
async function recordScan(
  ctx: Ctx,
  contentId: string,
  found: ScanVerdict | undefined,
): Promise<Outcome<undefined, never>> {
  return act(ctx, 'platform.file.scan', async (tx) => {
    must(policy.scan(ctx.actor));
    const scan: ScanState = found?.verdict ?? 'none';
    await tx.db
      .updateTable('platform.file_content')
      .set({ scan })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', contentId)
      .execute();
    const name = found?.verdict === 'infected' ? found.name : null;
    if (name !== null) ctx.log.warn({ contentId, name }, 'a content does harm and stays closed');
    await tx.audit({
      recordKind: 'file-content',
      recordId: contentId,
      before: { scan: 'waiting' },
      after: { scan, ...(name === null ? {} : { harm: name }) },
    });
    return done();
  });
}
