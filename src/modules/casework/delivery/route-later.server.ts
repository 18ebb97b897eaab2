import type { Db } from '#platform/db/db.ts';
import type { Id } from '#platform/db/id.ts';
import { enqueueJob } from '#platform/jobs/enqueue.server.ts';

/** The job that makes letters of notices. */
export const routeJobName = 'casework.delivery.route';

const noticesInOneJob = 1_000;

/**
 * Has letters made of what was just told, once its transaction has committed: what people choose and when they work is
 * looked up then, so that no act waits for it, and nothing that was told is forgotten.
 */
export async function routeLater(
  db: Db,
  tenantId: Id<'tenant'>,
  told: readonly { readonly id: string; readonly at: Date }[],
): Promise<void> {
  for (let from = 0; from < told.length; from += noticesInOneJob) {
    const notices = told
      .slice(from, from + noticesInOneJob)
      .map(({ id, at }) => ({ id, at: at.toISOString() }));
    await enqueueJob(db, tenantId, { name: routeJobName, payload: { notices } });
  }
}
