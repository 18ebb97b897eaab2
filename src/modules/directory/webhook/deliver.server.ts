import { sql, type Updateable } from 'kysely';
import type { PlatformWebhook } from '#db/types.ts';
import type { Db } from '#platform/db/db.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { enqueueDelivery } from '#platform/webhook/announce.server.ts';
import type { Attempt } from '#platform/webhook/post-letter.ts';
import { pauseWebhook } from './commands.server.ts';
import { isLastingRefusal, isPausedAt, nextAttemptAt, restsUntil } from './retry.ts';
import { leaseSeconds } from './webhook.ts';

/** A letter whose turn it is, with the secrets that sign it. */
export interface Turn {
  readonly id: string;
  readonly url: string;
  readonly body: string;
  readonly secrets: readonly string[];
}

const keptDays = 30;

/**
 * Takes the letter of an address that has been due longest for one worker alone, for a while. Undefined where nothing is
 * to be sent now; where something waits for later, a job is left for that moment. A letter waits behind earlier ones
 * about the same record, so that these arrive in their order, and behind no other. Acts that write letters meanwhile hold
 * the address by its key alone, which this lock lets them.
 */
export async function takeTurn(ctx: Ctx, webhookId: string): Promise<Turn | undefined> {
  const db = writerOf(ctx);
  const now = ctx.clock.now();
  const webhook = await db
    .selectFrom('platform.webhook')
    .select(['url', 'secret', 'old_secret', 'old_secret_until', 'leased_until', 'rests_until', 'state'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', webhookId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (webhook?.state !== 'active') return undefined;
  const letter = await findNextLetter(ctx, db, webhookId);
  if (!letter) return undefined;
  const from = Math.max(
    letter.next_at.getTime(),
    webhook.leased_until?.getTime() ?? 0,
    webhook.rests_until?.getTime() ?? 0,
  );
  if (from > now.getTime()) {
    await enqueueDelivery(db, ctx.tenant.id, webhookId, new Date(from));
    return undefined;
  }
  await setWebhook(ctx, db, webhookId, { leased_until: new Date(now.getTime() + leaseSeconds * 1_000) });
  const old = webhook.old_secret_until && webhook.old_secret_until > now ? webhook.old_secret : null;
  return {
    id: letter.id,
    url: webhook.url,
    body: letter.body,
    secrets: old === null ? [webhook.secret] : [webhook.secret, old],
  };
}

/**
 * The letter that is due first, of those with no earlier one about the same record still waiting. The state stands in the
 * text, since the indexes of letters that wait are found by it.
 */
function findNextLetter(ctx: Ctx, db: Db, webhookId: string) {
  return db
    .selectFrom('platform.webhook_delivery as d')
    .select(['d.id', 'd.body', 'd.next_at'])
    .where('d.tenant_id', '=', ctx.tenant.id)
    .where('d.webhook_id', '=', webhookId)
    .where('d.state', '=', sql.lit('waiting'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('platform.webhook_delivery as e')
            .select('e.id')
            .where('e.tenant_id', '=', ctx.tenant.id)
            .where('e.webhook_id', '=', webhookId)
            .where('e.state', '=', sql.lit('waiting'))
            .whereRef('e.record_id', '=', 'd.record_id')
            .where(({ eb, refTuple }) =>
              eb(refTuple('e.enqueued_at', 'e.id'), '<', refTuple('d.enqueued_at', 'd.id')),
            ),
        ),
      ),
    )
    .orderBy('d.next_at')
    .orderBy('d.enqueued_at')
    .orderBy('d.id')
    .limit(1)
    .executeTakeFirst();
}

/**
 * Notes how an attempt ended and gives the address free. A letter that its receiver declines for good, or that was tried
 * for three days while others got through, is given up; an address that fails several times in a row rests; one that
 * says it is gone, or accepted nothing for three days, is paused with what waits, and says so on its page.
 */
export async function noteAttempt(
  ctx: Ctx,
  webhookId: string,
  letterId: string,
  attempt: Attempt,
): Promise<void> {
  const db = writerOf(ctx);
  const now = ctx.clock.now();
  const letter = await db
    .selectFrom('platform.webhook_delivery as d')
    .innerJoin('platform.webhook as w', (join) =>
      join.onRef('w.tenant_id', '=', 'd.tenant_id').onRef('w.id', '=', 'd.webhook_id'),
    )
    .select(['d.attempts', 'w.failing_since', 'w.failed_in_row'])
    .where('d.tenant_id', '=', ctx.tenant.id)
    .where('d.webhook_id', '=', webhookId)
    .where('d.id', '=', letterId)
    .where('d.state', '=', 'waiting')
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!letter) return setWebhook(ctx, db, webhookId, { leased_until: null });
  const attempts = letter.attempts + 1;
  const failingSince = letter.failing_since ?? now;
  const isPaused = !attempt.isAccepted && isPausedAt(failingSince, attempt, now);
  // Where nothing got through at all, the fault is not the letter's: it waits until somebody has the address go on.
  const isKept = attempt.isAccepted || (isPaused && !isLastingRefusal(attempt.status));
  const next = isKept ? now : nextAttemptAt(attempts, attempt, now);
  await db
    .updateTable('platform.webhook_delivery')
    .set({
      state: attempt.isAccepted ? 'delivered' : next ? 'waiting' : 'dead',
      attempts,
      next_at: next ?? now,
      last_at: now,
      last_status: attempt.status,
      last_trouble: attempt.trouble,
    })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('webhook_id', '=', webhookId)
    .where('id', '=', letterId)
    .execute();
  if (attempt.isAccepted) {
    return setWebhook(ctx, db, webhookId, {
      leased_until: null,
      failing_since: null,
      failed_in_row: 0,
      rests_until: null,
    });
  }
  const failedInRow = letter.failed_in_row + 1;
  await setWebhook(ctx, db, webhookId, {
    leased_until: null,
    failing_since: failingSince,
    failed_in_row: failedInRow,
    rests_until: restsUntil(failedInRow, attempt, now),
  });
  if (isPaused) await pauseWebhook(ctx, webhookId);
}

/** Forgets letters that were accepted long ago. */
export async function dropOldLetters(ctx: Ctx, webhookId: string): Promise<void> {
  await writerOf(ctx)
    .deleteFrom('platform.webhook_delivery')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'delivered')
    .where('last_at', '<', new Date(ctx.clock.now().getTime() - keptDays * 86_400_000))
    .execute();
}

async function setWebhook(
  ctx: Ctx,
  db: Db,
  webhookId: string,
  change: Updateable<PlatformWebhook>,
): Promise<void> {
  await db
    .updateTable('platform.webhook')
    .set(change)
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', webhookId)
    .execute();
}

/** What a letter does on its way is no act of the office: it stands with the letter, not in the audit. */
function writerOf(ctx: Ctx): Db {
  if (!ctx.writer) throw new Error('letters are sent in a writing step');
  return ctx.writer;
}
