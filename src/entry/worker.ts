import { run, type TaskList, Logger as WorkerLogger } from 'graphile-worker';
import { z } from 'zod';
import { findTenant } from '#modules/directory/index.server.ts';
import { openPool, type Pool } from '#platform/db/db.ts';
import { withoutTenant } from '#platform/db/tenant-transaction.ts';
import { systemActor } from '#platform/session/actor.ts';
import { openCtx, type Services } from '#platform/session/open-ctx.ts';
import { jobs } from './modules.ts';
import { clockTasks, schedule } from './schedule.server.ts';

export interface RunningWorker {
  /** Lets the jobs under way finish, then ends. */
  stop(): Promise<void>;
}

const tenantPayload = z.looseObject({ tenantId: z.uuid() });

/**
 * Runs background jobs. The queue's own tables are read through `queue` (the owner's connection); what a job does to
 * the office's records goes through `services`, as the app role, like every request.
 */
export async function startWorker(
  services: Services,
  queue: Parameters<typeof openPool>[0],
): Promise<RunningWorker> {
  const { log } = services;
  const pool: Pool = openPool({ ...queue, max: 4 }, (error) =>
    log.warn({ err: error }, 'queue connection lost'),
  );
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    taskList: { ...taskList(services), ...clockTasks(pool) },
    parsedCronItems: [...schedule],
    logger: new WorkerLogger(() => (level, message) => {
      const name: string = level;
      if (name === 'error') log.error({ queue: message });
      else if (name === 'warning') log.warn({ queue: message });
    }),
  });
  return {
    stop: async () => {
      await runner.stop();
      await pool.end();
    },
  };
}

/** The handlers by name: each reads its payload, and does its steps as its own system actor. */
export function taskList(services: Services): TaskList {
  return Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (given: unknown, helpers: { job: { id: string } }) => {
        const { tenantId } = tenantPayload.parse(given);
        const tenant = await withoutTenant(services.pool, (db) => findTenant(db, tenantId));
        if (!tenant) throw new Error(`job ${job.name} names no tenant`);
        const occasion = {
          tenant,
          actor: systemActor(job.actorName, job.grants),
          lang: 'vi' as const,
          requestId: `job-${helpers.job.id}`,
        };
        await job.run((mode, work) => openCtx(services, mode, occasion, work), job.payload.parse(given));
        services.log.info({ job: job.name, id: helpers.job.id }, 'job done');
      },
    ]),
  );
}
