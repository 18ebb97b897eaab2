import { sql } from 'kysely';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/** Who of these officers has confirmed an address for which way, as `officer channel`; one statement for all of them. */
export async function findReached(
  ctx: Ctx,
  officerIds: readonly Id<'officer'>[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ officer_id: string; channel: string }>`
    select c.officer_id, c.channel from casework.contact c
    where c.tenant_id = ${ctx.tenant.id} and c.confirmed_at is not null
      and c.officer_id = any(${[...new Set(officerIds)]}::uuid[])`.execute(ctx.db);
  return new Set(rows.map((row) => `${row.officer_id} ${row.channel}`));
}
