import { sql } from 'kysely';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { type Channel, channels } from '../notice-choice/notice-choice.ts';
import * as policy from './policy.ts';
import { openWays } from './ways.server.ts';

/** How one way to people does for the office. */
export interface ChannelStanding {
  readonly channel: Channel;
  readonly isSetUp: boolean;
  readonly lastSentAt: Date | null;
  readonly failingSince: Date | null;
  readonly restsUntil: Date | null;
  readonly trouble: string | null;
  readonly waiting: number;
  /** Of those that wait, how many are due. */
  readonly due: number;
  readonly failed: number;
  readonly uncertain: number;
}

/** How each way to people does, for those who look after them. */
export async function listChannels(ctx: Ctx): Promise<readonly ChannelStanding[]> {
  must(policy.read(ctx.actor));
  const open = await openWays(ctx);
  const states = await ctx.db
    .selectFrom('casework.channel_state')
    .select(['channel', 'last_sent_at', 'failing_since', 'rests_until', 'trouble'])
    .where('tenant_id', '=', ctx.tenant.id)
    .execute();
  const { rows: counts } = await sql<{
    channel: string;
    waiting: number;
    due: number;
    failed: number;
    uncertain: number;
  }>`select channel, count(*) filter (where state in ('waiting', 'sending'))::integer as waiting,
      count(*) filter (where state = 'waiting' and next_at <= ${ctx.clock.now()})::integer as due,
      count(*) filter (where state = 'failed')::integer as failed,
      count(*) filter (where state = 'uncertain')::integer as uncertain
    from casework.delivery
    where tenant_id = ${ctx.tenant.id} and state in ('waiting', 'sending', 'failed', 'uncertain')
    group by channel`.execute(ctx.db);
  return channels.map((channel) => {
    const state = states.find((one) => one.channel === channel);
    const count = counts.find((one) => one.channel === channel);
    return {
      channel,
      isSetUp: open.includes(channel),
      lastSentAt: state?.last_sent_at ?? null,
      failingSince: state?.failing_since ?? null,
      restsUntil: state?.rests_until ?? null,
      trouble: state?.trouble ?? null,
      waiting: count?.waiting ?? 0,
      due: count?.due ?? 0,
      failed: count?.failed ?? 0,
      uncertain: count?.uncertain ?? 0,
    };
  });
}

/** Ways that are closed at the moment, for whoever looks after them; for others none. */
export async function listClosedWays(ctx: Ctx): Promise<readonly ChannelStanding[]> {
  if (!policy.read(ctx.actor).allowed) return [];
  return (await listChannels(ctx)).filter((one) => one.failingSince !== null);
}
