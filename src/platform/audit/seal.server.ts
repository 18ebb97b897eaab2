import type pg from 'pg';

/** Lines in one transaction: short enough to hold back no cleaning of the table. */
const batch = 2_000;

/**
 * Gives every waiting audit line its place and hash, of all tenants, in the order of their time. Writers neither wait
 * nor are waited for. For the owner of the schemas: the app role may not. Gives how many lines were sealed.
 */
export async function sealAuditLines(owner: Pick<pg.Pool, 'query'>): Promise<number> {
  for (let all = 0; ; ) {
    const { rows } = await owner.query<{ sealed: number }>('select platform.seal_audit_lines($1) as sealed', [
      batch,
    ]);
    const sealed = rows[0]?.sealed ?? 0;
    all += sealed;
    if (sealed < batch) return all;
  }
}
