import { act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx, TenantRef } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import type { Visit } from '#platform/session/visit.ts';
import { checkCode } from '../../second-factor/commands/check-code.server.ts';
import { findFactors } from '../../second-factor/queries.server.ts';
import { hasFactor } from '../../second-factor/second-factor.ts';
import { findAccount, findStep } from '../queries.server.ts';
import { type Admission, type Arrival, longestDevice, sessionHours, stepMinutes } from '../session.ts';
import { hashToken, newToken, readToken, type SessionToken, writeToken } from '../token.server.ts';

/**
 * Lets in a person who has shown a first factor: to a session, or, where the account has a second factor and
 * `isTwofold` does not say that both were shown, to the step that asks for it.
 */
export async function admit(
  visit: Visit,
  person: { actor: Actor; tenant: TenantRef },
  arrival: Arrival,
  isTwofold = false,
): Promise<Admission> {
  const token = newToken(person.tenant.id);
  return openCtx(visit.services, 'write', { ...visit, ...person }, async (ctx) => {
    const factors = await findFactors(ctx.db, ctx.tenant.id, ctx.actor.accountId ?? '');
    if (isTwofold || !hasFactor(factors)) {
      await openSession(ctx, token, arrival);
      return { kind: 'session', cookie: writeToken(token) };
    }
    await openStep(ctx, token);
    return { kind: 'step', cookie: writeToken(token) };
  });
}

/**
 * Opens the session that waits for its second factor. Refuses a wrong code, and a step that has run out or was taken
 * already. Throws `TooMany` when codes were tried too often.
 */
export async function finishSignIn(
  visit: Visit,
  stepCookie: string | undefined,
  given: Arrival & { code: string },
): Promise<Outcome<Admission, 'wrong-code' | 'no-step'>> {
  const step = readToken(stepCookie);
  const person = step && (await personAtStep(visit, step));
  if (!step || !person) return refused('no-step');
  const token = newToken(person.tenant.id);
  return openCtx(visit.services, 'write', { ...visit, ...person }, async (ctx) => {
    const checked = await checkCode(ctx, given.code);
    if (!checked.ok) return checked;
    if (!(await openSession(ctx, token, given, step))) return refused('no-step');
    return done({ kind: 'session', cookie: writeToken(token) });
  });
}

/** Who waits for the second factor with this cookie; undefined when nobody does, or no longer. */
export function personAtStep(visit: Visit, step: SessionToken) {
  const { pool, clock } = visit.services;
  return inTenant(pool, step.tenantId, 'read', async (db) => {
    const accountId = await findStep(db, step.tenantId, hashToken(step), clock.now());
    return accountId && findAccount(db, step.tenantId, accountId);
  });
}

async function openStep(ctx: Ctx, token: SessionToken): Promise<void> {
  await act(ctx, 'directory.session.begin', async (tx) => {
    const account_id = ctx.actor.accountId as Id<'account'>;
    await tx.db
      .deleteFrom('directory.sign_in_step')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('account_id', '=', account_id)
      .where('expires_at', '<=', tx.now)
      .execute();
    await tx.db
      .insertInto('directory.sign_in_step')
      .values({
        tenant_id: ctx.tenant.id,
        token_hash: hashToken(token),
        account_id,
        expires_at: new Date(tx.now.getTime() + stepMinutes * 60_000),
      })
      .execute();
    await tx.audit({ recordKind: 'account', recordId: account_id, before: null, after: {} });
    return done();
  });
}

/** False when the step that waited was taken meanwhile: one step opens one session. */
async function openSession(
  ctx: Ctx,
  token: SessionToken,
  arrival: Arrival,
  step?: SessionToken,
): Promise<boolean> {
  const opened = await act<undefined, 'no-step'>(ctx, 'directory.session.open', async (tx) => {
    const id = newId<'session'>();
    await tx.db
      .deleteFrom('directory.session')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('account_id', '=', ctx.actor.accountId)
      .where('expires_at', '<=', tx.now)
      .execute();
    if (step) {
      const taken = await tx.db
        .deleteFrom('directory.sign_in_step')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('token_hash', '=', hashToken(step))
        .returning('account_id')
        .executeTakeFirst();
      if (!taken) return refused('no-step');
    }
    await tx.db
      .insertInto('directory.session')
      .values({
        tenant_id: ctx.tenant.id,
        token_hash: hashToken(token),
        id,
        account_id: ctx.actor.accountId as Id<'account'>,
        device: arrival.userAgent.slice(0, longestDevice),
        remote_address: arrival.remoteAddress,
        opened_at: tx.now,
        expires_at: new Date(tx.now.getTime() + sessionHours * 3_600_000),
      })
      .execute();
    const after = { remoteAddress: arrival.remoteAddress };
    await tx.audit({ recordKind: 'session', recordId: id, before: null, after });
    return done();
  });
  return opened.ok;
}
