import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { type Channel, channels } from '../notice-choice/notice-choice.ts';
import type { Contact } from './contact.ts';
import * as policy from './policy.ts';

/** Where the person who asks is reached, one line for each way. */
export async function listOwnContacts(ctx: Ctx): Promise<readonly Contact[]> {
  must(policy.lookAfterOwn(ctx.actor));
  const rows = await ctx.db
    .selectFrom('casework.contact')
    .select(['channel', 'address', 'confirmed_at', 'code_hash', 'code_expires_at'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('officer_id', '=', ctx.actor.officerId)
    .execute();
  const now = ctx.clock.now();
  return channels.map((channel) => {
    const row = rows.find((one) => one.channel === channel);
    return {
      channel,
      address: row?.address ?? null,
      confirmedAt: row?.confirmed_at ?? null,
      waitsForCode: Boolean(row?.code_hash && row.code_expires_at && row.code_expires_at > now),
    };
  });
}

/** How many officers in office can be reached by each way, and how many there are. */
export async function countReached(
  ctx: Ctx,
): Promise<{ readonly officers: number; readonly reached: Readonly<Record<Channel, number>> }> {
  const rows = await ctx.db
    .selectFrom('directory.published_officer as o')
    .leftJoin('casework.contact as c', (join) =>
      join
        .onRef('c.tenant_id', '=', 'o.tenant_id')
        .onRef('c.officer_id', '=', 'o.id')
        .on('c.confirmed_at', 'is not', null),
    )
    .select(['c.channel', (eb) => eb.fn.count<string>('o.id').distinct().as('count')])
    .where('o.tenant_id', '=', ctx.tenant.id)
    .where('o.ended_on', 'is', null)
    .groupBy('c.channel')
    .execute();
  const count = (channel: Channel) => Number(rows.find((row) => row.channel === channel)?.count ?? 0);
  const all = await ctx.db
    .selectFrom('directory.published_officer')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('ended_on', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    officers: Number(all.count),
    reached: { mail: count('mail'), zalo: count('zalo'), sms: count('sms') },
  };
}
