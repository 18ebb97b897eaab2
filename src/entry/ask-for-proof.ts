import type { Context } from 'hono';
import {
  findSession,
  hashToken,
  landingPath,
  readToken,
  sessionCookie,
} from '#modules/directory/index.server.ts';
import { proofLink } from '#modules/directory/links.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { localAddress } from '#platform/http/local-address.ts';
import { type SeeOtherReply, seeOther } from '#platform/http/reply.ts';
import { pathOf, type Req } from '#platform/http/req.ts';
import { goOnQuery, keepable } from '#platform/kept-form/kept-form.ts';
import { keepUnsentForm } from '#platform/kept-form/kept-form.server.ts';
import { type AppEnv, readCookie } from './respond.ts';

/**
 * Leads to the page that asks the person for a proof, and from there back to where they stand. What they typed into a
 * form that is kept waits there, to be sent by one press; secrets are typed anew.
 */
export async function askForProof(c: Context<AppEnv>, req: Req): Promise<SeeOtherReply> {
  if (c.req.method === 'GET') return seeOther(proofLink(req.address));
  const from = c.req.header('referer') ?? '';
  const page = URL.canParse(from) ? new URL(from) : undefined;
  const keptPage = await keepTyped(c, req);
  if (!keptPage) return seeOther(proofLink(localAddress(page && page.pathname + page.search, landingPath)));
  // A form that came back with a problem stands on the address that it was sent to, which may be no page.
  const query = new URLSearchParams(page?.pathname === keptPage ? page.search : '');
  query.set(goOnQuery, '1');
  return seeOther(proofLink(localAddress(`${keptPage}?${query}`, keptPage)));
}

/** Keeps what was sent, in a transaction of its own: that of the request was taken back. Gives the page of the form. */
async function keepTyped(c: Context<AppEnv>, req: Req): Promise<string | undefined> {
  const { pool, clock } = c.get('app').services;
  const { key, keptPage } = req.form;
  const fields = keepable(req.form.entries());
  const token = readToken(readCookie(c, sessionCookie));
  if (!key || !keptPage || !fields || !token) return undefined;
  return inTenant(pool, token.tenantId, 'write', async (db) => {
    const now = clock.now();
    const session = await findSession(db, token.tenantId, hashToken(token), now);
    const accountId = session?.actor.accountId;
    if (!accountId) return undefined;
    const form = { formAddress: pathOf(req), pagePath: keptPage, formKey: key, fields };
    await keepUnsentForm(db, { tenantId: token.tenantId, accountId }, form, now);
    return keptPage;
  });
}
