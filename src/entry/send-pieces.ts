import type { Context } from 'hono';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import type { PiecesReply } from '#platform/http/reply.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type AppEnv, fileHeaders } from './respond.ts';

/** Sends a long file as fast as the other side takes it; each piece is read in a transaction of its own. */
export function sendPieces(c: Context<AppEnv>, ctx: Ctx, reply: PiecesReply): Response {
  const { pool } = c.get('app').services;
  let ordinal = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = await inTenant(pool, ctx.tenant.id, 'read', (db) =>
        reply.piece({ ...ctx, db, writer: null }, ordinal),
      );
      ordinal += 1;
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
  fileHeaders(c, reply);
  return c.body(body);
}
