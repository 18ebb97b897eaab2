import { sql } from 'kysely';
import type { Db } from '#platform/db/db.ts';
import { gather, type Gathering } from '#platform/db/gathered.ts';
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

interface Told {
  readonly tenant_id: Id<'tenant'>;
  readonly id: Id<'webhook-delivery'>;
  readonly event: string;
  readonly record_id: string;
  readonly body: string;
  readonly next_at: Date;
}

/** What the acts of one transaction tell, in one statement before it commits; its acts are all of one tenant. */
const letters: Gathering<Told> = {
  async write(db, told) {
    const tenantId = told[0]?.tenant_id;
    if (tenantId === undefined) return;
    const { rows } = await sql<{ webhook_id: string }>`
      insert into platform.webhook_delivery
        (tenant_id, webhook_id, id, event, record_id, body, state, enqueued_at, next_at)
      select w.tenant_id, w.id, t.id, t.event, t.record_id, t.body, 'waiting', clock_timestamp(), t.next_at
      from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
        as t(id uuid, event text, record_id text, body text, next_at timestamptz)
      join platform.webhook w on w.tenant_id = ${tenantId} and w.state <> 'ended' and t.event = any(w.events)
      order by t.id
      returning webhook_id`.execute(db);
    if (rows.length === 0) return;
    // One job for each address and transaction: under a key that acts share, each would wait for the commit of the other.
    const webhookIds = [...new Set(rows.map((row) => row.webhook_id))];
    await sql`
      select platform.enqueue(
        ${deliverJobName},
        json_build_object('webhookId', t.id, 'tenantId', ${tenantId}::text),
        ${deliverJobName} || ':' || t.id || ':' || pg_current_xact_id()
      )
      from unnest(${webhookIds}::text[]) as t(id)`.execute(db);
  },
};

/**
 * Leaves one letter for each address that wants to know of this act to the transaction of the act; for an office
 * without such an address this is one look into an empty index. Acts on different records do not wait for each other.
 * Letters about one record go in the order of its acts, since each act holds the record until its transaction ends.
 */
export function announce(db: Db, tenantId: Id<'tenant'>, told: Announcement): void {
  const { event, recordId, at } = told;
  const id = newId<'webhook-delivery'>();
  gather(db, letters, {
    tenant_id: tenantId,
    id,
    event,
    record_id: recordId,
    body: bodyOf(told),
    next_at: at,
  });
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
