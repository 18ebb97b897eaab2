import { type Act, act } from '#platform/db/act.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { hasAdministrator, lockRights } from './last-administrator.server.ts';
import { hashPassword } from './password.server.ts';
import { endSessions, keysInAudit, revokeKeys, voidBegun } from './password-change.server.ts';
import * as policy from './policy.ts';
import { newStartPassword } from './start-password.server.ts';

/**
 * Keeps the officer out: ends every open session and makes the account's keys useless, also after it is unlocked. Refuses
 * the caller's own account and the last administrator's.
 */
export async function lockAccount(
  ctx: Ctx,
  officerId: string,
): Promise<Outcome<undefined, 'own-account' | 'last-administrator' | 'locked'>> {
  return act(ctx, 'directory.account.lock', async (tx) => {
    must(policy.lock(ctx.actor));
    await lockRights(ctx, tx);
    const account = await lockRow(ctx, tx, officerId);
    if (account.id === ctx.actor.accountId) return refused('own-account');
    if (account.lockedAt !== null) return refused('locked');
    await set(ctx, tx, account.id, { locked_at: tx.now });
    await endSessions(tx, ctx, account.id);
    const revoked = await revokeKeys(tx, ctx, account.id);
    if (!(await hasAdministrator(ctx, tx))) return refused('last-administrator');
    await tx.audit({
      recordKind: 'account',
      recordId: account.id,
      before: { locked: false },
      after: { locked: true, ...keysInAudit(revoked) },
    });
    return done();
  });
}

/** Lets the officer sign in again. */
export async function unlockAccount(ctx: Ctx, officerId: string): Promise<Outcome<undefined, 'not-locked'>> {
  return act(ctx, 'directory.account.unlock', async (tx) => {
    must(policy.unlock(ctx.actor));
    const account = await lockRow(ctx, tx, officerId);
    if (account.lockedAt === null) return refused('not-locked');
    await set(ctx, tx, account.id, { locked_at: null });
    await tx.audit({
      recordKind: 'account',
      recordId: account.id,
      before: { locked: true },
      after: { locked: false },
    });
    return done();
  });
}

/**
 * Gives the account a new start password, which is told once and kept only as a hash; open sessions end and its keys
 * become useless. Needs a fresh proof.
 */
export async function resetPassword(
  ctx: Ctx,
  officerId: string,
): Promise<Outcome<{ signInName: string; password: string }, never>> {
  // Asked before the hash too, which costs much more than a refusal may.
  must(policy.resetPassword(ctx.actor));
  const password = newStartPassword();
  const passwordHash = await hashPassword(password);
  return act(ctx, 'directory.account.reset-password', async (tx) => {
    must(policy.resetPassword(ctx.actor));
    const account = await lockRow(ctx, tx, officerId);
    must(proven(ctx));
    await set(ctx, tx, account.id, { password_hash: passwordHash, start_password_at: tx.now });
    await endSessions(tx, ctx, account.id);
    await voidBegun(tx, ctx, account.id);
    const revoked = await revokeKeys(tx, ctx, account.id);
    await tx.audit({
      recordKind: 'account',
      recordId: account.id,
      before: {},
      after: { startPassword: true, ...keysInAudit(revoked) },
    });
    return done({ signInName: account.signInName, password });
  });
}

/**
 * Says which roles the account holds, by their ids; sign-ins of somebody else that were opened under other roles end.
 * A role that was put aside stays with whoever holds it, for the day when it is taken up again.
 * Refuses a role that the tenant does not have or has put aside, and whatever would leave nobody to give rights. Needs a
 * fresh proof.
 */
export async function setAccountRoles(
  ctx: Ctx,
  officerId: string,
  roleIds: readonly string[],
): Promise<Outcome<undefined, 'unknown-role' | 'last-administrator'>> {
  return act(ctx, 'directory.account.set-roles', async (tx) => {
    must(policy.setRoles(ctx.actor));
    await lockRights(ctx, tx);
    const account = await lockRow(ctx, tx, officerId);
    must(proven(ctx));
    const before = await rolesOf(ctx, tx, account.id);
    const wanted = [...new Set(roleIds)];
    const known = wanted.length > 0 ? await findStandingProofs(ctx, tx, wanted) : [];
    if (known.length !== wanted.length) return refused('unknown-role');
    await takeStanding(ctx, tx, account.id);
    if (known.length > 0) {
      await tx.db
        .insertInto('directory.account_role')
        .values(known.map(({ id }) => ({ tenant_id: ctx.tenant.id, account_id: account.id, role_id: id })))
        .execute();
    }
    if (!(await hasAdministrator(ctx, tx))) return refused('last-administrator');
    if (account.id !== ctx.actor.accountId) await endSessions(tx, ctx, account.id);
    await tx.audit({
      recordKind: 'account',
      recordId: account.id,
      before: { roles: before },
      after: { roles: known.map((role) => role.code) },
    });
    return done();
  });
}

interface LockedAccount {
  readonly id: Id<'account'>;
  readonly signInName: string;
  readonly lockedAt: unknown;
}

/** Locks the account of an officer; an officer without one, or of another tenant, is not found. */
async function lockRow(ctx: Ctx, tx: Act, officerId: string): Promise<LockedAccount> {
  const id = parseId<'officer'>(officerId);
  const row =
    id &&
    (await tx.db
      .selectFrom('directory.account')
      .select(['id', 'sign_in_name', 'locked_at'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('officer_id', '=', id)
      .forUpdate()
      .executeTakeFirst());
  if (!row) throw new NotFound();
  return {
    id: row.id as Id<'account'>,
    signInName: row.sign_in_name,
    lockedAt: row.locked_at,
  };
}

async function set(
  ctx: Ctx,
  tx: Act,
  accountId: Id<'account'>,
  change: { locked_at?: Date | null; password_hash?: string; start_password_at?: Date },
): Promise<void> {
  await tx.db
    .updateTable('directory.account')
    .set(change)
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', accountId)
    .execute();
}

async function rolesOf(ctx: Ctx, tx: Act, accountId: Id<'account'>): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('directory.account_role as ar')
    .innerJoin('directory.role as r', (join) =>
      join.onRef('r.tenant_id', '=', 'ar.tenant_id').onRef('r.id', '=', 'ar.role_id'),
    )
    .select('r.code')
    .where('ar.tenant_id', '=', ctx.tenant.id)
    .where('ar.account_id', '=', accountId)
    .execute();
  return rows.map((row) => row.code);
}

/** Takes every role from the account but those that were put aside. */
async function takeStanding(ctx: Ctx, tx: Act, accountId: Id<'account'>): Promise<void> {
  await tx.db
    .deleteFrom('directory.account_role')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('account_id', '=', accountId)
    .where('role_id', 'in', (query) =>
      query
        .selectFrom('directory.role')
        .select('id')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('ended_at', 'is', null),
    )
    .execute();
}

async function findStandingProofs(ctx: Ctx, tx: Act, ids: readonly string[]) {
  return tx.db
    .selectFrom('directory.role')
    .select(['id', 'code'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', 'in', [...ids])
    .where('ended_at', 'is', null)
    .execute();
}
