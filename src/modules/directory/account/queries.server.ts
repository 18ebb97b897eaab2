import type { Ctx } from '#platform/session/ctx.ts';
import { NotFound } from '#platform/http/thrown.ts';

/** What a person sees of the own account. */
export interface OwnAccount {
  readonly signInName: string;
  readonly passwordChangedAt: Date | null;
  /** An administrator gave the password that stands. */
  readonly hasStartPassword: boolean;
  readonly email: string | null;
  /** Keys of one letter do something outside of fields. */
  readonly hasPlainKeys: boolean;
}

/** The account of the person who asks. Throws `NotFound` for the system, which has none. */
export async function getOwnAccount(ctx: Ctx): Promise<OwnAccount> {
  const row = await ctx.db
    .selectFrom('directory.account')
    .select(['sign_in_name', 'password_changed_at', 'start_password_at', 'email', 'has_plain_keys'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', ctx.actor.accountId)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return {
    signInName: row.sign_in_name,
    passwordChangedAt: row.password_changed_at,
    hasStartPassword: row.start_password_at !== null,
    email: row.email,
    hasPlainKeys: row.has_plain_keys,
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
