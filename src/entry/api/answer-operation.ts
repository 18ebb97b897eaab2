import type { Context } from 'hono';
import { validate } from 'uuid';
import { noteUse } from '#modules/directory/index.server.ts';
import { readBounded } from '../form.ts';
import {
  claimKey,
  fingerprintOf,
  type KeptReply,
  keepReply,
  readKey,
} from '#platform/api/kept-reply.server.ts';
import { type Filed, type Operation, pathParams } from '#platform/api/operation.ts';
import { acceptedLang, ApiRefusal } from '#platform/api/problem.ts';
import { storeOpenings } from '#platform/audit/store-openings.server.ts';
import type { Db } from '#platform/db/db.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { makeCtx } from '#platform/session/open-ctx.ts';
import { type AppEnv, remoteAddress } from '../respond.ts';
import { admitToken, type Caller, takeAllowance } from './callers.ts';
import { problemReply, refusalReply } from './problem-reply.ts';
import { readGiven, versionOf } from './read-given.ts';
import { sendFile } from './send-file.ts';
import { showReply } from './show-reply.ts';

/**
 * Answers a program: counts the request, finds whose token it is and what that leaves of its owner's rights, reads what
 * was sent by the operation's schemas, and runs it, all in one transaction of the tenant; a write that was sent with an
 * Idempotency-Key keeps its answer in the same transaction. Only then is the answer sent.
 */
export async function answerOperation(c: Context<AppEnv>, operation: Operation): Promise<Response> {
  const { services } = c.get('app');
  const caller = await takeAllowance(c);
  const { tenantId } = caller.token;
  const isRead = operation.verb === 'get';
  const bytes = isRead ? new Uint8Array() : await bodyOf(c, operation);
  const done = await inTenant(services.pool, tenantId, isRead ? 'read' : 'write', async (db) => {
    const holder = await admitToken(c, db, caller, operation);
    const occasion = {
      tenant: holder.tenant,
      actor: holder.actor,
      lang: acceptedLang(c.req.header('accept-language')),
      requestId: c.get('requestId'),
      remoteAddress: remoteAddress(c),
    };
    const ctx = makeCtx(services, isRead ? 'read' : 'write', occasion, db);
    const reply = isRead
      ? await perform(c, ctx, operation, bytes)
      : await performOnce(c, ctx, db, operation, bytes, holder.token.id);
    return { ctx, holder, reply };
  });
  await storeOpenings(services.pool, done.ctx);
  await noteUse(services.pool, { ...done.holder.token, tenantId }, services.clock.now());
  return 'kind' in done.reply ? sendFile(c, done.ctx, done.reply, caller) : send(c, done.reply, caller);
}

/** A write; under a key that was used before, the answer of that time instead. */
async function performOnce(
  c: Context<AppEnv>,
  ctx: Ctx,
  db: Db,
  operation: Operation,
  bytes: Uint8Array,
  holderId: string,
): Promise<KeptReply> {
  const key = readKey(c.req.header('idempotency-key'));
  if (key === undefined) return written(await perform(c, ctx, operation, bytes));
  const fingerprint = fingerprintOf({
    verb: c.req.method,
    address: c.req.path,
    ifMatch: c.req.header('if-match') ?? '',
    bytes,
  });
  const request = { tenantId: ctx.tenant.id, holderId, key, fingerprint };
  const now = ctx.clock.now();
  const earlier = await claimKey(db, request, now);
  if (earlier) return { ...earlier, headers: { ...earlier.headers, 'idempotent-replay': '?1' } };
  const reply = written(await perform(c, ctx, operation, bytes));
  await keepReply(db, request, reply, now);
  return reply;
}

/** The answer to a write is kept as a text, so that no write gives a file. */
function written(reply: KeptReply | Filed): KeptReply {
  if ('kind' in reply) throw new Error('a write gives no file');
  return reply;
}

/** Ids in the path; what is no id names nothing that there is. */
function paramsOf(c: Context<AppEnv>, operation: Operation): Record<string, string> {
  return Object.fromEntries(
    pathParams(operation.path).map((name) => {
      const value = c.req.param(name) ?? '';
      if (!validate(value)) throw new ApiRefusal(404, 'not-found');
      return [name, value.toLowerCase()];
    }),
  );
}

async function perform(
  c: Context<AppEnv>,
  ctx: Ctx,
  operation: Operation,
  bytes: Uint8Array,
): Promise<KeptReply | Filed> {
  const params = paramsOf(c, operation);
  const version = versionOf(c, operation);
  const given = { ...readGiven(c, operation, bytes, ctx.lang), params, version };
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

async function bodyOf(c: Context<AppEnv>, operation: Operation): Promise<Uint8Array> {
  const { body } = c.req.raw;
  return body ? readBounded(body, operation.maxBytes) : new Uint8Array();
}

/** Sends an answer, with where the caller stands in the count of requests. */
export function send(c: Context<AppEnv>, reply: KeptReply, caller: Pick<Caller, 'headers'>): Response {
  for (const [name, value] of Object.entries({ ...caller.headers, ...reply.headers })) c.header(name, value);
  c.header('cache-control', 'private, no-store');
  c.header('vary', 'authorization, accept-language');
  const tag = reply.headers.etag;
  if (c.req.method === 'GET' && tag !== undefined && c.req.header('if-none-match') === tag)
    return c.body(null, 304);
  return c.body(reply.body, reply.status as 200);
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
