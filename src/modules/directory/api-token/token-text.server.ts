import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type Id, parseId } from '#platform/db/id.ts';

/** What a program shows: the tenant (so that its rows can be seen at all) and 256 random bits. */
export interface TokenText {
  readonly tenantId: Id<'tenant'>;
  readonly secret: string;
}

/**
 * `sauro_`, then 104 hex digits: tenant, secret, and a checksum. Scanners of leaked secrets find it by its form, and a
 * mistyped one is refused before any database is asked.
 */
const form = /^sauro_([0-9a-f]{32})([0-9a-f]{64})([0-9a-f]{8})$/;

/** Makes the text of a new token. */
export function newTokenText(tenantId: Id<'tenant'>): TokenText {
  return { tenantId, secret: randomBytes(32).toString('hex') };
}

/** The text that the program keeps. */
export function writeTokenText(token: TokenText): string {
  const body = token.tenantId.replaceAll('-', '') + token.secret;
  return `sauro_${body}${checksum(body)}`;
}

/** Reads a text; anything that we did not write is undefined. */
export function readTokenText(text: string): TokenText | undefined {
  const [, tenant = '', secret = '', sum] = form.exec(text) ?? [];
  if (sum === undefined || checksum(tenant + secret) !== sum) return undefined;
  const id = tenant.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const tenantId = parseId<'tenant'>(id);
  return tenantId && { tenantId, secret };
}

/** What is kept of the secret. */
export function hashTokenText(token: TokenText): Buffer {
  return createHash('sha256').update(token.secret).digest();
}

/** By what people tell tokens apart. */
export function hintOf(token: TokenText): string {
  return token.secret.slice(0, 6);
}

function checksum(body: string): string {
  return crc32(body).toString(16).padStart(8, '0');
}
