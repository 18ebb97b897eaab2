import type { TaskList } from 'graphile-worker';
import { z } from 'zod';
import { findTenant } from '#modules/directory/index.server.ts';
import { QueuePool } from '#platform/jobs/queue-pool.server.ts';
import { runQueue } from '#platform/jobs/queue-runner.server.ts';
import { type BeatPace, startBeat, usualPace } from '#platform/jobs/worker-beat.server.ts';
import { jobSeconds } from '#platform/metrics/metrics.ts';
import { withoutTenant } from '#platform/db/tenant-transaction.ts';
import type { Job } from '#platform/jobs/job.ts';
import { systemActor } from '#platform/session/actor.ts';
import { openCtx, type Services } from '#platform/session/open-ctx.ts';
import { jobs } from './modules.ts';
import { clockTasks, schedule } from './schedule.server.ts';

export interface RunningWorker {
  /** Lets each job under way finish the step that it is in, then ends; what is left of the job waits in the queue. */
  stop(): Promise<void>;
}

const tenantPayload = z.looseObject({ tenantId: z.uuid() });

/**
 * Runs background jobs. The queue's own tables are read through `queue` (the owner's connection); what a job does to
 * the office's records goes through `services`, as the app role, like every request.
 */
export async function startWorker(
  services: Services,
  queue: ConstructorParameters<typeof QueuePool>[0],
  known: readonly Job<unknown>[] = jobs,
  pace: BeatPace = usualPace,
): Promise<RunningWorker> {
  const { log } = services;
  const pool = new QueuePool(queue);
  const stopping = new AbortController();
  const tasks = { ...taskList(services, known, stopping.signal), ...clockTasks(pool, log) };
  const runner = await runQueue(pool, log, tasks, schedule);
  const endBeat = await startBeat(pool, log, runner, pace);
  // Jobs that nobody works off must not look as if somebody did.
  void runner.ended.then(() => (stopping.signal.aborted ? undefined : endBeat()));
  return {
    stop: async () => {
      stopping.abort();
      // While the database is away nothing can be handed back; the next worker finds what was left.
      await pool.unlessAway(runner.stop());
      await pool.unlessAway(endBeat());
      await pool.end();
    },
  };
}

/** The program ends before the job does; the queue keeps the job and gives it out again. */
class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** The handlers by name: each reads its payload, and does its steps as its own system actor.
 *  @param stopping once it is aborted, no job begins a further step */
export function taskList(
  services: Services,
  known: readonly Job<unknown>[],
  stopping: AbortSignal,
): TaskList {
  return Object.fromEntries(
    known.map((job) => [
      job.name,
      async (given: unknown, helpers: { job: { id: string } }) => {
        const end = jobSeconds.startTimer({ job: job.name });
        try {
          await runJob(services, stopping, job, given, helpers.job.id);
        } catch (error) {
          end({ outcome: error instanceof Interrupted ? 'interrupted' : 'failed' });
          throw error;
        }
        end({ outcome: 'done' });
        services.log.info({ job: job.name, id: helpers.job.id }, 'job done');
      },
    ]),
  );
}

async function runJob(
  services: Services,
  stopping: AbortSignal,
  job: Job<unknown>,
  given: unknown,
  jobId: string,
): Promise<void> {
  const { tenantId } = tenantPayload.parse(given);
  const tenant = await withoutTenant(services.pool, (db) => findTenant(db, tenantId));
  if (!tenant) throw new Error(`job ${job.name} names no tenant`);
  const occasion = {
    tenant,
    actor: systemActor(job.actorName, job.grants),
    lang: 'vi' as const,
    requestId: `job-${jobId}`,
  };
  await job.run(
    (mode, work, when) => {
      if (stopping.aborted && when !== 'at-the-end-too')
        throw new Interrupted('the program ends; the job goes on after the next start');
      return openCtx(services, mode, occasion, work);
    },
    job.payload.parse(given),
    services,
  );
}
