import type { Context } from 'hono';
import {
  findTokenHolder,
  hashTokenText,
  isWithin,
  readTokenText,
  type TokenHolder,
} from '#modules/directory/index.server.ts';
import { isOpenTo, type Operation, scopesOf } from '#platform/api/operation.ts';
import { ApiRefusal } from '#platform/api/problem.ts';
import { type Allowance, rateHeaders } from '#platform/api/rate-limit.ts';
import type { ReadDb } from '#platform/db/db.ts';
import { TooMany } from '#platform/http/thrown.ts';
import { networkOf } from '#platform/session/network.ts';
import { type AppEnv, remoteAddress } from '../respond.ts';

type TokenText = NonNullable<ReturnType<typeof readTokenText>>;

/** A program at the door: the token that it shows, and where it stands in the count of requests. */
export interface Caller {
  readonly token: TokenText;
  readonly hash: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts a request by address and by token, before the database is asked for anything else. Throws `TooMany`, and
 *  `ApiRefusal` where no token is shown that could be one of ours. */
export async function takeAllowance(c: Context<AppEnv>): Promise<Caller> {
  const { rateLimit } = c.get('app');
  const token = readBearer(c);
  demand(await rateLimit.take('perAddress', networkOf(remoteAddress(c))));
  if (!token) throw new ApiRefusal(401, 'bad-token');
  const hash = hashTokenText(token);
  const allowance = await rateLimit.take('perToken', hash.toString('hex'));
  demand(allowance);
  return { token, hash, headers: rateHeaders(allowance) };
}

/** Finds who acts by the token, in a transaction of its tenant. Throws `ApiRefusal` where it opens nothing, or not this. */
export async function admitToken(
  c: Context<AppEnv>,
  db: ReadDb,
  caller: Caller,
  operation: Operation,
): Promise<TokenHolder> {
  const now = c.get('app').services.clock.now();
  const holder = await findTokenHolder(db, caller.token.tenantId, caller.hash, now);
  if (!holder) throw new ApiRefusal(401, 'bad-token');
  if (!isWithin(remoteAddress(c), holder.token.addresses)) throw new ApiRefusal(403, 'wrong-network');
  if (!isOpenTo(operation, holder.token.scopes)) {
    const needed = scopesOf(operation).map((set) => set.join(' + '));
    throw new ApiRefusal(403, 'not-in-scope', { value: needed.join(', ') });
  }
  return holder;
}

/** Tokens come in the Authorization header alone: a cookie or an address could be sent by another site. */
function readBearer(c: Context<AppEnv>): TokenText | undefined {
  const header = c.req.header('authorization');
  if (header === undefined) throw new ApiRefusal(401, 'no-token');
  const [, text] = /^Bearer +(\S{1,200})$/i.exec(header) ?? [];
  return text === undefined ? undefined : readTokenText(text);
}

/** Too many requests; the headers say where the caller stands. */
export class RateExceeded extends TooMany {
  constructor(readonly allowance: Allowance) {
    super(allowance.seconds);
  }
}

function demand(allowance: Allowance): void {
  if (!allowance.isAllowed) throw new RateExceeded(allowance);
}
