import type { Context } from 'hono';
import { validate } from 'uuid';
import type { TokenHolder } from '#modules/directory/index.server.ts';
import { type Operation, pathParams } from '#platform/api/operation.ts';
import { acceptedLang, ApiRefusal } from '#platform/api/problem.ts';
import type { Db } from '#platform/db/db.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { makeCtx } from '#platform/session/open-ctx.ts';
import { type AppEnv, remoteAddress } from '../respond.ts';
import { admitToken, type Caller } from './callers.ts';

/** Finds who acts by the key, and puts together what an operation needs, in a transaction of the key's tenant. */
export async function openCall(
  c: Context<AppEnv>,
  db: Db,
  caller: Caller,
  operation: Operation,
  mode: 'read' | 'write',
): Promise<{ ctx: Ctx; holder: TokenHolder }> {
  const holder = await admitToken(c, db, caller, operation);
  const occasion = {
    tenant: holder.tenant,
    actor: holder.actor,
    lang: acceptedLang(c.req.header('accept-language')),
    requestId: c.get('requestId'),
    remoteAddress: remoteAddress(c),
  };
  return { ctx: makeCtx(c.get('app').services, mode, occasion, db), holder };
}

/** Ids in the path; what is no id names nothing that there is. */
export function paramsOf(c: Context<AppEnv>, operation: Operation): Record<string, string> {
  return Object.fromEntries(
    pathParams(operation.path).map((name) => {
      const value = c.req.param(name) ?? '';
      if (!validate(value)) throw new ApiRefusal(404, 'not-found');
      return [name, value.toLowerCase()];
    }),
  );
}
