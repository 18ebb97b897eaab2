import type { Pool } from '#platform/db/db.ts';
import { newId } from '#platform/db/id.ts';

/** A webhook, put straight into its table. */
export async function plantWebhook(migrator: Pool, tenantId: string): Promise<string> {
  const id = newId();
  await migrator.query(
    `insert into platform.webhook (tenant_id, id, name, url, events, secret, state, created_at)
     values ($1, $2, 'Webhook bị gõ cửa', 'https://nowhere.invalid/', '{}', 'whsec_', 'active', now())`,
    [tenantId, id],
  );
  return id;
}

/** Put straight into its table: making one asks for a proof, which is another test's. */
export async function plantMachine(migrator: Pool, tenantId: string): Promise<string> {
  const id = newId();
  await migrator.query(
    `insert into directory.machine (tenant_id, id, name, role_id, created_at)
     select $1, $2, 'Phần mềm bị gõ cửa', id, now() from directory.role where tenant_id = $1 and code = 'focal'`,
    [tenantId, id],
  );
  return id;
}
