import type { Context } from 'hono';
import type { Filed } from '#platform/api/operation.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type AppEnv, fileHeaders } from '../respond.ts';
import { sendHeld } from '../send-held.ts';
import { sendPieces } from '../send-pieces.ts';
import type { Caller } from './callers.ts';

/**
 * Sends a file to a program, once the transaction that found it has ended. Throws `Unavailable` where it could not be
 * made.
 */
export async function sendFile(
  c: Context<AppEnv>,
  ctx: Ctx,
  filed: Filed,
  caller: Pick<Caller, 'headers'>,
): Promise<Response> {
  const file = filed.kind === 'deferred' ? await filed.make() : filed;
  if (file.kind === 'see-other') throw new Error('a program is sent nowhere else');
  for (const [name, value] of Object.entries(caller.headers)) c.header(name, value);
  c.header('vary', 'authorization, accept-language');
  if (file.kind === 'pieces') return sendPieces(c, ctx, file);
  if (file.kind === 'held') return sendHeld(c, ctx, file);
  fileHeaders(c, file);
  return c.body(typeof file.content === 'string' ? file.content : new Uint8Array(file.content));
}
