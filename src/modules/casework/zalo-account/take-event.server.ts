import { createHash } from 'node:crypto';
import type { Db } from '#platform/db/db.ts';
import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { readZaloEvent, type ZaloEvent } from '#platform/zalo/zalo-event.ts';
import { hashCode, readLinkCode } from '../contact/code.server.ts';
import { noteReceipts } from '../delivery/receipts.server.ts';
import { findZaloAccount } from './account.server.ts';

/**
 * Takes in what Zalo tells of the account of this office, each event once: that messages arrived, that a person sent the
 * code that links an account, or left. Says false for whatever is not signed by Zalo, is not of now, or is for an office
 * without an account, all alike.
 */
export async function takeZaloEvent(ctx: Ctx, body: string, signature: string): Promise<boolean> {
  const db = ctx.writer;
  if (!db) throw new Error('events are taken in by a writing step');
  const account = await findZaloAccount(ctx);
  const event = account && readZaloEvent(account, body, signature, ctx.clock.now());
  if (!event) return false;
  if (!(await isFirst(ctx, db, body))) return true;
  const { message, sender, follower } = event;
  switch (event.event_name) {
    case 'user_received_message':
    case 'user_seen_message': {
      const ids = [...(message?.msg_ids ?? []), ...(message?.msg_id === undefined ? [] : [message.msg_id])];
      await noteReceipts(
        ctx,
        'zalo',
        ids.map((providerId) => ({ providerId, isDelivered: true })),
      );
      break;
    }
    case 'user_send_text':
      await linkByCode(ctx, event);
      break;
    case 'unfollow':
      await unlink(ctx, db, follower?.id ?? sender?.id ?? '');
      break;
  }
  return true;
}

/** Zalo sends an event again where an answer got lost, and so does whoever overheard one. */
async function isFirst(ctx: Ctx, db: Db, body: string): Promise<boolean> {
  const kept = await db
    .insertInto('casework.zalo_event')
    .values({
      tenant_id: ctx.tenant.id,
      event_key: createHash('sha256').update(body).digest(),
      at: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('at')
    .executeTakeFirst();
  return kept !== undefined;
}

/** Links the Zalo account of whoever wrote with the officer who was shown this code; one account is of one officer. */
async function linkByCode(ctx: Ctx, event: ZaloEvent): Promise<Outcome<undefined, 'no-such-code'>> {
  const code = readLinkCode(event.message?.text ?? '');
  const zaloId = event.sender?.id;
  if (code === undefined || zaloId === undefined) return refused('no-such-code');
  return act(ctx, 'casework.contact.link', async (tx) => {
    const found = await tx.db
      .selectFrom('casework.contact')
      .select('officer_id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('channel', '=', 'zalo')
      .where('code_hash', '=', hashCode(ctx.tenant.id, code))
      .where('code_expires_at', '>', tx.now)
      .forUpdate()
      .executeTakeFirst();
    if (!found) return refused('no-such-code');
    await unlink(ctx, tx.db, zaloId);
    await tx.db
      .updateTable('casework.contact')
      .set({
        address: zaloId,
        confirmed_at: tx.now,
        code_hash: null,
        code_expires_at: null,
        code_tries: 0,
      })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('officer_id', '=', found.officer_id)
      .where('channel', '=', 'zalo')
      .execute();
    await tx.audit({
      recordKind: 'officer',
      recordId: found.officer_id,
      before: { channel: 'zalo', isConfirmed: false },
      after: { channel: 'zalo', isConfirmed: true },
    });
    return done(undefined);
  });
}

async function unlink(ctx: Ctx, db: Db, zaloId: string): Promise<void> {
  await db
    .deleteFrom('casework.contact')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('channel', '=', 'zalo')
    .where('address', '=', zaloId)
    .execute();
}
