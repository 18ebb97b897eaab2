import { z } from 'zod';
import { defineJob } from '#platform/jobs/job.ts';
import { purgeOverdue } from './commands.server.ts';
import { texts } from './texts.ts';

/** Each night, of each tenant: removes for good what has been in the trash for its time. */
export const purgeTrashJob = defineJob({
  name: 'workbench-purge-trash',
  payload: z.object({}),
  actorName: texts('vi').purger,
  grants: ['workbench.trash.purge'],
  run: async (open) => {
    for (let gone = 1; gone > 0; ) {
      const outcome = await open('write', purgeOverdue);
      gone = outcome.ok ? outcome.value : 0;
    }
  },
});
