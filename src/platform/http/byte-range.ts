import type { ByteRange } from '#platform/files/content-store.ts';

/**
 * Reads the `Range` of a request for something of `byteCount` bytes: one range of bytes as RFC 9110 writes it. What asks
 * for more than one, or is written otherwise, is answered whole (undefined); what lies wholly outside is `outside`.
 */
export function readByteRange(
  header: string | undefined,
  byteCount: number,
): ByteRange | 'outside' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') {
    const count = Math.min(Number(to), byteCount);
    return count === 0 ? 'outside' : { first: byteCount - count, last: byteCount - 1 };
  }
  const first = Number(from);
  const last = to === '' ? byteCount - 1 : Math.min(Number(to), byteCount - 1);
  if (to !== '' && Number(to) < first) return undefined;
  return first >= byteCount ? 'outside' : { first, last };
}
