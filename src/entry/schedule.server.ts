import { type JobHelpers, parseCronItems, type ParsedCronItem, type TaskList } from 'graphile-worker';
import {
  deliveryTraces,
  digestJobName,
  digestTraces,
  noticeTraces,
  remindJobName,
} from '#modules/casework/index.server.ts';
import { signInTraces } from '#modules/directory/index.server.ts';
import { makeOccurrencesJobName, makePeriodsJobName } from '#modules/planning/index.server.ts';
import { purgeTrashJob } from '#modules/workbench/index.server.ts';
import { sealAuditLines } from '#platform/audit/seal.server.ts';
import { verifyJob } from '#platform/audit/verify.server.ts';
import type { Pool } from '#platform/db/db.ts';
import type { Log } from '#platform/log/log.ts';
import { removalJob } from '#platform/files/removal-job.server.ts';
import { platformTraces, purgeTraces } from '#platform/retention/purge-traces.server.ts';

/** Work that the clock begins, in UTC: Việt Nam is seven hours ahead. What was missed in an hour of rest is made up. */
export const schedule: readonly ParsedCronItem[] = parseCronItems([
  { task: 'audit-seal', match: '* * * * *', options: { maxAttempts: 1 } },
  { task: 'purge-trash-all', match: '30 18 * * *', options: { backfillPeriod: 12 * 3_600_000 } },
  { task: 'purge-traces', match: '45 18 * * *', options: { backfillPeriod: 12 * 3_600_000 } },
  { task: 'remove-files-all', match: '0 20 * * *', options: { backfillPeriod: 12 * 3_600_000 } },
  { task: 'make-occurrences-all', match: '30 17 * * *', options: { backfillPeriod: 12 * 3_600_000 } },
  { task: 'make-report-periods-all', match: '40 17 * * *', options: { backfillPeriod: 12 * 3_600_000 } },
  // Half past four in the morning in Việt Nam, before the first letters of the day.
  { task: 'remind-all', match: '30 21 * * *', options: { backfillPeriod: 12 * 3_600_000 } },
  // From five in the morning to noon in Việt Nam, so that nobody's hour is missed by much.
  { task: 'digest-all', match: '*/10 22,23,0-4 * * *' },
  { task: 'audit-verify-all', match: '15 19 * * *', options: { backfillPeriod: 12 * 3_600_000 } },
]);

/**
 * The tasks of the clock. They serve no tenant: they seal what all have written, or hand the same job to each tenant.
 * Done as the owner, through the queue's own connection.
 */
export function clockTasks(owner: Pool, log: Log): TaskList {
  return {
    'audit-seal': async () => {
      await sealAuditLines(owner);
    },
    'purge-traces': async () => {
      const removed = await purgeTraces(
        owner,
        [...platformTraces, ...signInTraces, ...noticeTraces, ...deliveryTraces, ...digestTraces],
        new Date(),
      );
      log.info({ removed }, 'old traces removed');
    },
    'purge-trash-all': (_payload, helpers) => forEachTenant(owner, purgeTrashJob.name, helpers),
    'remove-files-all': (_payload, helpers) => forEachTenant(owner, removalJob.name, helpers),
    'make-occurrences-all': (_payload, helpers) => forEachTenant(owner, makeOccurrencesJobName, helpers),
    'make-report-periods-all': (_payload, helpers) => forEachTenant(owner, makePeriodsJobName, helpers),
    'remind-all': (_payload, helpers) => forEachTenant(owner, remindJobName, helpers),
    'digest-all': (_payload, helpers) => forEachTenant(owner, digestJobName, helpers),
    'audit-verify-all': (_payload, helpers) => forEachTenant(owner, verifyJob.name, helpers),
  };
}

/** Hands the same job to each tenant, once while one waits. */
async function forEachTenant(owner: Pool, name: string, helpers: JobHelpers): Promise<void> {
  const { rows } = await owner.query<{ id: string }>('select id from directory.tenant order by id');
  for (const { id } of rows) {
    await helpers.addJob(name, { tenantId: id }, { jobKey: `${name}:${id}` });
  }
}
