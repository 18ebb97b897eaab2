import { sql } from 'kysely';
import type { Act } from '#platform/db/act.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/**
 * Puts a record into the trash at a moment, or brings it back with null, within an act that has the right. The table has
 * `tenant_id`, `id` and `discarded_at`. True where it was not so before.
 */
export async function setDiscarded(
  ctx: Pick<Ctx, 'tenant'>,
  tx: Pick<Act, 'db'>,
  record: { readonly table: string; readonly id: string },
  at: Date | null,
): Promise<boolean> {
  const { rows } = await sql`update ${sql.table(record.table)} set discarded_at = ${at}
    where tenant_id = ${ctx.tenant.id} and id = ${record.id}
      and (discarded_at is null) = ${at !== null} returning id`.execute(tx.db);
  return rows.length > 0;
}
