import type { Ctx } from '#platform/session/ctx.ts';
import { NotFound } from '#platform/http/thrown.ts';

/** What a person sees of the own account. */
export interface OwnAccount {
  readonly signInName: string;
  readonly passwordChangedAt: Date | null;
  /** An administrator gave the password that stands. */
  readonly hasStartPassword: boolean;
  readonly email: string | null;
}

/** The account of the person who asks. Throws `NotFound` for the system, which has none. */
export async function getOwnAccount(ctx: Ctx): Promise<OwnAccount> {
  const row = await ctx.db
    .selectFrom('directory.account')
    .select(['sign_in_name', 'password_changed_at', 'start_password_at', 'email'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', ctx.actor.accountId)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return {
    signInName: row.sign_in_name,
    passwordChangedAt: row.password_changed_at,
    hasStartPassword: row.start_password_at !== null,
    email: row.email,
  };
}

/** The form in which the password of the person who asks is kept. */
export async function findOwnPasswordHash(ctx: Ctx): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('directory.account')
    .select('password_hash')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', ctx.actor.accountId)
    .executeTakeFirst();
  return row?.password_hash;
}
