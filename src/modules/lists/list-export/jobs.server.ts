import { z } from 'zod';
import type { ReadDb } from '#platform/db/db.ts';
import type { Id } from '#platform/db/id.ts';
import { defineJob, type Job, type OpenStep } from '#platform/jobs/job.ts';
import { readList } from '#platform/list/address.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { failExport, keepPiece } from './commands.server.ts';
import type { ExportedList } from './exported-list.ts';
import { batchesPerStep, batchSize, type ListExport } from './list-export.ts';
import { beginFile } from './make-file.server.ts';
import * as policy from './policy.ts';
import { findExportToMake } from './queries.server.ts';
import { texts } from './texts.ts';

/** Finds the person of an account as they may act today; undefined when they no longer may. */
export type FindActor = (
  db: ReadDb,
  tenantId: Id<'tenant'>,
  accountId: string,
  now: Date,
) => Promise<Actor | undefined>;

/**
 * The job that makes the files of one list. Rows are read with the eyes of the person who asked, as they may see today,
 * batch by batch, and what is packed is put away every few batches: a long file costs time and no memory.
 */
export function exportJob<Row>(list: ExportedList<Row>, findActor: FindActor): Job<unknown> {
  return defineJob({
    name: list.act,
    payload: z.object({ exportId: z.uuid() }),
    actorName: texts('vi').maker,
    grants: ['lists.list-export.record'],
    run: async (open, { exportId }) => {
      const file = await open('read', (ctx) => findExportToMake(ctx, exportId));
      if (file?.state !== 'waiting') return;
      const actor = await open('read', (ctx) =>
        findActor(ctx.db, ctx.tenant.id, file.accountId ?? '', ctx.clock.now()),
      );
      if (actor && policy.make(actor, list.act).allowed) await make(open, list, file, actor);
      else await open('write', (ctx) => failExport(ctx, file));
    },
  });
}

async function make<Row>(
  open: OpenStep,
  list: ExportedList<Row>,
  order: ListExport,
  actor: Actor,
): Promise<void> {
  const asPerson = (ctx: Ctx): Ctx => ({ ...ctx, actor, lang: order.lang });
  const filter = readList(list.shape, new URLSearchParams(order.query));
  const file = await open('read', async (ctx) => beginFile(asPerson(ctx), list, order.format, order.columns));
  let after: string | undefined;
  let rowsDone = 0;
  for (let ordinal = 0; ; ordinal += 1) {
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < batchesPerStep; at += 1) {
      const batch = await open('read', (ctx) => list.next(asPerson(ctx), filter, after, batchSize));
      pieces.push(file.add(batch.rows));
      rowsDone += batch.rows.length;
      ({ after } = batch);
      if (after === undefined) break;
    }
    const isLast = after === undefined;
    if (isLast) pieces.push(file.end());
    const piece = { ordinal, content: Buffer.concat(pieces), rowsDone, isLast };
    await open('write', (ctx) => keepPiece(ctx, order, piece));
    if (isLast) return;
  }
}
