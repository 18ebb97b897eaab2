import { parseCronItems, type ParsedCronItem, type TaskList } from 'graphile-worker';
import { sealAuditLines } from '#platform/audit/seal.server.ts';
import { verifyJob } from '#platform/audit/verify.server.ts';
import type { Pool } from '#platform/db/db.ts';

/** Work that the clock begins, in UTC: Việt Nam is seven hours ahead. What was missed in an hour of rest is made up. */
export const schedule: readonly ParsedCronItem[] = parseCronItems([
  { task: 'audit-seal', match: '* * * * *', options: { maxAttempts: 1 } },
  { task: 'audit-verify-all', match: '15 19 * * *', options: { backfillPeriod: 12 * 3_600_000 } },
]);

/**
 * The tasks of the clock. They serve no tenant: they seal what all have written, or hand the same job to each tenant.
 * Done as the owner, through the queue's own connection.
 */
export function clockTasks(owner: Pool): TaskList {
  return {
    'audit-seal': async () => {
      await sealAuditLines(owner);
    },
    'audit-verify-all': async (_payload, helpers) => {
      const { rows } = await owner.query<{ id: string }>('select id from directory.tenant order by id');
      for (const { id } of rows) {
        await helpers.addJob(verifyJob.name, { tenantId: id }, { jobKey: `${verifyJob.name}:${id}` });
      }
    },
  };
}
