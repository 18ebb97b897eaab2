import { z } from 'zod';
import type { Id } from '#platform/db/id.ts';
import { defineJob, type Job, type OpenStep } from '#platform/jobs/job.ts';
import { systemActor } from '#platform/session/actor.ts';
import { type DigestPost, makeDigests } from './commands.server.ts';
import type { DigestPlace } from './digest-source.server.ts';
import { listDueOfficers } from './queries.server.ts';

/** The letters of the morning of an office; one round that waits already is enough. */
export const digestJobName = 'casework-digest';

const actorName = 'morning-letter';
const grants = ['casework.digest.make'];

/** So many people in one transaction: a round that breaks off has written to the others, and goes on where it stopped. */
const peopleAtOnce = 100;

/** Writes the letters whose hour has come, on mornings of working days; what was missed is made up until noon. */
export function digestJob(place: DigestPlace): Job<unknown> {
  return defineJob({
    name: digestJobName,
    payload: z.object({}),
    actorName,
    grants,
    run: (open, _payload, { baseUrl, senders }) => makeAll(open, place, { baseUrl, senders }),
  });
}

/** The same at once instead of in the background, for set-up: `open` acts as anybody, the writer in its own name. */
export function makeDigestsNow(open: OpenStep, place: DigestPlace, post: DigestPost): Promise<void> {
  const actor = systemActor(actorName, grants);
  return makeAll((mode, work) => open(mode, (ctx) => work({ ...ctx, actor })), place, post);
}

async function makeAll(open: OpenStep, place: DigestPlace, post: DigestPost): Promise<void> {
  const officerIds: Id<'officer'>[] = await open('read', listDueOfficers);
  for (let from = 0; from < officerIds.length; from += peopleAtOnce) {
    const some = officerIds.slice(from, from + peopleAtOnce);
    await open('write', (ctx) => makeDigests(ctx, place, some, post));
  }
}
