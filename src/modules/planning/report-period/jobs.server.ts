import { z } from 'zod';
import { defineJob, type OpenStep } from '#platform/jobs/job.ts';
import { systemActor } from '#platform/session/actor.ts';
import { listPlansInForce, makePeriodsOf } from './commands/make-periods.server.ts';
import { makePeriodsJobName } from './report-period.ts';
import { texts } from './texts.ts';

const actorName = texts('vi').maker;
const grants = ['planning.report-period.make', 'planning.plan.read'];

/** Makes the periods that the plans in force order, one plan a transaction. */
export const makePeriodsJob = defineJob({
  name: makePeriodsJobName,
  payload: z.object({}),
  actorName,
  grants,
  run: makeAll,
});

/** The same at once instead of in the background, for set-up: `open` acts as anybody, the maker in its own name. */
export function makePeriodsNow(open: OpenStep): Promise<void> {
  const maker = systemActor(actorName, grants);
  return makeAll((mode, work) => open(mode, (ctx) => work({ ...ctx, actor: maker })));
}

async function makeAll(open: OpenStep): Promise<void> {
  const ids = await open('read', listPlansInForce);
  for (const id of ids) await open('write', (ctx) => makePeriodsOf(ctx, id));
}
