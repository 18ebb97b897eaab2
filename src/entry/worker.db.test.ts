import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { testServices } from '#platform/db/testing.ts';
import { enqueueJob } from '#platform/jobs/enqueue.server.ts';
import { defineJob } from '#platform/jobs/job.ts';
import { registry } from '#platform/metrics/metrics.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { startWorker } from './worker.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

/** A promise and how to keep it. */
function promise() {
  let keep: () => void = () => undefined;
  const kept = new Promise<void>((resolve) => {
    keep = resolve;
  });
  return { kept, keep };
}

describe('the worker', () => {
  it('finishes the step that it is in, begins no other, and leaves the job for the next worker', async () => {
    const [begun, mayGoOn, ended] = [promise(), promise(), promise()];
    const steps: string[] = [];
    const job = defineJob({
      name: 'platform.two-steps',
      payload: z.object({}),
      actorName: 'two steps',
      grants: [],
      run: async (open) => {
        await open('read', async () => {
          begun.keep();
          await mayGoOn.kept;
          steps.push('first');
        });
        await open('read', async () => {
          steps.push('second');
          ended.keep();
        });
      },
    });
    await enqueue(job.name);
    const first = await startWorker(services, ownerOf(services), [job]);
    await begun.kept;
    const stopped = first.stop();
    mayGoOn.keep();
    await stopped;
    expect(steps).toEqual(['first']);

    await services.migrator.query(`update graphile_worker._private_jobs set run_at = now()`);
    const second = await startWorker(services, ownerOf(services), [job]);
    await ended.kept;
    await second.stop();
    expect(steps).toEqual(['first', 'first', 'second']);
    const { rows } = await services.migrator.query('select from graphile_worker.jobs');
    expect(rows).toHaveLength(0);
    const measured = await registry.getSingleMetricAsString('sauro_job_duration_seconds');
    expect(measured).toContain('job="platform.two-steps",outcome="interrupted"} 1');
    expect(measured).toContain('job="platform.two-steps",outcome="done"} 1');
  });

  it('says that it lives, and goodbye', async () => {
    const beats = async () => (await services.migrator.query('select from platform.worker_beat')).rowCount;
    const worker = await startWorker(services, connectionFor(services.server, 'migrator'), []);
    expect(await beats()).toBe(1);
    await worker.stop();
    expect(await beats()).toBe(0);
  });

  it('takes over what a worker that was killed held, and nothing that a living one holds', async () => {
    const taken = new Set<string>();
    const both = promise();
    const job = defineJob({
      name: 'platform.one-step',
      payload: z.object({ owner: z.string() }),
      actorName: 'one step',
      grants: [],
      run: async (_open, { owner }) => {
        taken.add(owner);
        if (taken.size === 2) both.keep();
      },
    });
    const { migrator } = services;
    for (const owner of ['killed', 'alive', 'nobody', 'killed at its only try']) {
      await enqueue(job.name, { owner });
    }
    await migrator.query(
      `update graphile_worker._private_jobs
       set locked_at = now(), locked_by = split_part(payload ->> 'owner', ' ', 1), attempts = 1,
         max_attempts = case when payload ->> 'owner' like '%only try' then 1 else 25 end
       where payload ->> 'owner' <> 'nobody'`,
    );
    await migrator.query(
      `insert into platform.worker_beat values (gen_random_uuid(), now(), now(), '{alive}'),
         (gen_random_uuid(), now(), now(), '{killed}')`,
    );
    const alive = setInterval(
      () => void migrator.query(`update platform.worker_beat set seen_at = now() where names = '{alive}'`),
      20,
    );
    const worker = await startWorker(services, ownerOf(services), [job], quick);
    await both.kept;
    await worker.stop();
    clearInterval(alive);
    expect(taken).toEqual(new Set(['killed', 'nobody']));
    const { rows } = await migrator.query('select locked_by from graphile_worker.jobs');
    expect(rows).toEqual([{ locked_by: 'alive' }]);
    await migrator.query('delete from graphile_worker._private_jobs');
  });

  it('leaves a long job to the worker that is at it', async () => {
    const [begun, mayGoOn] = [promise(), promise()];
    let times = 0;
    const job = defineJob({
      name: 'platform.long',
      payload: z.object({}),
      actorName: 'long',
      grants: [],
      run: async () => {
        times += 1;
        begun.keep();
        await mayGoOn.kept;
      },
    });
    await enqueue(job.name);
    const first = await startWorker(services, ownerOf(services), [job], quick);
    await begun.kept;
    const second = await startWorker(services, ownerOf(services), [job], quick);
    await new Promise((done) => setTimeout(done, 4 * quick.goneAfterMs));
    expect(times).toBe(1);
    mayGoOn.keep();
    await first.stop();
    await second.stop();
    expect((await services.migrator.query('select from graphile_worker.jobs')).rowCount).toBe(0);
  });

  it('goes on by itself when the queue broke off under it, and does nothing twice', async () => {
    const [cut, after] = [promise(), promise()];
    const seen: string[] = [];
    const job = defineJob({
      name: 'platform.cut',
      payload: z.object({ which: z.string() }),
      actorName: 'cut',
      grants: [],
      run: async (_open, { which }) => {
        seen.push(which);
        if (which === 'after') return after.keep();
        await cutQueue();
        cut.keep();
      },
    });
    const worker = await startWorker(services, ownerOf(services), [job], quick);
    await enqueue(job.name, { which: 'cut' });
    await cut.kept;
    await new Promise((done) => setTimeout(done, 300));
    await limitConnections(-1);
    await enqueue(job.name, { which: 'after' });
    await after.kept;
    while ((await services.migrator.query('select from graphile_worker.jobs')).rowCount !== 0)
      await new Promise((done) => setTimeout(done, 20));
    await worker.stop();
    expect(seen).toEqual(['cut', 'after']);
  });

  it('does now what was due before the clock was set back', async () => {
    const done = promise();
    const job = defineJob({
      name: 'platform.set-back',
      payload: z.object({}),
      actorName: 'set back',
      grants: [],
      run: async () => done.keep(),
    });
    await enqueue(job.name);
    await services.migrator.query(
      `update graphile_worker._private_jobs set created_at = now() + interval '3 hours', run_at = now() + interval '3 hours'`,
    );
    const worker = await startWorker(services, ownerOf(services), [job], quick);
    await done.kept;
    await worker.stop();
  });

  it('is not to be imitated by the app role', async () => {
    await expect(
      services.pool.query('insert into platform.worker_beat values ($1, now(), now())', [randomUUID()]),
    ).rejects.toThrow('permission denied');
  });
});

const quick = { everyMs: 60, goneAfterMs: 600 };

function ownerOf({ server }: typeof services) {
  return connectionFor(server, 'migrator');
}

/** Breaks the queue's connections off and bars new ones, so that how a job ended cannot be written down. */
async function cutQueue(): Promise<void> {
  await limitConnections(0);
  // Only the login itself may end its connections.
  await services.migrator.query(
    `begin; set local role none;
     select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and query like '%graphile_worker%';
     commit`,
  );
}

async function limitConnections(most: number): Promise<void> {
  await services.migrator.query(`alter database "${services.server.database}" connection limit ${most}`);
}

async function enqueue(name: string, payload: Record<string, string> = {}): Promise<void> {
  await inTenant(services.pool, home.tenant.id, 'write', (db) =>
    enqueueJob(db, home.tenant.id, { name, payload }),
  );
}
