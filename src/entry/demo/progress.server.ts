import type { Id } from '#platform/db/id.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import type { Services } from '#platform/session/open-ctx.ts';

/** Whether one of these acts has ever been done in a tenant, whatever became of its record. */
export async function wasDone(
  services: Services,
  tenantId: Id<'tenant'>,
  acts: readonly string[],
): Promise<boolean> {
  const line = await inTenant(services.pool, tenantId, 'read', (db) =>
    db
      .selectFrom('platform.audit_line')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('act', 'in', [...acts])
      .limit(1)
      .executeTakeFirst(),
  );
  return line !== undefined;
}
