import { Readable } from 'node:stream';
import { z } from 'zod';
import { findActor } from '#modules/directory/index.server.ts';
import type { Paper } from '#platform/docgen/paper.ts';
import { renderPdf } from '#platform/docgen/render-pdf.ts';
import { discardStaged, stageContent } from '#platform/files/stage-content.ts';
import { defineJob, type Job, type OpenStep, type Outside } from '#platform/jobs/job.ts';
import type { Actor } from '#platform/session/actor.ts';
import { batchJobName, finishBatch } from './commands.server.ts';
import { type BatchFailure, checkSequence, findDoubles, type PaperBatch } from './paper-batch.ts';
import { batchCover } from './papers/batch-cover.ts';
import * as policy from './policy.ts';
import { findBatchToMake, findContents, listBatchPapers, listNumbersAround } from './queries.server.ts';
import { texts } from './texts.ts';

/**
 * The job that puts issued papers into one file, behind a list of them. They are read with the eyes of the person who
 * asked, as they may see today, and set from what was frozen when each was issued.
 */
export const batchJob: Job<unknown> = defineJob({
  name: batchJobName,
  payload: z.object({ batchId: z.uuid() }),
  actorName: texts('vi').maker,
  grants: ['casework.paper-batch.record'],
  run: async (open, { batchId }, { files }) => {
    const asked = await open('read', (ctx) => findBatchToMake(ctx, batchId));
    if (asked?.state !== 'waiting') return;
    const actor = await open('read', (ctx) =>
      findActor(ctx.db, ctx.tenant.id, asked.accountId, ctx.clock.now()),
    );
    const failure =
      actor && policy.make(actor).allowed ? await make(open, asked, actor, files) : ('no-right' as const);
    if (failure) await open('write', (ctx) => finishBatch(ctx, asked, { failure }));
  },
});

async function make(
  open: OpenStep,
  asked: PaperBatch & { readonly paperIds: readonly string[] },
  actor: Actor,
  files: Outside['files'],
): Promise<BatchFailure | undefined> {
  const found = await open('read', async (ctx) => {
    const person = { ...ctx, actor, lang: asked.lang };
    const papers = await listBatchPapers(person, asked.paperIds);
    if (papers.length < asked.paperIds.length) return undefined;
    const contents = await findContents(person, papers);
    const cover = batchCover({
      office: ctx.tenant.name,
      by: actor.name,
      now: ctx.clock.now(),
      today: ctx.clock.today(),
      papers,
      checks: checkSequence(papers, await listNumbersAround(person, papers)),
      doubles: findDoubles(papers),
    });
    const bodies: Paper[] = papers.flatMap(({ id }) => contents.get(id) ?? []);
    return { tenantId: ctx.tenant.id, cover, bodies };
  });
  if (!found) return 'none';
  const set = await renderPdf(found.cover, ...found.bodies);
  if (!set.ok) return 'not-set';
  const staged = await stageContent(files.staging, Readable.from([set.pdf]), files.limits.mostFileBytes);
  try {
    const address = { tenantId: found.tenantId, sha256: staged.sha256 };
    const file = {
      fileName: 'van-ban.pdf',
      mediaType: 'application/pdf',
      byteCount: staged.byteCount,
      sha256: staged.sha256,
      // What the program itself has made is not looked into.
      scan: 'none' as const,
      readability: 'whole' as const,
      ensureHeld: () => files.store.put(address, staged.path),
    };
    await open('write', (ctx) => finishBatch(ctx, asked, { file }));
  } finally {
    await discardStaged(staged.path);
  }
  return undefined;
}
