import type { StandingTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Channel } from '../notice-choice/notice-choice.ts';

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
      .insertInto('directory.contact')
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
