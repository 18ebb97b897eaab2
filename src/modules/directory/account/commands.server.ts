import { act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { shortestPassword } from './account.ts';
import { hashPassword } from './password.server.ts';
import * as policy from './policy.ts';

export interface NewAccount {
  readonly officerId: Id<'officer'>;
  readonly signInName: string;
  readonly password: string;
  /** Codes of roles of the tenant. */
  readonly roles: readonly string[];
  /** An administrator chose the password, and the person is to choose another. */
  readonly isStartPassword?: boolean;
}

/** Lets an officer sign in, with these roles. Refuses a name that is taken anywhere and a password that is too short. */
export async function createAccount(
  ctx: Ctx,
  account: NewAccount,
): Promise<Outcome<Id<'account'>, 'name-taken' | 'password-short'>> {
  if (account.password.length < shortestPassword)
    return refused('password-short', { least: shortestPassword });
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
