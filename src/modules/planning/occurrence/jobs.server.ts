import { z } from 'zod';
import { defineJob, type OpenStep } from '#platform/jobs/job.ts';
import { systemActor } from '#platform/session/actor.ts';
import { listSeriesToMake, makeOccurrencesOf } from './commands.server.ts';
import { makeOccurrencesJobName } from './occurrence.ts';
import { texts } from './texts.ts';

const actorName = texts('vi').maker;
const grants = ['planning.occurrence.make'];

/** Makes the occurrences that the plans in force ask for, one recurring task a transaction. */
export const makeOccurrencesJob = defineJob({
  name: makeOccurrencesJobName,
  payload: z.object({}),
  actorName,
  grants,
  run: makeAll,
});

/** The same at once instead of in the background, for set-up: `open` acts as anybody, the maker in its own name. */
export function makeOccurrencesNow(open: OpenStep): Promise<void> {
  const maker = systemActor(actorName, grants);
  return makeAll((mode, work) => open(mode, (ctx) => work({ ...ctx, actor: maker })));
}

async function makeAll(open: OpenStep): Promise<void> {
  const ids = await open('read', listSeriesToMake);
  for (const id of ids) await open('write', (ctx) => makeOccurrencesOf(ctx, id));
}
