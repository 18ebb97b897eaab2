import { createHash, randomBytes } from 'node:crypto';
import { type Id, parseId } from '#platform/db/id.ts';

/** What a link holds: the tenant (so that its rows can be seen at all) and 256 random bits. */
export interface FeedSecret {
  readonly tenantId: Id<'tenant'>;
  readonly secret: Buffer;
}

const tenantOctets = 16;
const octets = tenantOctets + 32;

/** Makes the secret of a link. */
export function newFeedSecret(tenantId: Id<'tenant'>): FeedSecret {
  return { tenantId, secret: randomBytes(32) };
}

/** The secret as it stands in an address: 64 letters, digits, `-` and `_`. */
export function writeFeedSecret({ tenantId, secret }: FeedSecret): string {
  return Buffer.concat([Buffer.from(tenantId.replaceAll('-', ''), 'hex'), secret]).toString('base64url');
}

/** Reads what stands in an address; anything that we did not write is undefined. */
export function readFeedSecret(text: string): FeedSecret | undefined {
  if (!/^[A-Za-z0-9_-]{64}$/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== octets) return undefined;
  const hex = bytes.subarray(0, tenantOctets).toString('hex');
  const tenantId = parseId<'tenant'>(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
  return tenantId && { tenantId, secret: bytes.subarray(tenantOctets) };
}

/** What is kept of a secret. */
export function hashFeedSecret({ secret }: Pick<FeedSecret, 'secret'>): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** By what people tell links apart. */
export function hintOf({ secret }: Pick<FeedSecret, 'secret'>): string {
  return secret.toString('base64url').slice(0, 4);
}
