import { setTimeout } from 'node:timers/promises';
import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { inTenant, withoutTenant } from '#platform/db/tenant-transaction.ts';
import { systemActor } from '#platform/session/actor.ts';
import type { TenantRef } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import type { Visit } from '#platform/session/visit.ts';
import { passwordFits } from '../../account/password.server.ts';
import { findAccount, findSignInName } from '../queries.server.ts';
import type { Admission, Arrival } from '../session.ts';
import { admit } from './admit.server.ts';

/** Longer than the work of any refusal, so that its time does not tell which names exist. */
const refusalMs = 250;

/**
 * Signs a person in by name and password: to a session, or to the step that asks for the second factor. Every wrong
 * try is refused in the same words and after the same time, whether the name exists or not; that of an account stands in
 * its audit. Throws `TooMany` when the name or the address has tried too often.
 */
export async function signIn(
  visit: Visit,
  attempt: Arrival & { name: string; password: string },
): Promise<Outcome<Admission, 'wrong-name-or-password'>> {
  const { pool, throttle } = visit.services;
  await throttle.count('sign-in-address', attempt.remoteAddress);
  await throttle.count('sign-in-name', attempt.name);
  const leastTime = setTimeout(refusalMs, undefined, { ref: false });
  const lead = await withoutTenant(pool, (db) => findSignInName(db, attempt.name));
  const account =
    lead &&
    (await inTenant(pool, lead.tenantId, 'read', (db) => findAccount(db, lead.tenantId, lead.accountId)));
  if (!(await passwordFits(account?.passwordHash, attempt.password)) || !account) {
    if (lead && account) await noteWrongPassword(visit, account.tenant, lead.accountId, attempt);
    await leastTime;
    return refused('wrong-name-or-password');
  }
  await throttle.forget('sign-in-name', attempt.name);
  return done(await admit(visit, account, attempt));
}

async function noteWrongPassword(
  visit: Visit,
  tenant: TenantRef,
  accountId: string,
  { remoteAddress }: Arrival,
): Promise<void> {
  const occasion = { ...visit, tenant, actor: systemActor('sign-in', []) };
  await openCtx(visit.services, 'write', occasion, (ctx) =>
    act(ctx, 'directory.session.refuse', async (tx) => {
      await tx.audit({ recordKind: 'account', recordId: accountId, before: null, after: { remoteAddress } });
      return done();
    }),
  );
}
