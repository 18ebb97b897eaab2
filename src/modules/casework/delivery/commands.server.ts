import { act } from '#platform/db/act.ts';
import { newId, parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { Channel } from '../notice-choice/notice-choice.ts';
import * as policy from './policy.ts';
import { enqueueSending, queueLetters } from './queue.server.ts';
import { texts } from './texts.ts';
import { openWays } from './ways.server.ts';

/**
 * Has a letter sent again that was given up, or of which nobody knows whether it went out: the person who asks knows
 * that it may arrive twice then. Refuses one that is in another state.
 */
export async function sendAgain(ctx: Ctx, deliveryId: string): Promise<Outcome<undefined, 'wrong-state'>> {
  return act(ctx, 'casework.delivery.send-again', async (tx) => {
    must(policy.sendAgain(ctx.actor));
    const id = parseId<'delivery'>(deliveryId);
    const row =
      id &&
      (await tx.db
        .selectFrom('casework.delivery')
        .select(['state', 'channel', 'attempts'])
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst());
    if (!row) throw new NotFound();
    if (row.state !== 'failed' && row.state !== 'uncertain') return refused('wrong-state');
    await tx.db
      .updateTable('casework.delivery')
      .set({
        state: 'waiting',
        attempts: 0,
        next_at: tx.now,
        failed_at: null,
        trouble: null,
        provider_id: null,
        sending_key: null,
        sending_since: null,
      })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', id)
      .execute();
    await enqueueSending(tx.db, ctx.tenant.id, row.channel as Channel, tx.now);
    await tx.audit({
      recordKind: 'delivery',
      recordId: id,
      before: { state: row.state },
      after: { state: 'waiting' },
    });
    return done(undefined);
  });
}

/** Sends a letter to oneself. Refuses a way that is not set up, and somebody who has confirmed no address for it. */
export async function tryChannel(
  ctx: Ctx,
  channel: Channel,
): Promise<Outcome<undefined, 'not-set-up' | 'no-own-address'>> {
  return act(ctx, 'casework.delivery.try', async (tx) => {
    must(policy.tryOut(ctx.actor));
    const { officerId } = ctx.actor;
    if (!(await openWays(ctx)).includes(channel)) return refused('not-set-up');
    const own =
      officerId &&
      (await tx.db
        .selectFrom('casework.contact')
        .select('channel')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('officer_id', '=', officerId)
        .where('channel', '=', channel)
        .where('confirmed_at', 'is not', null)
        .executeTakeFirst());
    if (!officerId || !own) return refused('no-own-address');
    const t = texts(ctx.lang).trial;
    await queueLetters(tx.db, ctx.tenant.id, tx.now, [
      {
        officerId,
        channel,
        kind: 'test',
        words: { subject: t.subject, text: t.text(ctx.tenant.name) },
        notBefore: tx.now,
        dedupeKey: `test ${newId()}`,
      },
    ]);
    await tx.audit({ recordKind: 'officer', recordId: officerId, before: null, after: { channel } });
    return done(undefined);
  });
}
