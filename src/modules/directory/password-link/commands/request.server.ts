import { setTimeout } from 'node:timers/promises';
import { type Act, act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done } from '#platform/db/outcome.ts';

import { inTenant, withoutTenant } from '#platform/db/tenant-transaction.ts';
import { TooMany } from '#platform/http/thrown.ts';
import { systemActor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import type { Visit } from '#platform/session/visit.ts';
import { findAccount, findSignInName } from '../../session/queries.server.ts';
import { linkMinutes } from '../password-link.ts';
import { findEmail } from '../queries.server.ts';

export const sendJobName = 'directory.password-link.send';

/** Longer than the work for an account that exists, so that the time of the answer does not tell. */
const answerMs = 400;

/**
 * Asks for a link by e-mail for whoever signs in under this name. Answers the same, and after the same time, whether
 * the name exists, has an address, or was asked for too often. Throws `TooMany` when the network address asks too
 * often.
 */
export async function requestLink(
  visit: Visit,
  asked: { name: string; remoteAddress: string },
): Promise<void> {
  await visit.services.throttle.count('forgotten-address', asked.remoteAddress);
  await Promise.all([setTimeout(answerMs), prepareLink(visit, asked.name)]);
}

async function prepareLink(visit: Visit, name: string): Promise<void> {
  const { pool, throttle } = visit.services;
  try {
    await throttle.count('forgotten-name', name);
  } catch (error) {
    if (error instanceof TooMany) return;
    throw error;
  }
  const lead = await withoutTenant(pool, (db) => findSignInName(db, name));
  if (!lead) return;
  const found = await inTenant(pool, lead.tenantId, 'read', async (db) => ({
    account: await findAccount(db, lead.tenantId, lead.accountId),
    email: await findEmail(db, lead.tenantId, lead.accountId),
  }));
  if (!found.account || !found.email) return;
  const occasion = { ...visit, tenant: found.account.tenant, actor: systemActor('forgotten-password', []) };
  await openCtx(visit.services, 'write', occasion, (ctx) =>
    act(ctx, 'directory.password-link.request', async (tx) => {
      const id = await insertLink(tx, ctx, lead.accountId, { tokenHash: null, madeBy: null });
      await tx.enqueue({ name: sendJobName, payload: { linkId: id } });
      const after = { accountId: lead.accountId };
      await tx.audit({ recordKind: 'password-link', recordId: id, before: null, after });
      return done();
    }),
  );
}

/** Writes a new link; those that the account had before are void. For use inside an act. */
export async function insertLink(
  tx: Act,
  ctx: Ctx,
  accountId: string,
  made: { tokenHash: Buffer | null; madeBy: Id<'account'> | null },
): Promise<Id<'password-link'>> {
  await tx.db
    .deleteFrom('directory.password_link')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute();
  const id = newId<'password-link'>();
  await tx.db
    .insertInto('directory.password_link')
    .values({
      tenant_id: ctx.tenant.id,
      id,
      account_id: accountId,
      token_hash: made.tokenHash,
      made_by: made.madeBy,
      made_at: tx.now,
      expires_at: new Date(tx.now.getTime() + linkMinutes * 60_000),
    })
    .execute();
  return id;
}
