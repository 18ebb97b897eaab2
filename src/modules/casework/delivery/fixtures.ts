import type { StandingTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Channel } from '../notice-choice/notice-choice.ts';
import { deliveryRows } from './listed.server.ts';
import { queueLetters } from './queue.server.ts';

/** Confirms an address of an officer as if its code had been sent back. */
export async function confirmContact(
  home: StandingTenant,
  signInName: string,
  address: string,
  channel: Channel = 'mail',
): Promise<string> {
  const officerId = home.people.get(signInName)?.officerId ?? '';
  await home.as(signInName, 'write', async (ctx) => {
    if (!ctx.writer) throw new Error('a fixture writes');
    await ctx.writer
      .insertInto('casework.contact')
      .values({
        tenant_id: ctx.tenant.id,
        officer_id: officerId,
        channel,
        address,
        confirmed_at: ctx.clock.now(),
        named_at: ctx.clock.now(),
      })
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'officer_id', 'channel']).doUpdateSet({ address }),
      )
      .execute();
  });
  return officerId;
}

/** A letter to the person who queues it; gives its id to who may see letters. */
export async function plantLetter(ctx: Ctx): Promise<string> {
  const { writer, actor } = ctx;
  if (!writer || !actor.officerId) throw new Error('an officer queues it in a writing step');
  const now = ctx.clock.now();
  const words = { subject: 'Thư', text: 'Nội dung' };
  const letter = { officerId: actor.officerId, channel: 'mail', kind: 'digest', words } as const;
  await queueLetters(writer, ctx.tenant.id, now, [{ ...letter, notBefore: now, dedupeKey: 'thư' }]);
  const sort = { by: 'ngay-tao', isDown: true };
  const { rows } = await deliveryRows.next(ctx, { search: '', clauses: [], sort }, undefined, 1);
  return rows[0]?.id ?? '';
}
