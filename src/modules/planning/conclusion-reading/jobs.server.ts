import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { listUnits } from '#modules/directory/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { ContentMissing } from '#platform/files/content-store.ts';
import { defineJob, type OpenStep, type Outside } from '#platform/jobs/job.ts';
import { systemActor } from '#platform/session/actor.ts';
import { mostLines } from '../conclusion/conclusion.ts';
import { readContained } from '../plan-draft/contained-reading.server.ts';
import { progressTeller } from '../plan-draft/tell-progress.server.ts';
import { type Found, readJobName, recordFound, recordPages } from './commands.server.ts';
import { findWaiting } from './queries.server.ts';
import { proposeLines } from './read-lines.ts';
import { texts } from './texts.ts';

const actorName = texts('vi').reader;
const grants = ['planning.conclusion.record-file'];

/** Reads a file of a conclusion, outside any transaction and in a process of its own, and writes down its points. */
export const readConclusionJob = defineJob({
  name: readJobName,
  payload: z.object({ readingId: z.uuid() }),
  actorName,
  grants,
  run: (open, { readingId }, { files }) => readOne(open, readingId, files),
});

/** Reads at once what waits to be read, for set-up: `open` acts as anybody, the reader in its own name. */
export function readConclusionNow(open: OpenStep, readingId: string, files: Outside['files']): Promise<void> {
  const actor = systemActor(actorName, grants);
  return readOne((mode, work) => open(mode, (ctx) => work({ ...ctx, actor })), readingId, files);
}

async function readOne(open: OpenStep, readingId: string, files: Outside['files']): Promise<void> {
  const waiting = await open('read', (ctx) => findWaiting(ctx, readingId));
  if (!waiting) return;
  const unitNames = (await open('read', listUnits)).map(({ name }) => name);
  const tell = progressTeller((progress) => open('write', (ctx) => recordPages(ctx, readingId, progress)));
  const found = await read(waiting, unitNames, files, tell.onProgress);
  await tell.told();
  await open('write', (ctx) => recordFound(ctx, readingId, found));
}

async function read(
  waiting: NonNullable<Awaited<ReturnType<typeof findWaiting>>>,
  unitNames: readonly string[],
  files: Outside['files'],
  onProgress: (done: number, total: number) => void,
): Promise<Found> {
  const { fileName, sha256, tenantId, level, on } = waiting;
  const content = await held(files, { tenantId, sha256 });
  if (!content) return { ok: false, refusal: 'damaged' };
  const reading = await readContained({ fileName, content, isPasted: false, unitNames }, onProgress);
  if (!reading.ok) return reading;
  const office = { level, knownUnits: unitNames };
  return { ok: true, ...proposeLines(reading.lines.join('\n'), on as PlainDate, office, mostLines) };
}

/** The bytes of a file, which is no larger than the reader takes; undefined when the store has lost them. */
async function held(
  files: Outside['files'],
  address: Parameters<Outside['files']['store']['read']>[0],
): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await buffer(await files.store.read(address)));
  } catch (error) {
    if (error instanceof ContentMissing) return undefined;
    throw error;
  }
}
