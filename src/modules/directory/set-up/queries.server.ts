import { sql } from 'kysely';
import type { Ctx } from '#platform/session/ctx.ts';

/** How far the people of an office have been entered. */
export interface OfficeStart {
  readonly units: number;
  /** In office. */
  readonly officers: number;
  /** In office and without an account. */
  readonly withoutAccount: number;
  /** Accounts in the role of the focal officer, who brings the plan in. */
  readonly focals: number;
}

/** How far the caller's office is set up, for whoever may go on with it; undefined for everybody else. */
export async function findOfficeStart(ctx: Ctx): Promise<OfficeStart | undefined> {
  if (!ctx.actor.grants.has('directory.officer.create')) return undefined;
  const tenantId = ctx.tenant.id;
  return ctx.db
    .selectNoFrom([
      sql<number>`(select count(*)::integer from directory.unit u
        where u.tenant_id = ${tenantId} and u.ended_on is null)`.as('units'),
      sql<number>`(select count(*)::integer from directory.officer o
        where o.tenant_id = ${tenantId} and o.ended_on is null)`.as('officers'),
      sql<number>`(select count(*)::integer from directory.officer o
        where o.tenant_id = ${tenantId} and o.ended_on is null and not exists (
          select from directory.account a where a.tenant_id = o.tenant_id and a.officer_id = o.id))`.as(
        'withoutAccount',
      ),
      sql<number>`(select count(*)::integer from directory.account_role ar
        join directory.role r on r.tenant_id = ar.tenant_id and r.id = ar.role_id and r.code = 'focal'
        join directory.account a on a.tenant_id = ar.tenant_id and a.id = ar.account_id and a.locked_at is null
        where ar.tenant_id = ${tenantId})`.as('focals'),
    ])
    .executeTakeFirstOrThrow();
}
