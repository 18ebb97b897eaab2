import { createHash } from 'node:crypto';
import type { Db } from '#platform/db/db.ts';
import type { Id } from '#platform/db/id.ts';
import { enqueueJob } from '#platform/jobs/enqueue.server.ts';
import { ApiRefusal } from './problem.ts';

/** An answer as it went out, to be given again word for word. */
export interface KeptReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Who sends a write under which key, and what distinguishes the request from any other. */
export interface KeyedRequest {
  readonly tenantId: Id<'tenant'>;
  readonly holderId: string;
  readonly key: string;
  readonly fingerprint: Buffer;
}

/** An Idempotency-Key is printable, and no longer than this. */
const keyForm = /^[\x21-\x7e]{1,255}$/;
const hours = 24;

/** The job that forgets what is older. */
export const dropRepliesJobName = 'directory.api-token.drop-replies';

/** Reads the header; undefined where it was not sent. Throws `ApiRefusal` for one that is no key. */
export function readKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (!keyForm.test(header)) throw new ApiRefusal(400, 'bad-key');
  return header;
}

/** What makes a request the same as another. */
export function fingerprintOf(parts: {
  verb: string;
  address: string;
  ifMatch: string;
  bytes: Uint8Array;
}): Buffer {
  const hash = createHash('sha256');
  for (const part of [parts.verb, parts.address, parts.ifMatch]) hash.update(`${part.length}:${part}`);
  return hash.update(parts.bytes).digest();
}

/**
 * Claims the key within the transaction of the write, before anything is done. A twin that is under way makes this
 * wait until it has committed, and then gives its answer; the claim itself gives undefined. Throws `ApiRefusal` when
 * the key was used for another request.
 */
export async function claimKey(db: Db, request: KeyedRequest, now: Date): Promise<KeptReply | undefined> {
  const row = { tenant_id: request.tenantId, holder_id: request.holderId, key_hash: hashOf(request.key) };
  await db
    .deleteFrom('platform.kept_reply')
    .where('tenant_id', '=', row.tenant_id)
    .where('holder_id', '=', row.holder_id)
    .where('key_hash', '=', row.key_hash)
    .where('kept_at', '<', oldest(now))
    .execute();
  const claimed = await db
    .insertInto('platform.kept_reply')
    .values({ ...row, fingerprint: request.fingerprint, kept_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('kept_at')
    .executeTakeFirst();
  if (claimed) return undefined;
  const kept = await db
    .selectFrom('platform.kept_reply')
    .select(['fingerprint', 'status', 'headers', 'body'])
    .where('tenant_id', '=', row.tenant_id)
    .where('holder_id', '=', row.holder_id)
    .where('key_hash', '=', row.key_hash)
    .executeTakeFirst();
  if (!kept?.fingerprint.equals(request.fingerprint)) throw new ApiRefusal(422, 'key-reused');
  return {
    status: kept.status ?? 500,
    headers: (kept.headers ?? {}) as Record<string, string>,
    body: kept.body ?? '',
  };
}

/** Keeps the answer under the claimed key, within the same transaction, and has it forgotten a day later. */
export async function keepReply(db: Db, request: KeyedRequest, reply: KeptReply, now: Date): Promise<void> {
  await db
    .updateTable('platform.kept_reply')
    .set({ status: reply.status, headers: JSON.stringify(reply.headers), body: reply.body })
    .where('tenant_id', '=', request.tenantId)
    .where('holder_id', '=', request.holderId)
    .where('key_hash', '=', hashOf(request.key))
    .execute();
  await enqueueJob(db, request.tenantId, {
    name: dropRepliesJobName,
    payload: {},
    key: `${dropRepliesJobName}:${request.tenantId}`,
    runAt: new Date(now.getTime() + (hours + 1) * 3_600_000),
    keepsTime: true,
  });
}

/** Forgets the answers of a tenant that are older than a day. */
export async function dropOldReplies(db: Db, tenantId: Id<'tenant'>, now: Date): Promise<number> {
  const gone = await db
    .deleteFrom('platform.kept_reply')
    .where('tenant_id', '=', tenantId)
    .where('kept_at', '<', oldest(now))
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

function oldest(now: Date): Date {
  return new Date(now.getTime() - hours * 3_600_000);
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
