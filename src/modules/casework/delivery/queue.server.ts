import { sql } from 'kysely';
import type { Db } from '#platform/db/db.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { enqueueJob } from '#platform/jobs/enqueue.server.ts';
import type { Channel } from '../notice-choice/notice-choice.ts';
import type { NewLetter } from './delivery.ts';

/** The job that sends what waits for one way. */
export const sendJobName = 'casework.delivery.send';

/**
 * Queues letters in the transaction of the caller, in three statements however many they are, and has a worker look
 * after them. A letter whose key stands already is not queued again; nor is a notice carried twice by one way for one
 * telling. Gives how many were queued.
 */
export async function queueLetters(
  db: Db,
  tenantId: Id<'tenant'>,
  now: Date,
  letters: readonly NewLetter[],
): Promise<number> {
  if (letters.length === 0) return 0;
  const rows = letters.map((letter) => ({
    id: newId(),
    officer_id: letter.officerId,
    channel: letter.channel,
    kind: letter.kind,
    dedupe_key: letter.dedupeKey,
    address: letter.address ?? null,
    subject: letter.words?.subject.slice(0, 200) ?? null,
    body: letter.words?.text.slice(0, 20_000) ?? null,
    next_at: letter.notBefore > now ? letter.notBefore : now,
  }));
  const { rows: queued } = await sql<{ id: string; channel: Channel; next_at: Date }>`
    insert into casework.delivery
      (tenant_id, id, officer_id, channel, kind, dedupe_key, address, subject, body, state, queued_at, next_at)
    select ${tenantId}::uuid, q.id, q.officer_id, q.channel, q.kind, q.dedupe_key, q.address, q.subject, q.body,
      'waiting', ${now}, q.next_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as q(id uuid, officer_id uuid, channel text, kind text, dedupe_key text, address text, subject text, body text,
        next_at timestamptz)
    on conflict (tenant_id, dedupe_key) do nothing
    returning id, channel, next_at`.execute(db);
  const ids = new Set(queued.map((row) => row.id));
  await carry(
    db,
    tenantId,
    rows.flatMap((row, at) =>
      ids.has(row.id)
        ? (letters[at]?.notices ?? []).map((notice) => ({
            notice_id: notice.id,
            told_at: notice.at,
            channel: row.channel,
            delivery_id: row.id,
          }))
        : [],
    ),
  );
  for (const channel of new Set(queued.map((row) => row.channel))) {
    const first = Math.min(
      ...queued.flatMap((row) => (row.channel === channel ? row.next_at.getTime() : [])),
    );
    await enqueueSending(db, tenantId, channel, new Date(first));
  }
  return queued.length;
}

async function carry(
  db: Db,
  tenantId: Id<'tenant'>,
  carried: readonly { notice_id: string; told_at: Date; channel: Channel; delivery_id: string }[],
): Promise<void> {
  if (carried.length === 0) return;
  await sql`insert into casework.delivery_notice (tenant_id, notice_id, told_at, channel, delivery_id)
    select ${tenantId}::uuid, c.notice_id, c.told_at, c.channel, c.delivery_id
    from jsonb_to_recordset(${JSON.stringify(carried)}::jsonb)
      as c(notice_id uuid, told_at timestamptz, channel text, delivery_id uuid)
    on conflict do nothing`.execute(db);
}

/**
 * Has a worker send what waits for one way, from a moment on. Under one key for each transaction: acts that queue
 * letters at the same time do not wait for each other.
 */
export async function enqueueSending(
  db: Db,
  tenantId: Id<'tenant'>,
  channel: Channel,
  runAt: Date,
  key?: string,
): Promise<void> {
  const { rows } = await sql<{ xact: string }>`select pg_current_xact_id()::text as xact`.execute(db);
  await enqueueJob(db, tenantId, {
    name: sendJobName,
    payload: { channel },
    key: `${sendJobName}:${tenantId}:${channel}:${key ?? rows[0]?.xact}`,
    runAt,
  });
}
