import { type Act, act } from '#platform/db/act.ts';
import { type Id, newId, parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { bodyOf, enqueueDelivery } from '#platform/webhook/announce.server.ts';
import { newSecret } from '#platform/webhook/signature.ts';
import * as policy from './policy.ts';
import { getWebhook, listWebhooks } from './queries.server.ts';
import { mostWebhooks, oldSecretHours, testEvent, type Webhook } from './webhook.ts';

/**
 * Has an address told of acts from now on; gives the signing secret, to be shown this once. Refuses a name in use and
 * more addresses than anybody oversees. The caller has judged the address. Needs a fresh proof.
 */
export async function createWebhook(
  ctx: Ctx,
  given: { name: string; url: string; events: readonly string[] },
): Promise<Outcome<{ id: Id<'webhook'>; secret: string }, 'name-taken' | 'too-many'>> {
  return act(ctx, 'directory.webhook.create', async (tx) => {
    must(policy.create(ctx.actor));
    must(proven(ctx));
    const known = await listWebhooks(ctx);
    if (known.some((one) => one.name === given.name)) return refused('name-taken');
    if (known.length >= mostWebhooks) return refused('too-many');
    const id = newId<'webhook'>();
    const secret = newSecret();
    await tx.db
      .insertInto('platform.webhook')
      .values({
        tenant_id: ctx.tenant.id,
        id,
        name: given.name,
        url: given.url,
        events: [...given.events],
        secret,
        state: 'active',
        created_at: tx.now,
      })
      .execute();
    await tx.audit({ recordKind: 'webhook', recordId: id, before: null, after: { ...given } });
    return done({ id, secret });
  });
}

/** Gives an address another signing secret, shown this once; the old one signs as well for a day. Needs a fresh proof. */
export async function rotateSecret(ctx: Ctx, webhookId: string): Promise<Outcome<string, 'ended'>> {
  return act(ctx, 'directory.webhook.rotate', async (tx) => {
    must(policy.rotate(ctx.actor));
    must(proven(ctx));
    const webhook = await lockWebhook(ctx, tx, webhookId);
    if (webhook.state === 'ended') return refused('ended');
    const secret = newSecret();
    const until = new Date(tx.now.getTime() + oldSecretHours * 3_600_000);
    await tx.db
      .updateTable('platform.webhook')
      .set((row) => ({ secret, old_secret: row.ref('secret'), old_secret_until: until }))
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', webhook.id)
      .execute();
    const after = { oldSecretUntil: until.toISOString() };
    await tx.audit({ recordKind: 'webhook', recordId: webhook.id, before: {}, after });
    return done(secret);
  });
}

/** Stops sending; what happens meanwhile waits. For administrators, and for the system after long failure. */
export async function pauseWebhook(ctx: Ctx, webhookId: string): Promise<Outcome<undefined, 'wrong-state'>> {
  return act(ctx, 'directory.webhook.pause', async (tx) => {
    must(policy.pause(ctx.actor));
    const isPausedBySystem = ctx.actor.kind === 'system';
    return setState(ctx, tx, webhookId, ['active'], {
      state: 'paused',
      is_paused_by_system: isPausedBySystem,
    });
  });
}

/** Goes on sending, at once and with all attempts anew, beginning with what waits. */
export async function resumeWebhook(ctx: Ctx, webhookId: string): Promise<Outcome<undefined, 'wrong-state'>> {
  return act(ctx, 'directory.webhook.resume', async (tx) => {
    must(policy.resume(ctx.actor));
    const change = { state: 'active', is_paused_by_system: false, failing_since: null } as const;
    const outcome = await setState(ctx, tx, webhookId, ['paused'], change);
    if (!outcome.ok) return outcome;
    await tx.db
      .updateTable('platform.webhook_delivery')
      .set({ attempts: 0, next_at: tx.now })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('webhook_id', '=', webhookId)
      .where('state', '=', 'waiting')
      .where('attempts', '>', 0)
      .execute();
    await wake(ctx, tx, webhookId);
    return outcome;
  });
}

/** Stops telling an address for good; its letters stay to be read. */
export async function endWebhook(ctx: Ctx, webhookId: string): Promise<Outcome<undefined, 'wrong-state'>> {
  return act(ctx, 'directory.webhook.end', async (tx) => {
    must(policy.end(ctx.actor));
    return setState(ctx, tx, webhookId, ['active', 'paused'], { state: 'ended' });
  });
}

/** Sends again what was given up: one letter, or all of them. Throws `NotFound` for a letter of another address. */
export async function redeliver(
  ctx: Ctx,
  webhookId: string,
  deliveryId?: string,
): Promise<Outcome<{ count: number }, 'wrong-state' | 'nothing-dead'>> {
  return act(ctx, 'directory.webhook.redeliver', async (tx) => {
    must(policy.redeliver(ctx.actor));
    const webhook = await lockWebhook(ctx, tx, webhookId);
    if (webhook.state === 'ended') return refused('wrong-state');
    const id = deliveryId === undefined ? undefined : parseId<'webhook-delivery'>(deliveryId);
    if (deliveryId !== undefined && !id) throw new NotFound();
    let query = tx.db
      .updateTable('platform.webhook_delivery')
      .set({ state: 'waiting', attempts: 0, next_at: tx.now })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('webhook_id', '=', webhook.id)
      .where('state', '=', 'dead');
    if (id) query = query.where('id', '=', id);
    const revived = await query.returning('id').execute();
    if (revived.length === 0) return refused('nothing-dead');
    await wake(ctx, tx, webhook.id);
    const after = { letters: revived.length };
    await tx.audit({ recordKind: 'webhook', recordId: webhook.id, before: {}, after });
    return done({ count: revived.length });
  });
}

/** Sends an event for a trial, behind what is due, and at once where the address rests after failures. */
export async function sendTest(ctx: Ctx, webhookId: string): Promise<Outcome<undefined, 'wrong-state'>> {
  return act(ctx, 'directory.webhook.test', async (tx) => {
    must(policy.test(ctx.actor));
    const webhook = await lockWebhook(ctx, tx, webhookId);
    if (webhook.state !== 'active') return refused('wrong-state');
    const told = { event: testEvent, recordKind: 'webhook', recordId: webhook.id, at: tx.now };
    await tx.db
      .insertInto('platform.webhook_delivery')
      .values({
        tenant_id: ctx.tenant.id,
        webhook_id: webhook.id,
        id: newId<'webhook-delivery'>(),
        event: testEvent,
        record_id: webhook.id,
        body: bodyOf(told),
        state: 'waiting',
        enqueued_at: tx.now,
        next_at: tx.now,
      })
      .execute();
    await wake(ctx, tx, webhook.id);
    await tx.audit({ recordKind: 'webhook', recordId: webhook.id, before: null, after: { test: true } });
    return done();
  });
}

/** Whoever asks for letters now has seen to the receiver: its rest after failures is over. */
async function wake(ctx: Ctx, tx: Act, webhookId: string): Promise<void> {
  await tx.db
    .updateTable('platform.webhook')
    .set({ failed_in_row: 0, rests_until: null })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', webhookId)
    .execute();
  await enqueueDelivery(tx.db, ctx.tenant.id, webhookId);
}

/** Locks an address for this act; another tenant's is not found. */
async function lockWebhook(ctx: Ctx, tx: Act, webhookId: string): Promise<Webhook> {
  const id = parseId<'webhook'>(webhookId);
  const row =
    id &&
    (await tx.db
      .selectFrom('platform.webhook')
      .select('id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst());
  if (!row) throw new NotFound();
  return getWebhook(ctx, row.id);
}

async function setState(
  ctx: Ctx,
  tx: Act,
  webhookId: string,
  from: readonly Webhook['state'][],
  change: { state: Webhook['state']; is_paused_by_system?: boolean; failing_since?: null },
): Promise<Outcome<undefined, 'wrong-state'>> {
  const webhook = await lockWebhook(ctx, tx, webhookId);
  if (!from.includes(webhook.state)) return refused('wrong-state');
  await tx.db
    .updateTable('platform.webhook')
    .set(change)
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', webhook.id)
    .execute();
  await tx.audit({
    recordKind: 'webhook',
    recordId: webhook.id,
    before: { name: webhook.name, state: webhook.state },
    after: { name: webhook.name, state: change.state },
  });
  return done();
}
