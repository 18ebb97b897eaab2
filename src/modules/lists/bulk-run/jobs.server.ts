import { z } from 'zod';
import { defineJob, type Job } from '#platform/jobs/job.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { FindActor } from '../list-export/jobs.server.ts';
import type { BulkList } from './bulk-list.server.ts';
import { rowsPerStep } from './bulk-run.ts';
import { carryOn } from './carry-on.server.ts';
import { stopRun } from './commands.server.ts';
import * as policy from './policy.ts';
import { findRunToCarryOn } from './queries.server.ts';
import { texts } from './texts.ts';

/**
 * The job that carries on long deeds on the rows of one list, step by step, in the name and with the rights that the
 * person has today; who is locked out or lost the right carries nothing on, and the run ends. Started again after a
 * fall, it goes on with the rows that still wait.
 */
export function bulkJob(list: BulkList, findActor: FindActor): Job<unknown> {
  return defineJob({
    name: list.act,
    payload: z.object({ runId: z.uuid() }),
    actorName: texts('vi').worker,
    grants: ['lists.bulk-run.stop'],
    run: async (open, { runId }) => {
      const step = async (ctx: Ctx): Promise<boolean> => {
        const run = await findRunToCarryOn(ctx, runId);
        if (run?.state !== 'running' && run?.state !== 'undoing') return false;
        const actor = await findActor(ctx.db, ctx.tenant.id, run.accountId ?? '', ctx.clock.now());
        if (actor && policy.start(actor, list.act).allowed)
          return carryOn({ ...ctx, actor }, list, run, rowsPerStep);
        await stopRun(ctx, run);
        return false;
      };
      while (await open('write', step));
    },
  });
}
