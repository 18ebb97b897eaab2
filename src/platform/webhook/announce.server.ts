import { sql } from 'kysely';
import type { Db } from '#platform/db/db.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { enqueueJob } from '#platform/jobs/enqueue.server.ts';

/** The job that sends what waits for one address. */
export const deliverJobName = 'directory.webhook.deliver';

/** An act that was done, as other systems are told of it: what and to which record, never what stands in it. */
export interface Announcement {
  readonly event: string;
  readonly recordKind: string;
  readonly recordId: string;
  readonly at: Date;
}

/**
 * Writes one letter for each address that wants to know of this act, in the transaction of the act; for an office
 * without such an address this is one look into an empty index. Acts on different records do not wait for each other. Letters about one record are written in the order of
 * its acts, since each act holds the record while it writes.
 */
export async function announce(db: Db, tenantId: Id<'tenant'>, told: Announcement): Promise<void> {
  const id = newId<'webhook-delivery'>();
  const body = bodyOf(told);
  const { rows } = await sql<{ webhook_id: string }>`
    insert into platform.webhook_delivery
      (tenant_id, webhook_id, id, event, record_id, body, state, enqueued_at, next_at)
    select w.tenant_id, w.id, ${id}, ${told.event}, ${told.recordId}, ${body}, 'waiting', clock_timestamp(), ${told.at}
    from platform.webhook w
    where w.tenant_id = ${tenantId} and w.state <> 'ended' and ${told.event} = any(w.events)
    returning webhook_id`.execute(db);
  if (rows.length === 0) return;
  // One job for each address and transaction: under a key that acts share, each would wait for the commit of the other.
  const webhookIds = rows.map((row) => row.webhook_id);
  await sql`
    select platform.enqueue(
      ${deliverJobName},
      json_build_object('webhookId', t.id, 'tenantId', ${tenantId}::text),
      ${deliverJobName} || ':' || t.id || ':' || pg_current_xact_id()
    )
    from unnest(${webhookIds}::text[]) as t(id)`.execute(db);
}

/** What is sent: thin on purpose; who wants more reads the record by the API, with the rights of a token. */
export function bodyOf({ event, recordKind, recordId, at }: Announcement): string {
  return JSON.stringify({ type: event, timestamp: at.toISOString(), data: { recordKind, recordId } });
}

/** Has a worker look after one address, at once or at a later moment. */
export function enqueueDelivery(
  db: Db,
  tenantId: Id<'tenant'>,
  webhookId: string,
  runAt?: Date,
): Promise<void> {
  return enqueueJob(db, tenantId, {
    name: deliverJobName,
    payload: { webhookId },
    key: `${deliverJobName}:${webhookId}`,
    ...(runAt ? { runAt } : {}),
  });
}
