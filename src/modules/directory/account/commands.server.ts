import { act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { longestPassword, type PasswordProblem, passwordProblem, shortestPassword } from './account.ts';
import { hashPassword, passwordFits } from './password.server.ts';
import { endSessions, setPassword } from './password-change.server.ts';
import * as policy from './policy.ts';
import { findOwnPasswordHash, getOwnAccount } from './queries.server.ts';

const passwordLimits = { least: shortestPassword, most: longestPassword };

export interface NewAccount {
  readonly officerId: Id<'officer'>;
  readonly signInName: string;
  readonly password: string;
  /** Codes of roles of the tenant. */
  readonly roles: readonly string[];
  /** An administrator chose the password, and the person is to choose another. */
  readonly isStartPassword?: boolean;
}

/**
 * Lets an officer sign in, with these roles. Refuses a name that is taken anywhere and a password that is
 * easily guessed.
 */
export async function createAccount(
  ctx: Ctx,
  account: NewAccount,
): Promise<Outcome<Id<'account'>, 'name-taken' | PasswordProblem>> {
  // Asked before the hash too, which costs much more than a refusal may.
  must(policy.create(ctx.actor));
  const problem = passwordProblem(account.password, account.signInName);
  if (problem) return refused(problem, passwordLimits);
  const passwordHash = await hashPassword(account.password);
  return act(ctx, 'directory.account.create', async (tx) => {
    must(policy.create(ctx.actor));
    const id = newId<'account'>();
    const tenant_id = ctx.tenant.id;
    const claimed = await tx.db
      .insertInto('directory.sign_in_name')
      .values({ name: account.signInName, tenant_id, account_id: id })
      .onConflict((conflict) => conflict.doNothing())
      .returning('name')
      .executeTakeFirst();
    if (!claimed) return refused('name-taken');
    await tx.db
      .insertInto('directory.account')
      .values({
        tenant_id,
        id,
        officer_id: account.officerId,
        sign_in_name: account.signInName,
        password_hash: passwordHash,
        start_password_at: account.isStartPassword ? tx.now : null,
        created_at: tx.now,
      })
      .execute();
    if (account.roles.length > 0)
      await tx.db
        .insertInto('directory.account_role')
        .columns(['tenant_id', 'account_id', 'role_id'])
        .expression((from) =>
          from
            .selectFrom('directory.role')
            .select((row) => ['tenant_id', row.val(id).as('account_id'), 'id'])
            .where('tenant_id', '=', tenant_id)
            .where('code', 'in', [...account.roles]),
        )
        .execute();
    await tx.audit({
      recordKind: 'account',
      recordId: id,
      before: null,
      after: { signInName: account.signInName, officerId: account.officerId, roles: account.roles },
    });
    return done(id);
  });
}

/**
 * Gives the person a new password and ends all other open sign-ins. Refuses one that is easily guessed and the one that
 * stands. Needs a fresh proof of who sits at the keyboard.
 */
export async function changePassword(
  ctx: Ctx,
  password: string,
): Promise<Outcome<undefined, PasswordProblem | 'password-same'>> {
  must(policy.lookAfterOwn(ctx.actor));
  must(proven(ctx));
  const { signInName, passwordChangedAt } = await getOwnAccount(ctx);
  const problem = passwordProblem(password, signInName);
  if (problem) return refused(problem, passwordLimits);
  if (await passwordFits(await findOwnPasswordHash(ctx), password)) return refused('password-same');
  const passwordHash = await hashPassword(password);
  return act(ctx, 'directory.account.change-password', async (tx) => {
    const id = ctx.actor.accountId as Id<'account'>;
    await setPassword(tx, ctx, id, passwordHash);
    await endSessions(tx, ctx, id, ctx.session?.id);
    await tx.audit({
      recordKind: 'account',
      recordId: id,
      before: { passwordChangedAt },
      after: { passwordChangedAt: tx.now },
    });
    return done();
  });
}

/** Names where the link goes when the person forgets the password; null for nowhere. Needs a fresh proof. */
export async function changeEmail(ctx: Ctx, email: string | null): Promise<Outcome<undefined, never>> {
  return act(ctx, 'directory.account.change-email', async (tx) => {
    must(policy.lookAfterOwn(ctx.actor));
    must(proven(ctx));
    const before = await getOwnAccount(ctx);
    await tx.db
      .updateTable('directory.account')
      .set({ email })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', ctx.actor.accountId)
      .execute();
    await tx.audit({
      recordKind: 'account',
      recordId: ctx.actor.accountId as Id<'account'>,
      before: { email: before.email },
      after: { email },
    });
    return done();
  });
}

/** Turns the keys of one letter on or off for the person who asks. */
export async function chooseKeys(ctx: Ctx, hasPlainKeys: boolean): Promise<Outcome<undefined, never>> {
  return act(ctx, 'directory.account.choose-keys', async (tx) => {
    must(policy.lookAfterOwn(ctx.actor));
    const before = await getOwnAccount(ctx);
    await tx.db
      .updateTable('directory.account')
      .set({ has_plain_keys: hasPlainKeys })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', ctx.actor.accountId)
      .execute();
    await tx.audit({
      recordKind: 'account',
      recordId: ctx.actor.accountId as Id<'account'>,
      before: { hasPlainKeys: before.hasPlainKeys },
      after: { hasPlainKeys },
    });
    return done();
  });
}
