import { sql } from 'kysely';
import { type Act, act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { keepContent } from '#platform/files/keep-content.server.ts';
import type { ReceivedFile } from '#platform/files/receive-file.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { type BatchFailure, keptDays, mostPapers, type PaperBatch } from './paper-batch.ts';
import * as policy from './policy.ts';
import { listBatchPapers } from './queries.server.ts';

/** The name of the job that makes the file of a batch. */
export const batchJobName = 'casework.paper-batch.make';

/**
 * Asks for one file of these papers. What has no number yet, or is not seen, is left out; refuses where nothing is left,
 * or more than a file holds. Batches that are past their days go.
 */
export function orderBatch(
  ctx: Ctx,
  paperIds: readonly string[],
): Promise<Outcome<Id<'paper-batch'>, 'nothing' | 'too-many'>> {
  return act<Id<'paper-batch'>, 'nothing' | 'too-many'>(ctx, 'casework.paper-batch.make', async (tx) => {
    must(policy.make(ctx.actor));
    // A program of the office itself is nobody whose sight could be asked for again.
    if (ctx.actor.accountId === null) throw new NotFound();
    if (paperIds.length > mostPapers) return refused('too-many');
    const papers = await listBatchPapers(ctx, paperIds);
    if (papers.length === 0) return refused('nothing');
    await removeOld(ctx, tx);
    const id = newId<'paper-batch'>();
    await tx.db
      .insertInto('casework.paper_batch')
      .values({
        tenant_id: ctx.tenant.id,
        id,
        account_id: ctx.actor.accountId,
        lang: ctx.lang,
        state: 'waiting',
        paper_ids: sql<string[]>`${papers.map((paper) => paper.id)}::uuid[]`,
        created_at: tx.now,
      })
      .execute();
    await tx.enqueue({ name: batchJobName, payload: { batchId: id } });
    await tx.audit({
      recordKind: 'paper-batch',
      recordId: id,
      before: null,
      after: { papers: papers.length },
    });
    return done(id);
  });
}

/** Writes down the file of a batch, or why there is none. */
export function finishBatch(
  ctx: Ctx,
  one: Pick<PaperBatch, 'id'>,
  found: { readonly file: ReceivedFile } | { readonly failure: BatchFailure },
): Promise<Outcome<undefined, never>> {
  return act<undefined, never>(ctx, 'casework.paper-batch.record', async (tx) => {
    must(policy.record(ctx.actor));
    const columns =
      'failure' in found
        ? { state: 'failed', failure: found.failure }
        : {
            state: 'ready',
            content_id: await keepContent(ctx, tx, found.file),
            byte_count: found.file.byteCount,
            sha256: Buffer.from(found.file.sha256, 'hex'),
          };
    await tx.db
      .updateTable('casework.paper_batch')
      .set(columns)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', one.id)
      .execute();
    await tx.audit({
      recordKind: 'paper-batch',
      recordId: one.id,
      before: null,
      after: 'failure' in found ? { failure: found.failure } : { sha256: found.file.sha256 },
    });
    return done();
  });
}

async function removeOld(ctx: Ctx, tx: Act): Promise<void> {
  await tx.db
    .deleteFrom('casework.paper_batch')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('created_at', '<', new Date(tx.now.getTime() - keptDays * 24 * 3_600_000))
    .execute();
}
