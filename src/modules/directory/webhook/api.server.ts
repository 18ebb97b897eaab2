import { z } from 'zod';
import { deedOperation, listOperation, type Operation, recordOperation } from '#platform/api/operation.ts';
import { pageOfAll, pageQuery } from '#platform/api/page-query.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { endWebhook, pauseWebhook, redeliver, resumeWebhook, sendTest } from './commands.server.ts';
import { deliveryQuery, redeliverBody } from './input.ts';
import { getWebhook, listDeliveries, listWebhooks } from './queries.server.ts';
import { texts } from './texts.ts';
import { deliveryStates, type Webhook, webhookStates } from './webhook.ts';

const webhook = z
  .object({
    id: z.uuid(),
    name: z.string(),
    url: z.string(),
    events: z.array(z.string()),
    state: z.enum(webhookStates),
    isPausedBySystem: z.boolean(),
    failingSince: z.iso.datetime().nullable(),
    waitingCount: z.int(),
    deadCount: z.int(),
  })
  .meta({ id: 'Webhook' });
const delivery = z
  .object({
    id: z.uuid().describe('The webhook-id of the letter.'),
    event: z.string(),
    state: z.enum(deliveryStates),
    enqueuedAt: z.iso.datetime(),
    attempts: z.int(),
    nextAt: z.iso.datetime(),
    lastAt: z.iso.datetime().nullable(),
    lastStatus: z.int().nullable(),
    lastTrouble: z.string().nullable(),
  })
  .meta({ id: 'WebhookDelivery' });

/** Webhooks for programs: how each does, its letters, and what keeps them going. Naming an address is left to people. */
export const operations: readonly Operation[] = [
  listOperation({
    id: 'directory.webhook.list',
    scopes: [['directory.webhook']],
    path: '/webhooks',
    summary: (lang) => texts(lang).api.list,
    query: z.strictObject(pageQuery),
    reply: webhook,
    run: async (ctx, { query }) => pageOfAll(await listWebhooks(ctx), query, written),
  }),
  recordOperation({
    id: 'directory.webhook.get',
    scopes: [['directory.webhook']],
    path: '/webhooks/:id',
    summary: (lang) => texts(lang).api.get,
    reply: webhook,
    run: (ctx, { params }) => show(ctx, params.id),
  }),
  listOperation({
    id: 'directory.webhook.list-deliveries',
    scopes: [['directory.webhook']],
    path: '/webhooks/:id/deliveries',
    summary: (lang) => texts(lang).api.deliveries,
    query: deliveryQuery,
    reply: delivery,
    run: async (ctx, { params, query }) => {
      const { id } = await getWebhook(ctx, params.id ?? '');
      return pageOfAll(await listDeliveries(ctx, id, query.state), query, (one) => ({
        ...one,
        enqueuedAt: one.enqueuedAt.toISOString(),
        nextAt: one.nextAt.toISOString(),
        lastAt: one.lastAt?.toISOString() ?? null,
      }));
    },
  }),
  plainDeed('pause', pauseWebhook),
  plainDeed('resume', resumeWebhook),
  plainDeed('end', endWebhook),
  plainDeed('test', sendTest),
  deedOperation({
    id: 'directory.webhook.redeliver',
    path: '/webhooks/:id/redeliver',
    summary: (lang) => texts(lang).api.redeliver,
    body: redeliverBody,
    reply: z.object({ count: z.int() }),
    status: 202,
    refusals: { 'wrong-state': 409, 'nothing-dead': 409 },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: {} },
    run: async (ctx, { params, body }) => {
      const outcome = await redeliver(ctx, params.id ?? '', body.deliveryId);
      return outcome.ok ? done({ value: outcome.value }) : outcome;
    },
  }),
];

/** A deed that needs nothing but its address. */
function plainDeed(
  verb: 'pause' | 'resume' | 'end' | 'test',
  run: (ctx: Ctx, webhookId: string) => Promise<Outcome<undefined, 'wrong-state'>>,
): Operation {
  return deedOperation({
    id: `directory.webhook.${verb}`,
    path: `/webhooks/:id/${verb}`,
    summary: (lang) => texts(lang).api[verb],
    reply: webhook,
    refusals: { 'wrong-state': 409 },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    run: async (ctx, { params }) => {
      const outcome = await run(ctx, params.id ?? '');
      return outcome.ok ? done(await show(ctx, params.id)) : outcome;
    },
  });
}

async function show(ctx: Ctx, id = '') {
  return { value: written(await getWebhook(ctx, id)) };
}

function written(one: Webhook): z.input<typeof webhook> {
  return { ...one, events: [...one.events], failingSince: one.failingSince?.toISOString() ?? null };
}
