import type { Context } from 'hono';
import { readDigest } from '#platform/api/content-digest.ts';
import { readKey } from '#platform/api/kept-reply.server.ts';
import type { Operation } from '#platform/api/operation.ts';
import { acceptedLang, ApiRefusal } from '#platform/api/problem.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import type { Upload } from '#platform/files/receive-file.ts';
import { readBounded } from '../form.ts';
import type { AppEnv } from '../respond.ts';
import { readSentFile, signOf } from '../upload.ts';
import type { Caller } from './callers.ts';
import { openCall, paramsOf } from './open-call.ts';
import { readGiven, versionOf } from './read-given.ts';

/** A body as it has come in: its bytes, or a file that the store holds and the bytes that tell it from another. */
export interface SentBody {
  readonly bytes: Uint8Array;
  readonly upload?: Upload;
  /** Must be called when the act has ended. */
  release?(): Promise<void>;
}

/**
 * Takes the body of a request in. A file goes to the store as it comes, and only from who may send it here: the key, the
 * right, the address and the headers are looked at before a byte is read.
 */
export async function takeBody(c: Context<AppEnv>, operation: Operation, caller: Caller): Promise<SentBody> {
  if (operation.verb === 'get') return { bytes: new Uint8Array() };
  const { body } = c.req.raw;
  const { admit } = operation;
  if (!admit) return { bytes: body ? await readBounded(body, operation.maxBytes) : new Uint8Array() };
  const { services } = c.get('app');
  const { tenantId } = caller.token;
  const params = paramsOf(c, operation);
  await inTenant(services.pool, tenantId, 'read', async (db) => {
    const { ctx } = await openCall(c, db, caller, operation, 'read');
    await admit(ctx, params);
  });
  if (!/^application\/octet-stream$/i.test(c.req.header('content-type')?.trim() ?? ''))
    throw new ApiRefusal(415, 'not-bytes');
  const expectedSha256 = readDigest(c.req.header('content-digest'));
  readKey(c.req.header('idempotency-key'));
  versionOf(c, operation);
  const lang = acceptedLang(c.req.header('accept-language'));
  const { query } = readGiven(c, operation, new Uint8Array(), lang);
  const { fileName } = query as { fileName: string };
  const sent = await readSentFile(c, services.files, tenantId, { fileName, expectedSha256 });
  return { ...sent, bytes: Buffer.from(signOf(sent.upload)) };
}
