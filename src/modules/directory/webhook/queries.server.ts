import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import * as policy from './policy.ts';
import type { Delivery, DeliveryState, Webhook, WebhookState } from './webhook.ts';

const mostShown = 100;

/** The addresses of the office by name; those that were ended are left out. */
export async function listWebhooks(ctx: Ctx): Promise<Webhook[]> {
  must(policy.create(ctx.actor));
  const rows = await webhooks(ctx)
    .where('w.state', '<>', 'ended')
    .orderBy('w.name')
    .orderBy('w.id')
    .execute();
  return rows.map(toWebhook);
}

/** The addresses that the system paused after long failure, for whoever may have them go on; for others none. */
export async function listPausedAddresses(ctx: Ctx): Promise<Webhook[]> {
  if (!policy.create(ctx.actor).allowed) return [];
  return (await listWebhooks(ctx)).filter((one) => one.state === 'paused' && one.isPausedBySystem);
}

/** One address of the office. */
export async function getWebhook(ctx: Ctx, webhookId: string): Promise<Webhook> {
  must(policy.create(ctx.actor));
  const id = parseId<'webhook'>(webhookId);
  const row = id && (await webhooks(ctx).where('w.id', '=', id).executeTakeFirst());
  if (!row) throw new NotFound();
  return toWebhook(row);
}

/** The latest letters to an address that the caller has read, in one state or in all, newest first. */
export async function listDeliveries(
  ctx: Ctx,
  webhookId: Id<'webhook'>,
  state?: DeliveryState,
): Promise<Delivery[]> {
  let query = ctx.db
    .selectFrom('platform.webhook_delivery')
    .select([
      'id',
      'event',
      'state',
      'enqueued_at',
      'attempts',
      'next_at',
      'last_at',
      'last_status',
      'last_trouble',
    ])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('webhook_id', '=', webhookId);
  if (state) query = query.where('state', '=', state);
  const rows = await query.orderBy('enqueued_at', 'desc').orderBy('id', 'desc').limit(mostShown).execute();
  return rows.map((row) => ({
    id: row.id as Id<'webhook-delivery'>,
    event: row.event,
    state: row.state as DeliveryState,
    enqueuedAt: row.enqueued_at,
    attempts: row.attempts,
    nextAt: row.next_at,
    lastAt: row.last_at,
    lastStatus: row.last_status,
    lastTrouble: row.last_trouble,
  }));
}

function webhooks(ctx: Ctx) {
  return ctx.db
    .selectFrom('platform.webhook as w')
    .select(['w.id', 'w.name', 'w.url', 'w.events', 'w.state', 'w.is_paused_by_system', 'w.failing_since'])
    .select((select) =>
      (['waiting', 'dead'] as const).map((state) =>
        select
          .selectFrom('platform.webhook_delivery as d')
          .select((count) => count.fn.countAll<number>().as('n'))
          .whereRef('d.tenant_id', '=', 'w.tenant_id')
          .whereRef('d.webhook_id', '=', 'w.id')
          .where('d.state', '=', state)
          .as(state),
      ),
    )
    .where('w.tenant_id', '=', ctx.tenant.id);
}

type Row = Awaited<ReturnType<ReturnType<typeof webhooks>['execute']>>[number];

function toWebhook(row: Row): Webhook {
  return {
    id: row.id as Id<'webhook'>,
    name: row.name,
    url: row.url,
    events: row.events,
    state: row.state as WebhookState,
    isPausedBySystem: row.is_paused_by_system,
    failingSince: row.failing_since,
    waitingCount: row.waiting ?? 0,
    deadCount: row.dead ?? 0,
  };
}
