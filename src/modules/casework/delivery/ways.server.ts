import type { OpenStep } from '#platform/jobs/job.ts';
import type { Sender } from '#platform/messaging/sender.ts';
import type { Senders } from '#platform/messaging/senders.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { zaloSender } from '#platform/zalo/zalo-sender.ts';
import { type Channel, channels } from '../notice-choice/notice-choice.ts';
import { findZaloAccount, hasZaloAccount, keepZaloTokens } from '../zalo-account/account.server.ts';

/** The ways to people that are set up: by the installation, or by the office itself. */
export async function openWays(
  ctx: Ctx,
  senders: Senders | undefined = ctx.senders,
): Promise<readonly Channel[]> {
  if (!senders) return [];
  const hasZalo = await hasZaloAccount(ctx);
  const isOpen = { mail: senders.mail !== null, zalo: hasZalo, sms: senders.sms !== null };
  return channels.filter((channel) => isOpen[channel]);
}

/** What sends by one way for the office of a job; undefined where it is not set up. */
export async function openWay(
  open: OpenStep,
  senders: Senders | undefined,
  channel: Channel,
): Promise<Sender | undefined> {
  if (!senders) return undefined;
  if (channel !== 'zalo') return senders[channel] ?? undefined;
  const account = await open('read', findZaloAccount);
  if (!account) return undefined;
  return zaloSender(account, senders.zalo, (tokens) =>
    open('write', (ctx) => keepZaloTokens(ctx, account.setAt, tokens), 'at-the-end-too'),
  );
}
