import { checkChain } from '#platform/audit/chain-lines.server.ts';
import { openPool } from '#platform/db/db.ts';
import { asOwner } from '#platform/db/tenant-transaction.ts';
import { connectionFor, type DatabaseServer } from '#platform/postgres/connection.ts';

/** What the chains of all tenants in a database say when they are checked from end to end. */
export interface AuditProof {
  readonly lines: number;
  readonly faults: number;
}

/** Checks the audit chain of every tenant in a database that was restored and brought to the newest schema. */
export async function proveAudit(server: DatabaseServer): Promise<AuditProof> {
  const pool = openPool({ ...connectionFor(server, 'migrator'), max: 1 }, () => undefined);
  try {
    const { rows } = await pool.query<{ id: string }>('select id from directory.tenant order by id');
    let [lines, faults] = [0, 0];
    for (const { id } of rows) {
      const finding = await asOwner(pool, (db) => checkChain(db, id));
      lines += finding.lines;
      faults += finding.faults.length;
    }
    return { lines, faults };
  } finally {
    await pool.end();
  }
}
