import type { Pool } from '#platform/db/db.ts';
import { newId } from '#platform/db/id.ts';

/** Puts the link of an account straight into its table: making one asks for a proof. Nobody knows its secret. */
export async function plantFeed(
  migrator: Pool,
  tenantId: string,
  accountId: string | null | undefined,
): Promise<string> {
  const id = newId();
  await migrator.query(
    `insert into planning.calendar_feed (tenant_id, id, account_id, name, kind, lang, hint, secret_hash, created_at, renewed_at)
     values ($1, $2, $3, 'Lịch bị gõ cửa', 'own', 'vi', 'abcd', sha256($4), now(), now())`,
    [tenantId, id, accountId, Buffer.from(id)],
  );
  return id;
}
