import { sql } from 'kysely';
import { act } from '#platform/db/act.ts';
import { parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import * as policy from '../policy.ts';
import { listFactorRoles } from '../queries.server.ts';

/** Says which roles need a second factor; all others do not. Refuses a role that the tenant does not have. */
export async function requireFactorOf(
  ctx: Ctx,
  codes: readonly string[],
): Promise<Outcome<undefined, 'unknown-role'>> {
  return act(ctx, 'directory.role.require-factor', async (tx) => {
    must(policy.requireOfRoles(ctx.actor));
    const roles = await listFactorRoles(ctx);
    if (codes.some((code) => !roles.some((role) => role.code === code))) return refused('unknown-role');
    await tx.db
      .updateTable('directory.role')
      .set({ requires_factor: sql<boolean>`code = any(${[...codes]}::text[])` })
      .where('tenant_id', '=', ctx.tenant.id)
      .execute();
    const required = roles.filter((role) => role.requiresFactor).map((role) => role.code);
    await tx.audit({
      recordKind: 'tenant',
      recordId: ctx.tenant.id,
      before: { rolesWithFactor: required },
      after: { rolesWithFactor: codes },
    });
    return done();
  });
}

/**
 * Takes the second factor away from somebody who has lost it, and ends their sign-ins. Throws `NotFound` for an account
 * of another tenant. Needs a fresh proof.
 */
export async function takeFactorAway(ctx: Ctx, account: string): Promise<Outcome<undefined, never>> {
  return act(ctx, 'directory.second-factor.take-away', async (tx) => {
    const id = parseId<'account'>(account);
    must(policy.takeAway(ctx.actor, id ?? ''));
    const found =
      id &&
      (await tx.db
        .selectFrom('directory.account')
        .select('id')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst());
    if (!found) throw new NotFound();
    must(proven(ctx));
    for (const table of [
      'directory.authenticator',
      'directory.passkey',
      'directory.recovery_code',
      'directory.sign_in_step',
      'directory.session',
    ] as const) {
      await tx.db
        .deleteFrom(table)
        .where('tenant_id', '=', ctx.tenant.id)
        .where('account_id', '=', id)
        .execute();
    }
    await tx.audit({ recordKind: 'account', recordId: id, before: {}, after: { secondFactor: false } });
    return done();
  });
}
