import { ApiRefusal } from './problem.ts';

/** A SHA-256 as RFC 9530 writes it. */
export const digestPattern = '^sha-256=:[A-Za-z0-9+/]{43}=:$';

/**
 * The SHA-256 that a caller says its body has, as 64 small hex digits; undefined where it says none. Throws `ApiRefusal`
 * for a header that names no SHA-256: a check that was asked for is never left out in silence.
 */
export function readDigest(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const [, base64] = /^sha-256=:([A-Za-z0-9+/]{43}=):$/i.exec(header.trim()) ?? [];
  if (base64 === undefined) throw new ApiRefusal(400, 'bad-digest');
  return Buffer.from(base64, 'base64').toString('hex');
}
