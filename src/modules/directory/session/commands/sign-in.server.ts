import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { inTenant, withoutTenant } from '#platform/db/tenant-transaction.ts';
import type { Visit } from '#platform/session/visit.ts';
import { passwordFits } from '../../account/password.server.ts';
import { findAccount, findSignInName } from '../queries.server.ts';
import type { Admission, Arrival } from '../session.ts';
import { admit } from './admit.server.ts';

/**
 * Signs a person in by name and password: to a session, or to the step that asks for the second factor. Every wrong
 * try is refused in the same words and takes the same work, whether the name exists or not. Throws `TooMany` when the
 * name or the address has tried too often.
 */
export async function signIn(
  visit: Visit,
  attempt: Arrival & { name: string; password: string },
): Promise<Outcome<Admission, 'wrong-name-or-password'>> {
  const { pool, throttle } = visit.services;
  await throttle.count('sign-in-address', attempt.remoteAddress);
  await throttle.count('sign-in-name', attempt.name);
  const lead = await withoutTenant(pool, (db) => findSignInName(db, attempt.name));
  const account =
    lead &&
    (await inTenant(pool, lead.tenantId, 'read', (db) => findAccount(db, lead.tenantId, lead.accountId)));
  if (!(await passwordFits(account?.passwordHash, attempt.password)) || !account) {
    return refused('wrong-name-or-password');
  }
  await throttle.forget('sign-in-name', attempt.name);
  return done(await admit(visit, account, attempt));
}
