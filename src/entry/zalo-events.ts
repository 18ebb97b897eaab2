import type { Context } from 'hono';
import { findTenantBySlug } from '#modules/directory/index.server.ts';
import { takeZaloEvent } from '#modules/casework/index.server.ts';
import { inTenant, withoutTenant } from '#platform/db/tenant-transaction.ts';
import { systemActor } from '#platform/session/actor.ts';
import { makeCtx } from '#platform/session/open-ctx.ts';
import { readBounded } from './form.ts';
import type { AppEnv } from './respond.ts';

const mostBytes = 64 * 1024;

/**
 * Where Zalo tells what became of messages. Nobody is signed in here: an event counts by its signature alone. Whatever
 * does not is answered alike, so that nobody learns which office has an account.
 */
export async function zaloEvents(c: Context<AppEnv>): Promise<Response> {
  const { services } = c.get('app');
  const { body } = c.req.raw;
  const bytes = body ? await readBounded(body, mostBytes) : new Uint8Array();
  const tenant = await withoutTenant(services.pool, (db) => findTenantBySlug(db, c.req.param('slug') ?? ''));
  const isTaken =
    tenant !== undefined &&
    (await inTenant(services.pool, tenant.id, 'write', (db) => {
      const occasion = {
        tenant,
        actor: systemActor('zalo', []),
        lang: 'vi' as const,
        requestId: c.get('requestId'),
      };
      const ctx = makeCtx(services, 'write', occasion, db);
      return takeZaloEvent(ctx, new TextDecoder().decode(bytes), c.req.header('x-zevent-signature') ?? '');
    }));
  return c.body(null, isTaken ? 200 : 403);
}
