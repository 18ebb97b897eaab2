import type { Context } from 'hono';
import { noteUse } from '#modules/directory/index.server.ts';
import {
  claimKey,
  fingerprintOf,
  type KeptReply,
  keepReply,
  readKey,
} from '#platform/api/kept-reply.server.ts';
import type { Filed, Operation } from '#platform/api/operation.ts';
import { acceptedLang } from '#platform/api/problem.ts';
import { storeOpenings } from '#platform/audit/store-openings.server.ts';
import type { Db } from '#platform/db/db.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type AppEnv, remoteAddress } from '../respond.ts';
import { type Caller, takeAllowance } from './callers.ts';
import { openCall, paramsOf } from './open-call.ts';
import { problemReply, refusalReply } from './problem-reply.ts';
import { readGiven, versionOf } from './read-given.ts';
import { sendFile } from './send-file.ts';
import { showReply } from './show-reply.ts';
import { type SentBody, takeBody } from './take-body.ts';

/**
 * Answers a program: counts the request, finds whose token it is and what that leaves of its owner's rights, reads what
 * was sent by the operation's schemas, and runs it, all in one transaction of the tenant; a write that was sent with an
 * Idempotency-Key keeps its answer in the same transaction. Only then is the answer sent.
 */
export async function answerOperation(c: Context<AppEnv>, operation: Operation): Promise<Response> {
  const { services } = c.get('app');
  const caller = await takeAllowance(c);
  const { tenantId } = caller.token;
  const sent = await takeBody(c, operation, caller);
  const done = await inOneTransaction(c, operation, caller, sent);
  await storeOpenings(services.pool, done.ctx);
  await noteUse(services.pool, { ...done.holder.token, tenantId }, services.clock.now());
  return 'kind' in done.reply ? sendFile(c, done.ctx, done.reply, caller) : send(c, done.reply, caller);
}

/** Runs the operation in a transaction of the key's tenant; the copy of a file that came in goes when it has ended. */
async function inOneTransaction(c: Context<AppEnv>, operation: Operation, caller: Caller, sent: SentBody) {
  const mode = operation.verb === 'get' ? 'read' : 'write';
  try {
    return await inTenant(c.get('app').services.pool, caller.token.tenantId, mode, async (db) => {
      const { ctx, holder } = await openCall(c, db, caller, operation, mode);
      const reply =
        mode === 'read'
          ? await perform(c, ctx, operation, sent)
          : await performOnce(c, ctx, db, operation, sent, holder.token.id);
      return { ctx, holder, reply };
    });
  } finally {
    await sent.release?.();
  }
}

/** A write; under a key that was used before, the answer of that time instead. */
async function performOnce(
  c: Context<AppEnv>,
  ctx: Ctx,
  db: Db,
  operation: Operation,
  sent: SentBody,
  holderId: string,
): Promise<KeptReply> {
  const key = readKey(c.req.header('idempotency-key'));
  if (key === undefined) return written(await perform(c, ctx, operation, sent));
  const fingerprint = fingerprintOf({
    verb: c.req.method,
    address: c.req.path + new URL(c.req.url).search,
    ifMatch: c.req.header('if-match') ?? '',
    bytes: sent.bytes,
  });
  const request = { tenantId: ctx.tenant.id, holderId, key, fingerprint };
  const now = ctx.clock.now();
  const earlier = await claimKey(db, request, now);
  if (earlier) return { ...earlier, headers: { ...earlier.headers, 'idempotent-replay': '?1' } };
  const reply = written(await perform(c, ctx, operation, sent));
  await keepReply(db, request, reply, now);
  return reply;
}

/** The answer to a write is kept as a text, so that no write gives a file. */
function written(reply: KeptReply | Filed): KeptReply {
  if ('kind' in reply) throw new Error('a write gives no file');
  return reply;
}

async function perform(
  c: Context<AppEnv>,
  ctx: Ctx,
  operation: Operation,
  sent: SentBody,
): Promise<KeptReply | Filed> {
  const params = paramsOf(c, operation);
  const version = versionOf(c, operation);
  const { upload } = sent;
  const given = {
    ...readGiven(c, operation, sent.bytes, ctx.lang),
    ...(upload && { upload, fileLimits: c.get('app').services.files.limits }),
    params,
    version,
  };
  const outcome = await operation.run(ctx, given);
  if (outcome.ok) {
    return 'kind' in outcome.value ? outcome.value : showReply(operation, outcome.value, given.query);
  }
  const status = operation.refusals[outcome.code] ?? 409;
  const present = status === 412 ? await operation.presentVersion?.(ctx, given.params) : undefined;
  const problem = { status, code: outcome.code, detail: operation.sentence(ctx.lang, outcome) };
  const said = present === undefined ? problem : { ...problem, version: present };
  return problemReply(said, ctx.lang, ctx.requestId);
}

/** Sends an answer, with where the caller stands in the count of requests. */
export function send(c: Context<AppEnv>, reply: KeptReply, caller: Pick<Caller, 'headers'>): Response {
  for (const [name, value] of Object.entries({ ...caller.headers, ...reply.headers })) c.header(name, value);
  c.header('cache-control', 'private, no-store');
  c.header('vary', 'authorization, accept-language');
  const tag = reply.headers.etag;
  if (c.req.method === 'GET' && tag !== undefined && c.req.header('if-none-match') === tag)
    return c.body(null, 304);
  // An answer without content must have no body at all, not an empty one.
  return reply.body === '' ? c.body(null, reply.status as 200) : c.body(reply.body, reply.status as 200);
}

/** The answer to a request that failed before or while it was run. */
export function troubleReply(c: Context<AppEnv>, error: unknown): Response {
  const lang = acceptedLang(c.req.header('accept-language'));
  const reply = refusalReply(error, lang, c.get('requestId'));
  if (reply.status === 500) {
    c.get('app').services.log.error(
      { err: error, requestId: c.get('requestId'), remote: remoteAddress(c) !== 'unknown' },
      'fault in the API',
    );
  }
  return send(c, reply, { headers: {} });
}
