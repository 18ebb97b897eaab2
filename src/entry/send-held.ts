import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { ContentMissing } from '#platform/files/content-store.ts';
import { readByteRange } from '#platform/http/byte-range.ts';
import type { HeldReply } from '#platform/http/reply.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { AppEnv } from './respond.ts';

/**
 * Sends a file of the store as fast as the other side takes it, or the part that was asked for, so that a download that
 * broke off goes on. It is saved, never shown: what somebody else sent must not run as a page of ours.
 */
export async function sendHeld(c: Context<AppEnv>, ctx: Ctx, reply: HeldReply): Promise<Response> {
  const { store } = c.get('app').services.files;
  const tag = `"${reply.sha256}"`;
  const isSame = [undefined, tag].includes(c.req.header('if-range'));
  const range = isSame ? readByteRange(c.req.header('range'), reply.byteCount) : undefined;
  c.header('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'none'");
  c.header('accept-ranges', 'bytes');
  c.header('etag', tag);
  c.header('cache-control', 'private, no-store');
  if (range === 'outside') {
    c.header('content-range', `bytes */${reply.byteCount}`);
    return c.body(null, 416);
  }
  const content = await store
    .read({ tenantId: ctx.tenant.id, sha256: reply.sha256 }, range)
    .catch((error: unknown) => {
      if (!(error instanceof ContentMissing)) throw error;
      ctx.log.error({ sha256: reply.sha256 }, 'a content is missing: run doctor');
      throw new NotFound();
    });
  const count = range ? range.last - range.first + 1 : reply.byteCount;
  c.header('content-type', reply.mediaType);
  c.header('content-disposition', attachmentOf(reply.fileName));
  c.header('content-length', String(count));
  if (range) c.header('content-range', `bytes ${range.first}-${range.last}/${reply.byteCount}`);
  return c.body(Readable.toWeb(content) as ReadableStream<Uint8Array>, range ? 206 : 200);
}

/** The name in letters that every browser reads, and in its own for those that can (RFC 6266). */
function attachmentOf(fileName: string): string {
  const plain = fileName
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/đ/g, 'd')
    .replaceAll(/Đ/g, 'D')
    .replace(/[^\w.-]/g, '_');
  const own = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${own}`;
}
