import type { Db } from '#platform/db/db.ts';
import { digestOf } from '#platform/http/form-key.ts';
import type { Reply } from '#platform/http/reply.ts';
import { pathOf, type Req } from '#platform/http/req.ts';
import { claimSending, isDone, settleSending } from '#platform/http/sent-form.server.ts';
import { forgetForm } from '#platform/kept-form/kept-form.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/**
 * Does what a form asks once, however often the form arrives; a form that is done is kept no longer. Pages, and forms
 * without a key, pass.
 */
export async function doOnce(db: Db, ctx: Ctx, req: Req, handle: () => Promise<Reply>): Promise<Reply> {
  const { key, keptPage } = req.form;
  const { accountId } = ctx.actor;
  if (!ctx.writer || !key || !accountId) return handle();
  const typist = { tenantId: ctx.tenant.id, accountId };
  const sending = { ...typist, key, digest: await digestOf(req.address, req.form) };
  const first = await claimSending(db, sending, ctx.clock.now());
  if (first) return first;
  const reply = await handle();
  await settleSending(db, sending, reply);
  if (keptPage && (reply.kind === 'page' ? reply.isDone : isDone(reply)))
    await forgetForm(db, typist, pathOf(req));
  return reply;
}
