import { z } from 'zod';
import { systemActor } from '#platform/session/actor.ts';
import type { Id } from '#platform/db/id.ts';
import { defineJob, type OpenStep } from '#platform/jobs/job.ts';
import { recordProgress } from './commands/record-progress.server.ts';
import { recordReading } from './commands/record-reading.server.ts';
import { readJobName, uploadPlan } from './commands/upload.server.ts';
import { readContained } from './contained-reading.server.ts';
import { getFile } from './queries.server.ts';
import { progressTeller } from './tell-progress.server.ts';
import { texts } from './texts.ts';

const actorName = texts('vi').reader;
const grants = ['planning.plan-draft.record'];

/** Reads an uploaded file, outside any transaction and outside this process, and writes down what was found. */
export const readJob = defineJob({
  name: readJobName,
  payload: z.object({ draftId: z.uuid() }),
  actorName,
  grants,
  run: (open, { draftId }) => readOne(open, draftId),
});

async function readOne(open: OpenStep, draftId: string): Promise<void> {
  const file = await open('read', (ctx) => getFile(ctx, draftId));
  if (!file) return;
  const tell = progressTeller((progress) => open('write', (ctx) => recordProgress(ctx, draftId, progress)));
  const result = await readContained(file, tell.onProgress);
  await tell.told();
  await open('write', (ctx) => recordReading(ctx, draftId, result));
}

/**
 * Takes a file in and reads it at once instead of in the background, for set-up: `open` acts as the person who brings
 * it, the reader in its own name. Gives the import, read or refused.
 */
export async function readPlanNow(
  open: OpenStep,
  file: { fileName: string; bytes: Uint8Array },
): Promise<Id<'plan-draft'>> {
  const uploaded = await open('write', (ctx) => uploadPlan(ctx, file));
  if (!uploaded.ok) throw new Error(`${file.fileName} was refused: ${uploaded.code}`);
  await readDraftNow(open, uploaded.value);
  return uploaded.value;
}

/** Reads a file that was taken in and not read yet, as `readPlanNow` does; nothing where it has been read. */
export async function readDraftNow(open: OpenStep, draftId: string): Promise<void> {
  const reader = systemActor(actorName, grants);
  await readOne((mode, work) => open(mode, (ctx) => work({ ...ctx, actor: reader })), draftId);
}
