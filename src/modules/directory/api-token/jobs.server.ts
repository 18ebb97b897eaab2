import { z } from 'zod';
import { dropOldReplies, dropRepliesJobName } from '#platform/api/kept-reply.server.ts';
import { defineJob } from '#platform/jobs/job.ts';

/** Forgets answers that were kept for programs that might ask again, a day later. */
export const dropRepliesJob = defineJob({
  name: dropRepliesJobName,
  payload: z.object({}),
  actorName: 'api',
  grants: [],
  run: async (open) => {
    await open('write', async (ctx) => {
      if (ctx.writer) await dropOldReplies(ctx.writer, ctx.tenant.id, ctx.clock.now());
    });
  },
});
