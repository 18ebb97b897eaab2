import { type Expression, type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/session/actor.ts';
import type { EvidenceOwner } from '../evidence/owner.server.ts';

/**
 * The SQL twin of the right to evidence, over rows of frozen records aliased `z`: while one is being frozen it is seen by
 * who sees the record that it is for, and then by who sees any record that it proves.
 */
export function visibleTo(actor: Actor, owners: readonly EvidenceOwner[]): Expression<SqlBool> {
  const seen = owners.map((owner) => sql`(a.record_kind = ${owner.kind} and ${owner.visibleTo(actor)})`);
  if (seen.length === 0) return sql<SqlBool>`false`;
  return sql<SqlBool>`exists (select from (
      select z.tenant_id, z.record_kind, z.record_id where z.state <> 'ready'
      union all
      select z.tenant_id, b.record_kind, b.record_id from casework.evidence_attachment b
      where b.tenant_id = z.tenant_id and b.evidence_id = z.evidence_id and b.removed_at is null) a
    where ${sql.join(seen, sql` or `)})`;
}
