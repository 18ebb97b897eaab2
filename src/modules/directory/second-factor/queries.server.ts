import { sql } from 'kysely';
import type { ReadDb } from '#platform/db/db.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { showSecret } from './authenticator.server.ts';
import type { Factors, PendingAuthenticator } from './second-factor.ts';

/** Which second factors an account has. */
export async function findFactors(db: ReadDb, tenantId: string, accountId: string): Promise<Factors> {
  const row = await db
    .selectFrom('directory.account as a')
    .leftJoin('directory.authenticator as t', (join) =>
      join.onRef('t.tenant_id', '=', 'a.tenant_id').onRef('t.account_id', '=', 'a.id'),
    )
    .select([
      't.confirmed_at',
      sql<number>`(select count(*)::integer from directory.recovery_code c
        where c.tenant_id = a.tenant_id and c.account_id = a.id and c.used_at is null)`.as('codes_left'),
      sql<number>`(select count(*)::integer from directory.passkey p
        where p.tenant_id = a.tenant_id and p.account_id = a.id)`.as('passkeys'),
    ])
    .where('a.tenant_id', '=', tenantId)
    .where('a.id', '=', accountId)
    .executeTakeFirst();
  return {
    authenticatorSince: row?.confirmed_at ?? null,
    passkeys: row?.passkeys ?? 0,
    recoveryCodesLeft: row?.codes_left ?? 0,
  };
}

/** The authenticator app that the person has begun to set up and not finished. */
export async function findPendingAuthenticator(
  ctx: Ctx,
  labels: { issuer: string; label: string },
): Promise<PendingAuthenticator | undefined> {
  const row = await ctx.db
    .selectFrom('directory.authenticator')
    .select('secret')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('account_id', '=', ctx.actor.accountId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();
  return row && showSecret(row.secret, labels);
}

/** Whether a role of the person demands a second factor. */
export async function isFactorRequired(ctx: Ctx): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('directory.account_role as ar')
    .innerJoin('directory.role as r', (join) =>
      join.onRef('r.tenant_id', '=', 'ar.tenant_id').onRef('r.id', '=', 'ar.role_id'),
    )
    .select('r.id')
    .where('ar.tenant_id', '=', ctx.tenant.id)
    .where('ar.account_id', '=', ctx.actor.accountId)
    .where('r.requires_factor', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}

/** A role of the tenant, and whether it demands a second factor. */
export interface FactorRole {
  readonly code: string;
  readonly requiresFactor: boolean;
}

/** The roles of the tenant with their demand. */
export async function listFactorRoles(ctx: Ctx): Promise<FactorRole[]> {
  const rows = await ctx.db
    .selectFrom('directory.role')
    .select(['code', 'requires_factor'])
    .where('tenant_id', '=', ctx.tenant.id)
    .orderBy('code')
    .execute();
  return rows.map((row) => ({ code: row.code, requiresFactor: row.requires_factor }));
}
