import type { Db } from '#platform/db/db.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { enqueueDelivery } from '#platform/webhook/announce.server.ts';
import type { Attempt } from '#platform/webhook/post-letter.ts';
import { pauseWebhook } from './commands.server.ts';
import { leaseSeconds, nextAttemptAt } from './webhook.ts';

/** A letter whose turn it is, with the secrets that sign it. */
export interface Turn {
  readonly id: string;
  readonly url: string;
  readonly body: string;
  readonly secrets: readonly string[];
}

const keptDays = 30;

/**
 * Takes the oldest letter of an address for one worker alone, for a while. Undefined where nothing is to be sent now;
 * where something waits for later, a job is left for that moment. A letter that failed holds up those behind it, so
 * that they arrive in their order.
 */
export async function takeTurn(ctx: Ctx, webhookId: string): Promise<Turn | undefined> {
  const db = writerOf(ctx);
  const now = ctx.clock.now();
  const webhook = await db
    .selectFrom('platform.webhook')
    .select(['url', 'secret', 'old_secret', 'old_secret_until', 'leased_until', 'state'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', webhookId)
    .forUpdate()
    .executeTakeFirst();
  if (webhook?.state !== 'active') return undefined;
  const letter = await db
    .selectFrom('platform.webhook_delivery')
    .select(['id', 'body', 'next_at'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'waiting')
    .orderBy('enqueued_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (!letter) return undefined;
  const free = [webhook.leased_until, letter.next_at].filter((at) => at !== null && at > now);
  if (free.length > 0) {
    const at = new Date(Math.max(...free.map((one) => one?.getTime() ?? 0)));
    await enqueueDelivery(db, ctx.tenant.id, webhookId, at);
    return undefined;
  }
  await setLease(ctx, db, webhookId, new Date(now.getTime() + leaseSeconds * 1_000));
  const old = webhook.old_secret_until && webhook.old_secret_until > now ? webhook.old_secret : null;
  return {
    id: letter.id,
    url: webhook.url,
    body: letter.body,
    secrets: old === null ? [webhook.secret] : [webhook.secret, old],
  };
}

/**
 * Notes how an attempt ended and gives the address free. A letter that was tried for three days is given up; an address
 * that says it is gone, or accepted nothing for all that time, is paused, and says so on its page.
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
    .select(['d.attempts', 'w.failing_since'])
    .where('d.tenant_id', '=', ctx.tenant.id)
    .where('d.webhook_id', '=', webhookId)
    .where('d.id', '=', letterId)
    .where('d.state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst();
  if (!letter) return setLease(ctx, db, webhookId, null);
  const attempts = letter.attempts + 1;
  const next = attempt.isAccepted ? now : nextAttemptAt(attempts, now);
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
  const failingSince = attempt.isAccepted ? null : (letter.failing_since ?? now);
  await setLease(ctx, db, webhookId, null, failingSince);
  if (attempt.status === 410 || (!attempt.isAccepted && !next)) await pauseWebhook(ctx, webhookId);
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

async function setLease(
  ctx: Ctx,
  db: Db,
  webhookId: string,
  until: Date | null,
  failingSince?: Date | null,
): Promise<void> {
  await db
    .updateTable('platform.webhook')
    .set({
      leased_until: until,
      ...(failingSince === undefined ? {} : { failing_since: failingSince }),
    })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', webhookId)
    .execute();
}

/** What a letter does on its way is no act of the office: it stands with the letter, not in the audit. */
function writerOf(ctx: Ctx): Db {
  if (!ctx.writer) throw new Error('letters are sent in a writing step');
  return ctx.writer;
}
