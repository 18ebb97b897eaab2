import { sql } from 'kysely';
import { type Id, parseId } from '#platform/db/id.ts';
import { matchesWords } from '#platform/search/matching.server.ts';
import { readSearch } from '#platform/search/search-words.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { EvidenceKind } from './evidence.ts';
import type { EvidenceOwner } from './owner.server.ts';

/** A proof that stands somewhere else and can be used for one more record. */
export interface FoundEvidence {
  readonly evidenceId: Id<'evidence'>;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly number: string | null;
  readonly addedByName: string;
  readonly addedAt: Date;
}

const mostFound = 30;

/** Proofs of other records that the person may see, by name or number, newest first; not those that this record has. */
export async function listAttachable(
  ctx: Ctx,
  owner: EvidenceOwner,
  recordId: string,
  search: string,
): Promise<FoundEvidence[]> {
  const words = readSearch(search);
  let query = standing(ctx)
    .where(seenElsewhere(ctx, owner))
    .where(
      sql<boolean>`not exists (select from casework.evidence_attachment o
      where o.tenant_id = e.tenant_id and o.evidence_id = e.id and o.record_kind = ${owner.kind}
        and o.record_id = ${recordId} and o.removed_at is null)`,
    );
  if (words) query = query.where(matchesWords('v', words));
  const rows = await query.orderBy('v.added_at', 'desc').orderBy('e.id').limit(mostFound).execute();
  return rows.map((row) => ({
    evidenceId: row.id as Id<'evidence'>,
    kind: row.kind as EvidenceKind,
    title: row.title,
    number: row.number,
    addedByName: row.added_by_name,
    addedAt: row.added_at,
  }));
}

/** One proof that the person may see at some record, as it stands now; undefined where there is none such. */
export async function findSeenEvidence(
  ctx: Ctx,
  owner: EvidenceOwner,
  evidenceId: string,
): Promise<{ id: Id<'evidence'>; title: string; sha256: string | null } | undefined> {
  const id = parseId<'evidence'>(evidenceId);
  if (!id) return undefined;
  const row = await standing(ctx)
    .leftJoin('platform.file_content as f', (join) =>
      join.onRef('f.tenant_id', '=', 'v.tenant_id').onRef('f.id', '=', 'v.content_id'),
    )
    .select('f.sha256')
    .where('e.id', '=', id)
    .where(seenElsewhere(ctx, owner))
    .executeTakeFirst();
  return row && { id, title: row.title, sha256: row.sha256?.toString('hex') ?? null };
}

/** The other records that a proof serves, of those that the person may see, with what they are called. */
export async function listUsedBy(
  ctx: Ctx,
  owner: EvidenceOwner,
  evidenceId: Id<'evidence'>,
): Promise<{ recordId: string; attachmentId: string; title: string }[]> {
  const rows = await ctx.db
    .selectFrom('casework.evidence_attachment as a')
    .select(['a.id', 'a.record_id'])
    .where('a.tenant_id', '=', ctx.tenant.id)
    .where('a.evidence_id', '=', evidenceId)
    .where('a.record_kind', '=', owner.kind)
    .where('a.removed_at', 'is', null)
    .where(owner.visibleTo(ctx.actor))
    .orderBy('a.id')
    .limit(200)
    .execute();
  const titles = await owner.titles(
    ctx,
    rows.map((row) => row.record_id),
  );
  return rows.flatMap((row) => {
    const title = titles.get(row.record_id);
    return title === undefined ? [] : { recordId: row.record_id, attachmentId: row.id, title };
  });
}

function standing(ctx: Ctx) {
  return ctx.db
    .selectFrom('casework.evidence as e')
    .innerJoin('casework.evidence_version as v', (join) =>
      join
        .onRef('v.tenant_id', '=', 'e.tenant_id')
        .onRef('v.evidence_id', '=', 'e.id')
        .onRef('v.version', '=', 'e.version'),
    )
    .select(['e.id', 'e.kind', 'v.title', 'v.number', 'v.added_by_name', 'v.added_at'])
    .where('e.tenant_id', '=', ctx.tenant.id);
}

function seenElsewhere(ctx: Ctx, owner: EvidenceOwner) {
  return sql<boolean>`exists (select from casework.evidence_attachment a
    where a.tenant_id = e.tenant_id and a.evidence_id = e.id and a.record_kind = ${owner.kind}
      and a.removed_at is null and ${owner.visibleTo(ctx.actor)})`;
}
