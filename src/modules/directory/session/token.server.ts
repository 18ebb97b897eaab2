import { createHash, randomBytes } from 'node:crypto';
import { type Id, parseId } from '#platform/db/id.ts';

/** A session's cookie: the tenant (so that its rows can be seen at all) and 256 random bits. */
export interface SessionToken {
  readonly tenantId: Id<'tenant'>;
  readonly secret: string;
}

/** Makes the token of a new session. */
export function newToken(tenantId: Id<'tenant'>): SessionToken {
  return { tenantId, secret: randomBytes(32).toString('base64url') };
}

/** The cookie's text. */
export function writeToken(token: SessionToken): string {
  return `${token.tenantId}.${token.secret}`;
}

/** Reads a cookie; anything that we did not write is undefined. */
export function readToken(cookie: string | undefined): SessionToken | undefined {
  const [tenant, secret, more] = cookie?.split('.') ?? [];
  const tenantId = parseId<'tenant'>(tenant);
  if (!tenantId || !secret || more !== undefined || !/^[\w-]{43}$/.test(secret)) return undefined;
  return { tenantId, secret };
}

/** What is kept of the secret. */
export function hashToken(token: SessionToken): Buffer {
  return createHash('sha256').update(token.secret).digest();
}
