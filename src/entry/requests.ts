import type { Context } from 'hono';
import type { VNode } from 'preact';
import {
  findSession,
  findTenantBySlug,
  hashToken,
  readToken,
  sessionCookie,
} from '#modules/directory/index.server.ts';
import {
  changePasswordLink,
  isOwnAccountPath,
  secondFactorLink,
  signInLink,
} from '#modules/directory/links.ts';
import { withHistory } from '#modules/workbench/index.server.ts';
import { storeOpenings } from '#platform/audit/store-openings.server.ts';
import { inTenant, withoutTenant } from '#platform/db/tenant-transaction.ts';
import { type PageReply, seeOther } from '#platform/http/reply.ts';
import { FormValues, type Req } from '#platform/http/req.ts';
import type { PublicRoute, Route, VisitRoute, WriteRoute } from '#platform/http/route.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import { systemActor } from '#platform/session/actor.ts';
import { makeCtx, type Occasion, openCtx } from '#platform/session/open-ctx.ts';
import { proofNeeded } from '#platform/session/proof.ts';
import type { Visit } from '#platform/session/visit.ts';
import { askForProof } from './ask-for-proof.ts';
import { languageOf } from './language.ts';
import type { PlainShell } from './plain-shell.tsx';
import type { PublicShell } from './public-shell.tsx';
import {
  type AppEnv,
  answer,
  readCookie,
  readRequest,
  remoteAddress,
  takeFlash,
  withForm,
} from './respond.ts';
import { sendHeld } from './send-held.ts';
import { sendPieces } from './send-pieces.ts';
import { mustBeForm } from './form.ts';
import { readUploads } from './upload.ts';
import { doOnce } from './do-once.ts';
import { keptOf } from './kept-on-page.server.ts';
import type { StaffShell } from './staff-shell.tsx';
import { themeOf } from './theme.ts';
import { waitingCounts } from './waiting-counts.server.ts';

/** Where a person is led who owes something before work can begin. */
const owedLink = { 'own-password': changePasswordLink, factor: secondFactorLink } as const;

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
  if (route.verb === 'post' && route.admit) return uploadRequest(c, route, draw);
  return answerStaff(
    c,
    route,
    await readRequest(c, route.verb === 'post' ? route.maxBytes : undefined),
    draw,
  );
}

/** Takes files in only from somebody whom the route admits; who has no session is led to sign in, with nothing read. */
async function uploadRequest(
  c: Context<AppEnv>,
  route: WriteRoute,
  draw: (shell: StaffShell, page: PageReply) => VNode,
): Promise<Response> {
  mustBeForm(c);
  const asking = withForm(c, new FormValues());
  const { services } = c.get('app');
  const tenantId = await admittedTenant(c, route, asking);
  if (!tenantId) return answerStaff(c, route, asking, draw);
  const { form, uploads, release } = await readUploads(c, services.files, tenantId);
  try {
    return await answerStaff(c, route, withForm(c, form, uploads), draw);
  } finally {
    await release();
  }
}

/** The tenant of a person whom the route admits; undefined for who is not signed in or owes something first. */
async function admittedTenant(c: Context<AppEnv>, route: WriteRoute, req: Req): Promise<string | undefined> {
  const { services } = c.get('app');
  const token = readToken(readCookie(c, sessionCookie));
  if (!token) return undefined;
  return inTenant(services.pool, token.tenantId, 'read', async (db) => {
    const session = await findSession(db, token.tenantId, hashToken(token), services.clock.now());
    if (!session || session.owes) return undefined;
    await route.admit?.(makeCtx(services, 'read', occasionOf(c, session, req), db), req);
    return token.tenantId;
  });
}

async function answerStaff(
  c: Context<AppEnv>,
  route: Route,
  req: Req,
  draw: (shell: StaffShell, page: PageReply) => VNode,
): Promise<Response> {
  const { services } = c.get('app');
  const found = await inSession(c, route, req).catch(async (error: unknown) => {
    if (!(error instanceof Forbidden) || error.reason !== proofNeeded) throw error;
    return { session: undefined, reply: await askForProof(c, req), kept: undefined, waiting: undefined };
  });
  if (!found) return answer(c, seeOther(signInLink(route.verb === 'get' ? req.address : undefined)), noPage);
  const { session, reply, kept, waiting } = found;
  if (!session || !kept || !waiting) return answer(c, reply, noPage);
  await storeOpenings(services.pool, found.ctx);
  if (reply.kind === 'pieces') return sendPieces(c, found.ctx, reply);
  if (reply.kind === 'held') return sendHeld(c, found.ctx, reply);
  const address = route.verb === 'get' ? req.address : reply.kind === 'page' ? reply.current : '/';
  return answer(c, reply, (page) =>
    draw(
      { ...session, lang: languageOf(c), theme: themeOf(c), address, kept, waiting, flash: takeFlash(c) },
      page,
    ),
  );
}

async function inSession(c: Context<AppEnv>, route: Route, req: Req) {
  const { services } = c.get('app');
  const token = readToken(readCookie(c, sessionCookie));
  if (!token) return undefined;
  return inTenant(services.pool, token.tenantId, route.verb === 'post' ? 'write' : 'read', async (db) => {
    const session = await findSession(db, token.tenantId, hashToken(token), services.clock.now());
    if (!session) return undefined;
    const { owes, ...person } = session;
    if (owes && !isOwnAccountPath(c.req.path)) {
      return { session: undefined, reply: seeOther(owedLink[owes]), kept: undefined, waiting: undefined };
    }
    const ctx = makeCtx(services, route.verb === 'post' ? 'write' : 'read', occasionOf(c, person, req), db);
    const answered = await doOnce(db, ctx, req, () => route.handler(ctx, req));
    const reply = answered.kind === 'page' ? await withHistory(ctx, answered) : answered;
    const kept = await keptOf(ctx, req, reply);
    return { session: person, ctx, reply, kept, waiting: await waitingCounts(ctx, reply) };
  });
}

/** On what occasion somebody who is signed in asks for something. */
function occasionOf(c: Context<AppEnv>, person: Pick<Occasion, 'tenant' | 'actor' | 'session'>, req: Req) {
  return {
    ...person,
    lang: languageOf(c),
    requestId: c.get('requestId'),
    remoteAddress: req.remoteAddress,
  };
}

/** Answers a request of somebody who is not signed in yet. */
export async function visitRequest(
  c: Context<AppEnv>,
  route: VisitRoute,
  draw: (shell: PlainShell, page: PageReply) => VNode,
): Promise<Response> {
  const lang = languageOf(c);
  const req = await readRequest(c);
  const reply = await route.handler(visitOf(c), req);
  const address = route.verb === 'get' ? req.address : reply.kind === 'page' ? reply.current : undefined;
  return answer(c, reply, (page) => draw({ lang, theme: themeOf(c), address, flash: takeFlash(c) }, page));
}

/** The request of somebody who is not known yet. */
export function visitOf(c: Context<AppEnv>): Visit {
  return {
    services: c.get('app').services,
    lang: languageOf(c),
    requestId: c.get('requestId'),
    remoteAddress: remoteAddress(c),
  };
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
    return answer(c, reply, (page) =>
      draw({ lang, theme: themeOf(c), address: req.address, tenant: undefined }, page),
    );
  }
  const tenant = await withoutTenant(services.pool, (db) => findTenantBySlug(db, slug));
  if (tenant?.kind !== 'commune') throw new NotFound();
  const occasion = { tenant, actor: systemActor('public', []), lang, requestId: c.get('requestId') };
  const reply = await openCtx(services, 'read', occasion, (ctx) => route.handler(ctx, req));
  return answer(c, reply, (page) => draw({ lang, theme: themeOf(c), address: req.address, tenant }, page));
}

function noPage(): never {
  throw new Error('this reply draws no page');
}
