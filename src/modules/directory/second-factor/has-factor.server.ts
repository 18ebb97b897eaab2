import { type RawBuilder, sql } from 'kysely';

/**
 * True for accounts of the alias `a` with an authenticator app that counts or a passkey. The planner may turn a subquery
 * into a hash of its own, so each names the tenant itself.
 */
export function accountHasFactor(tenantId: string): RawBuilder<boolean> {
  return sql<boolean>`(exists (select 1 from directory.authenticator t
      where t.tenant_id = ${tenantId} and t.account_id = a.id and t.confirmed_at is not null)
    or exists (select 1 from directory.passkey k where k.tenant_id = ${tenantId} and k.account_id = a.id))`;
}
