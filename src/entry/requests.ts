import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { VNode } from 'preact';
import {
  findSession,
  findTenantBySlug,
  hashToken,
  landingPath,
  readToken,
  sessionCookie,
} from '#modules/directory/index.server.ts';
import { isOwnAccountPath, proofLink, secondFactorLink, signInLink } from '#modules/directory/links.ts';
import type { Db } from '#platform/db/db.ts';
import { inTenant, withoutTenant } from '#platform/db/tenant-transaction.ts';
import { digestOf } from '#platform/http/form-key.ts';
import { claimSending, isDone, settleSending } from '#platform/http/sent-form.server.ts';
import { type PageReply, type Reply, seeOther } from '#platform/http/reply.ts';
import { localAddress } from '#platform/http/local-address.ts';
import type { Req } from '#platform/http/req.ts';
import { forgetForm, listKeptForms } from '#platform/kept-form/kept-form.server.ts';
import type { PublicRoute, Route, VisitRoute } from '#platform/http/route.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import { systemActor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { proofNeeded } from '#platform/session/proof.ts';
import { languageOf } from './language.ts';
import type { PlainShell } from './plain-shell.tsx';
import type { PublicShell } from './public-shell.tsx';
import { type AppEnv, answer, readRequest, takeFlash } from './respond.ts';
import type { KeptOnPage } from './kept-on-page.ts';
import type { StaffShell } from './staff-shell.tsx';

/**
 * Answers a request of the staff app in one transaction of the person's tenant: session, page or act, then commit,
 * and only then the answer. Without a session, the sign-in page is shown and leads back here; an act that wants the
 * person proven first leads to the page that asks for it.
 */
export async function staffRequest(
  c: Context<AppEnv>,
  route: Route,
  draw: (shell: StaffShell, page: PageReply) => VNode,
): Promise<Response> {
  const req = await readRequest(c, route.verb === 'post' ? route.maxBytes : undefined);
  const found = await inSession(c, route, req).catch((error: unknown) => {
    if (!(error instanceof Forbidden) || error.reason !== proofNeeded) throw error;
    return { session: undefined, reply: seeOther(proofLink(pageOf(c, req))), kept: undefined };
  });
  if (!found) return answer(c, seeOther(signInLink(route.verb === 'get' ? req.address : undefined)), noPage);
  const { session, reply, kept } = found;
  if (!session || !kept) return answer(c, reply, noPage);
  const address = route.verb === 'get' ? req.address : reply.kind === 'page' ? reply.current : '/';
  return answer(c, reply, (page) =>
    draw({ ...session, lang: languageOf(c), address, kept, flash: takeFlash(c) }, page),
  );
}

async function inSession(c: Context<AppEnv>, route: Route, req: Req) {
  const { services } = c.get('app');
  const token = readToken(getCookie(c, sessionCookie));
  if (!token) return undefined;
  return inTenant(services.pool, token.tenantId, route.verb === 'post' ? 'write' : 'read', async (db) => {
    const session = await findSession(db, token.tenantId, hashToken(token), services.clock.now());
    if (!session) return undefined;
    const { lacksFactor, ...person } = session;
    if (lacksFactor && !isOwnAccountPath(c.req.path)) {
      return { session: undefined, reply: seeOther(secondFactorLink), kept: undefined };
    }
    const ctx: Ctx = {
      ...person,
      db,
      writer: route.verb === 'post' ? db : null,
      clock: services.clock,
      throttle: services.throttle,
      lang: languageOf(c),
      requestId: c.get('requestId'),
      log: services.log,
    };
    const reply = await doOnce(db, ctx, req, () => route.handler(ctx, req));
    return { session: person, reply, kept: await keptOf(ctx, req, reply) };
  });
}

/** Does a form that was sent once, however often it arrives; pages and forms without a key pass. */
async function doOnce(db: Db, ctx: Ctx, req: Req, handle: () => Promise<Reply>): Promise<Reply> {
  const { key } = req.form;
  if (!ctx.writer || !key || !ctx.actor.accountId) return handle();
  const digest = await digestOf(req.address, req.form);
  const sending = { tenantId: ctx.tenant.id, accountId: ctx.actor.accountId, key, digest };
  const first = await claimSending(db, sending, ctx.clock.now());
  if (first) return first;
  const reply = await handle();
  await settleSending(db, sending, reply);
  if (req.form.keptPage && isDone(reply)) {
    const { tenantId, accountId } = sending;
    await forgetForm(db, { tenantId, accountId }, pathOf(req));
  }
  return reply;
}

/** What the person typed into the forms of the page and has not sent; nothing when a form has just come back. */
async function keptOf(ctx: Ctx, req: Req, reply: Reply): Promise<KeptOnPage> {
  const pagePath = req.form.keptPage ?? pathOf(req);
  const { accountId } = ctx.actor;
  const forms =
    ctx.writer || !accountId || reply.kind !== 'page' || !reply.keepsForms
      ? []
      : await listKeptForms(ctx.db, { tenantId: ctx.tenant.id, accountId }, pagePath);
  return { pagePath, query: req.query, forms };
}

function pathOf(req: Req): string {
  return new URL(req.address, 'http://local').pathname;
}

/** The page on which the person stands: the one asked for, or the one whose form was sent. */
function pageOf(c: Context<AppEnv>, req: Req): string {
  if (c.req.method === 'GET') return req.address;
  const from = c.req.header('referer') ?? '';
  const url = URL.canParse(from) ? new URL(from) : undefined;
  return url ? localAddress(url.pathname + url.search, landingPath) : landingPath;
}

/** Answers a request of somebody who is not signed in yet. */
export async function visitRequest(
  c: Context<AppEnv>,
  route: VisitRoute,
  draw: (shell: PlainShell, page: PageReply) => VNode,
): Promise<Response> {
  const { services } = c.get('app');
  const lang = languageOf(c);
  const req = await readRequest(c);
  const reply = await route.handler({ services, lang, requestId: c.get('requestId') }, req);
  const address = route.verb === 'get' ? req.address : reply.kind === 'page' ? reply.current : undefined;
  return answer(c, reply, (page) => draw({ lang, address, flash: takeFlash(c) }, page));
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
