import { sql } from 'kysely';
import type { Receipt, Sender } from '#platform/messaging/sender.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Channel } from '../notice-choice/notice-choice.ts';
import { enqueueSending } from './queue.server.ts';
import { writerOf } from './take.server.ts';

const awaitedForMs = 24 * 3_600_000;
const mostAwaited = 1_000;
const askAgainMs = 60_000;

/**
 * Asks the way for receipts of letters that went out within a day, and notes them; while some are awaited it is asked
 * again each minute. Receipts of other offices are left for them.
 */
export async function takeReceipts(
  ctx: Ctx,
  channel: Channel,
  receiptsOf: NonNullable<Sender['receipts']>,
): Promise<void> {
  const now = ctx.clock.now();
  const awaited = await writerOf(ctx)
    .selectFrom('casework.delivery')
    .select('provider_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('channel', '=', channel)
    .where('state', '=', 'sent')
    .where('provider_id', 'is not', null)
    .where('sent_at', '>', new Date(now.getTime() - awaitedForMs))
    .orderBy('sent_at', 'desc')
    .limit(mostAwaited)
    .execute();
  if (awaited.length === 0) return;
  const receipts = receiptsOf(awaited.map((row) => row.provider_id ?? ''));
  await noteReceipts(ctx, channel, receipts);
  if (receipts.length < awaited.length)
    await enqueueSending(
      writerOf(ctx),
      ctx.tenant.id,
      channel,
      new Date(now.getTime() + askAgainMs),
      'receipts',
    );
}

/** Notes that messages arrived, or did not, as the other side reports later; each in any order, and twice as once. */
export async function noteReceipts(ctx: Ctx, channel: Channel, receipts: readonly Receipt[]): Promise<void> {
  if (receipts.length === 0) return;
  const now = ctx.clock.now();
  await sql`
    update casework.delivery d
    set state = case when r.arrived then 'delivered' else 'failed' end,
      delivered_at = case when r.arrived then ${now}::timestamptz end,
      failed_at = case when r.arrived then null else ${now}::timestamptz end,
      trouble = case when r.arrived then null else 'undelivered' end
    from jsonb_to_recordset(${JSON.stringify(
      receipts.map((one) => ({ provider_id: one.providerId, arrived: one.isDelivered })),
    )}::jsonb) as r(provider_id text, arrived boolean)
    where d.tenant_id = ${ctx.tenant.id} and d.channel = ${channel} and d.provider_id = r.provider_id
      and d.state = 'sent'`.execute(writerOf(ctx));
}
