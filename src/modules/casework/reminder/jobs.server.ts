import { z } from 'zod';
import { defineJob, type Job, type OpenStep } from '#platform/jobs/job.ts';
import { systemActor } from '#platform/session/actor.ts';
import { endRound, sendReminders } from './commands.server.ts';
import type { MatterSource } from './matter-source.server.ts';
import { isReminderDay, listDue } from './queries.server.ts';
import type { Due } from './reminder.ts';
import { texts } from './texts.ts';

/** The morning round of an office; one that waits already is enough. */
export const remindJobName = 'casework-remind';

const actorName = texts('vi').actor;
const grants = ['casework.reminder.send'];

/** So many matters are told in one transaction: a round that breaks off has told the others, and goes on where it stopped. */
const mattersAtOnce = 400;

/** Goes through everything with a deadline on the morning of a working day, and tells people what is due. */
export function remindJob(sources: readonly MatterSource[]): Job<unknown> {
  return defineJob({
    name: remindJobName,
    payload: z.object({}),
    actorName,
    grants,
    run: (open) => remindAll(open, sources),
  });
}

/** The same at once instead of in the background, for set-up: `open` acts as anybody, the round in its own name. */
export function remindNow(open: OpenStep, sources: readonly MatterSource[]): Promise<void> {
  const actor = systemActor(actorName, grants);
  return remindAll((mode, work) => open(mode, (ctx) => work({ ...ctx, actor })), sources);
}

async function remindAll(open: OpenStep, sources: readonly MatterSource[]): Promise<void> {
  if (!(await open('read', isReminderDay))) return;
  let matters = 0;
  for (const source of sources) {
    const due = await open('read', (ctx) => listDue(ctx, source));
    matters += due.matters;
    for (const some of byMatters(due.dues)) {
      await open('write', (ctx) => sendReminders(ctx, due.recordKind, some));
    }
  }
  await open('write', (ctx) => endRound(ctx, matters));
}

/** Parts of whole matters: all that is told of one stays together. */
function byMatters(dues: readonly Due[]): Due[][] {
  const matters = new Map<string, Due[]>();
  for (const due of dues) {
    const same = matters.get(due.recordId);
    if (same) same.push(due);
    else matters.set(due.recordId, [due]);
  }
  const all = [...matters.values()];
  return Array.from({ length: Math.ceil(all.length / mattersAtOnce) }, (_, part) =>
    all.slice(part * mattersAtOnce, (part + 1) * mattersAtOnce).flat(),
  );
}
