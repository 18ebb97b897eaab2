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
    const first = await startWorker(services, connectionFor(services.server, 'migrator'), [job]);
    await begun.kept;
    const stopped = first.stop();
    mayGoOn.keep();
    await stopped;
    expect(steps).toEqual(['first']);

    await services.migrator.query(`update graphile_worker._private_jobs set run_at = now()`);
    const second = await startWorker(services, connectionFor(services.server, 'migrator'), [job]);
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
    for (const owner of ['killed', 'alive', 'nobody']) await enqueue(job.name, { owner });
    await migrator.query(
      `update graphile_worker._private_jobs set locked_at = now() - interval '2 minutes', locked_by = payload ->> 'owner'
       where payload ->> 'owner' <> 'nobody'`,
    );
    await migrator.query(
      `insert into platform.worker_beat values (gen_random_uuid(), now(), now(), '{alive}'),
         (gen_random_uuid(), now(), now() - interval '2 minutes', '{killed}')`,
    );
    const worker = await startWorker(services, connectionFor(services.server, 'migrator'), [job]);
    await both.kept;
    await worker.stop();
    expect(taken).toEqual(new Set(['killed', 'nobody']));
    const { rows } = await migrator.query('select locked_by from graphile_worker.jobs');
    expect(rows).toEqual([{ locked_by: 'alive' }]);
  });

  it('is not to be imitated by the app role', async () => {
    await expect(
      services.pool.query('insert into platform.worker_beat values ($1, now(), now())', [randomUUID()]),
    ).rejects.toThrow('permission denied');
  });
});

async function enqueue(name: string, payload: Record<string, string> = {}): Promise<void> {
  await inTenant(services.pool, home.tenant.id, 'write', (db) =>
    enqueueJob(db, home.tenant.id, { name, payload }),
  );
}
