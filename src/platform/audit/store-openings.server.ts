import type { Pool } from '#platform/db/db.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { writeAuditLine } from './audit-line.server.ts';

/**
 * Stores the openings that a request noted, in a transaction of their own, because that of a reading request cannot
 * write. For those who open a `Ctx`: after its transaction has ended, before the answer is sent.
 */
export async function storeOpenings(pool: Pool, ctx: Ctx): Promise<void> {
  if (ctx.openings.length === 0) return;
  const now = ctx.clock.now();
  await inTenant(pool, ctx.tenant.id, 'write', async (db) => {
    for (const { act, recordKind, recordId, shown } of ctx.openings) {
      writeAuditLine(db, ctx, act, now, { recordKind, recordId, before: null, after: shown });
    }
  });
}
