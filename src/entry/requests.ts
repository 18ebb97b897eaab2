import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { VNode } from 'preact';
import {
  findSession,
  findTenantBySlug,
  hashToken,
  readToken,
  sessionCookie,
} from '#modules/directory/index.server.ts';
import { signInLink } from '#modules/directory/links.ts';
import { storeOpenings } from '#platform/audit/store-openings.server.ts';
import { inTenant, withoutTenant } from '#platform/db/tenant-transaction.ts';
import { type PageReply, seeOther } from '#platform/http/reply.ts';
import type { PublicRoute, Route } from '#platform/http/route.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { systemActor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { languageOf } from './language.ts';
import type { PublicShell } from './public-shell.tsx';
import { type AppEnv, answer, readRequest, takeFlash } from './respond.ts';
import type { StaffShell } from './staff-shell.tsx';

/**
 * Answers a request of the staff app in one transaction of the person's tenant: session, page or act, then commit,
 * and only then the answer. Without a session, the sign-in page is shown and leads back here.
 */
export async function staffRequest(
  c: Context<AppEnv>,
  route: Route,
  draw: (shell: StaffShell, page: PageReply) => VNode,
): Promise<Response> {
  const { services } = c.get('app');
  const req = await readRequest(c, route.verb === 'post' ? route.maxBytes : undefined);
  const token = readToken(getCookie(c, sessionCookie));
  const found =
    token &&
    (await inTenant(services.pool, token.tenantId, route.verb === 'post' ? 'write' : 'read', async (db) => {
      const session = await findSession(db, token.tenantId, hashToken(token), services.clock.now());
      if (!session) return undefined;
      const ctx: Ctx = {
        ...session,
        db,
        writer: route.verb === 'post' ? db : null,
        clock: services.clock,
        lang: languageOf(c),
        requestId: c.get('requestId'),
        remoteAddress: req.remoteAddress,
        openings: [],
        log: services.log,
      };
      return { session, ctx, reply: await route.handler(ctx, req) };
    }));
  if (!found) return answer(c, seeOther(signInLink(route.verb === 'get' ? req.address : undefined)), noPage);
  await storeOpenings(services.pool, found.ctx);
  const address =
    route.verb === 'get' ? req.address : found.reply.kind === 'page' ? found.reply.current : '/';
  return answer(c, found.reply, (page) =>
    draw({ ...found.session, lang: languageOf(c), address, flash: takeFlash(c) }, page),
  );
}

/** Answers a request of anybody: a reading transaction of the commune in the address, or of none. */
export async function publicRequest(
  c: Context<AppEnv>,
  route: PublicRoute,
  draw: (shell: PublicShell, page: PageReply) => VNode,
): Promise<Response> {
  const { services } = c.get('app');
  const req = await readRequest(c);
  const lang = languageOf(c);
  const slug = req.params.slug ?? '';
  if (route.about === 'all') {
    const reply = await withoutTenant(services.pool, (db) =>
      route.handler({ db, lang, clock: services.clock }, req),
    );
    return answer(c, reply, (page) => draw({ lang, address: req.address, tenant: undefined }, page));
  }
  const tenant = await withoutTenant(services.pool, (db) => findTenantBySlug(db, slug));
  if (tenant?.kind !== 'commune') throw new NotFound();
  const occasion = { tenant, actor: systemActor('public', []), lang, requestId: c.get('requestId') };
  const reply = await openCtx(services, 'read', occasion, (ctx) => route.handler(ctx, req));
  return answer(c, reply, (page) => draw({ lang, address: req.address, tenant }, page));
}

function noPage(): never {
  throw new Error('this reply draws no page');
}
