import type { Reply } from '#platform/http/reply.ts';
import { pathOf, type Req } from '#platform/http/req.ts';
import { listKeptForms } from '#platform/kept-form/kept-form.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { KeptOnPage } from './kept-on-page.ts';

/** What the person typed into the forms of the page and has not sent; nothing when a form has just come back. */
export async function keptOf(ctx: Ctx, req: Req, reply: Reply): Promise<KeptOnPage> {
  const pagePath = req.form.keptPage ?? pathOf(req);
  const { accountId } = ctx.actor;
  const forms =
    ctx.writer || !accountId || reply.kind !== 'page' || !reply.keepsForms
      ? []
      : await listKeptForms(ctx.db, { tenantId: ctx.tenant.id, accountId }, pagePath);
  return { pagePath, query: req.query, forms };
}
