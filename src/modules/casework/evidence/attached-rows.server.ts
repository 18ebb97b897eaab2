import type { ReadDb } from '#platform/db/db.ts';
import type { Id } from '#platform/db/id.ts';

/** Of which record the attachments are asked for. */
export interface AttachedTo {
  readonly tenantId: Id<'tenant'>;
  readonly recordKind: string;
  readonly recordId: string;
}

/**
 * The attachments of one record, removed ones too, as rows aliased `a`, each with its proof `e`, the version `v` that
 * counts now, and the content `f` of its file where it has one.
 */
export function attachedRows(db: ReadDb, { tenantId, recordKind, recordId }: AttachedTo) {
  return db
    .selectFrom('casework.evidence_attachment as a')
    .innerJoin('casework.evidence as e', (join) =>
      join.onRef('e.tenant_id', '=', 'a.tenant_id').onRef('e.id', '=', 'a.evidence_id'),
    )
    .innerJoin('casework.evidence_version as v', (join) =>
      join
        .onRef('v.tenant_id', '=', 'e.tenant_id')
        .onRef('v.evidence_id', '=', 'e.id')
        .onRef('v.version', '=', 'e.version'),
    )
    .leftJoin('platform.file_content as f', (join) =>
      join.onRef('f.tenant_id', '=', 'v.tenant_id').onRef('f.id', '=', 'v.content_id'),
    )
    .where('a.tenant_id', '=', tenantId)
    .where('a.record_kind', '=', recordKind)
    .where('a.record_id', '=', recordId);
}
