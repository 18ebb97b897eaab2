import { sql } from 'kysely';
import { z } from 'zod';
import { plainDate } from '#platform/clock/plain-date.ts';
import { act } from '#platform/db/act.ts';
import { newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { defineJob } from '#platform/jobs/job.ts';
import { keptDays } from '#platform/retention/kept-days.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { contentsLock } from './contents-lock.ts';
import type { ContentStore, HeldContent } from './content-store.ts';
import * as policy from './policy.ts';
import { listUnnamed, listUntold, takeUnnamed } from './unnamed-contents.server.ts';

const batch = 100;
const dayMs = 24 * 3_600_000;

/**
 * Each night, of each tenant: removes the contents that no record has named for some days, and those that the store
 * holds though no row tells of them, which a sending that was cut off leaves. While a backup runs, it removes nothing.
 */
export const removalJob = defineJob({
  name: 'platform.file.remove',
  payload: z.object({}),
  actorName: 'file-removal',
  grants: ['platform.file.remove'],
  run: async (open, _payload, { files }) => {
    const before = await open('read', cutOff);
    for (let isMore = true; isMore; ) {
      const ids = await open('read', (ctx) => listUnnamed(ctx.db, ctx.tenant.id, before, batch));
      for (const id of ids) await open('write', (ctx) => removeUnnamed(ctx, files.store, id, before));
      isMore = ids.length === batch;
    }
    const tenantId = await open('read', async (ctx) => ctx.tenant.id);
    for await (const hashes of oldInBatches(files.store.list(tenantId), before)) {
      const untold = await open('read', (ctx) => listUntold(ctx.db, ctx.tenant.id, hashes));
      for (const sha256 of untold) await open('write', (ctx) => removeUntold(ctx, files.store, sha256));
    }
  },
});

async function cutOff(ctx: Ctx): Promise<Date> {
  const days = await keptDays(ctx.db, 'unnamed-file', plainDate(ctx.clock.today()));
  return new Date(ctx.clock.now().getTime() - days * dayMs);
}

async function* oldInBatches(held: AsyncIterable<HeldContent>, before: Date): AsyncGenerator<string[], void> {
  let hashes: string[] = [];
  for await (const { sha256, heldAt } of held) {
    if (heldAt < before) hashes.push(sha256);
    if (hashes.length < batch) continue;
    yield hashes;
    hashes = [];
  }
  if (hashes.length > 0) yield hashes;
}

type Left = Outcome<undefined, 'left'>;

/** Removes one content if it is still named by nobody. */
function removeUnnamed(ctx: Ctx, store: ContentStore, contentId: string, before: Date): Promise<Left> {
  return act<undefined, 'left'>(ctx, 'platform.file.remove', async (tx) => {
    must(policy.removeUnnamed(ctx.actor));
    if (!(await mayRemove(ctx))) return refused('left');
    const sha256 = await takeUnnamed(tx.db, ctx.tenant.id, contentId, before);
    if (!sha256) return refused('left');
    await store.remove({ tenantId: ctx.tenant.id, sha256 });
    await tx.audit({ recordKind: 'file-content', recordId: contentId, before: { sha256 }, after: null });
    return done();
  });
}

/**
 * Removes what the store holds though no row tells of it. A row is written for a moment: whoever keeps the same content
 * meanwhile waits for it, and finds that the store must be given the content again.
 */
function removeUntold(ctx: Ctx, store: ContentStore, sha256: string): Promise<Left> {
  return act<undefined, 'left'>(ctx, 'platform.file.remove', async (tx) => {
    must(policy.removeUnnamed(ctx.actor));
    if (!(await mayRemove(ctx))) return refused('left');
    const id = newId<'file-content'>();
    const claimed = await tx.db
      .insertInto('platform.file_content')
      .values({
        tenant_id: ctx.tenant.id,
        id,
        sha256: Buffer.from(sha256, 'hex'),
        byte_count: 1,
        media_type: '',
        readability: 'damaged',
        scan: 'waiting',
        first_kept_at: tx.now,
        last_kept_at: tx.now,
      })
      .onConflict((conflict) => conflict.constraint('file_content_hash_key').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!claimed) return refused('left');
    await store.remove({ tenantId: ctx.tenant.id, sha256 });
    await tx.db
      .deleteFrom('platform.file_content')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', id)
      .execute();
    await tx.audit({ recordKind: 'file-content', recordId: id, before: { sha256 }, after: null });
    return done();
  });
}

/** A backup that runs still reads contents that no row may name any more. */
async function mayRemove(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock_shared(${contentsLock}) as free`.execute(ctx.db);
  return rows[0]?.free === true;
}
