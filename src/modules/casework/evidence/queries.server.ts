import { sql } from 'kysely';
import { type Id, parseId } from '#platform/db/id.ts';
import { keptQuery } from '#platform/db/kept-query.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { usualReuseLimit } from '../reuse-limit/reuse-limit.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { keptForActorAndEach } from '#platform/session/kept-for-actor.server.ts';
import { attachedRows, type AttachedTo } from './attached-rows.server.ts';
import type { Evidence, EvidenceFile, EvidenceKind, EvidenceVersion } from './evidence.ts';
import type { EvidenceOwner } from './owner.server.ts';

const evidenceRows = keptForActorAndEach(
  (owner: EvidenceOwner, asker, { recordId }: { readonly recordId: string }) =>
    attachedTo(asker, owner).where('a.record_id', '=', recordId).orderBy('a.id'),
);

/** What is attached to a record and not removed, oldest first; nothing for who may not see the record. */
export async function listEvidence(ctx: Ctx, owner: EvidenceOwner, recordId: string): Promise<Evidence[]> {
  const id = parseId(recordId);
  if (!id) return [];
  const rows = await evidenceRows(owner, ctx, { recordId: id });
  return rows.map(toEvidence);
}

/** What is attached to each of these records and not removed, in one query; records that the person may not see have none. */
export async function listEvidenceOfMany(
  ctx: Ctx,
  owner: EvidenceOwner,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Evidence[]>> {
  if (recordIds.length === 0) return new Map();
  const rows = await attachedTo(ctx, owner)
    .select('a.record_id')
    .where(sql`a.record_id`, '=', sql`any(${[...recordIds]}::uuid[])`)
    .orderBy('a.id')
    .execute();
  const found = new Map<string, Evidence[]>();
  for (const row of rows) found.set(row.record_id, [...(found.get(row.record_id) ?? []), toEvidence(row)]);
  return found;
}

/** One proof of a record; `NotFound` when the record has no such for this person. */
export async function getEvidence(
  ctx: Ctx,
  owner: EvidenceOwner,
  recordId: string,
  attachmentId: string,
): Promise<Evidence> {
  const [record, id] = [parseId(recordId), parseId(attachmentId)];
  const row =
    record &&
    id &&
    (await attachedTo(ctx, owner)
      .where('a.record_id', '=', record)
      .where('a.id', '=', id)
      .executeTakeFirst());
  if (!row) throw new NotFound();
  return toEvidence(row);
}

/** Every version of a proof that the caller has read already, newest first. */
export async function listVersions(ctx: Ctx, evidenceId: Id<'evidence'>): Promise<EvidenceVersion[]> {
  const rows = await versions(ctx)
    .where('v.evidence_id', '=', evidenceId)
    .orderBy('v.version', 'desc')
    .limit(200)
    .execute();
  return rows.map(toVersion);
}

/** How much is attached to a record that the caller has read already. */
export async function countAttached(ctx: Ctx, owner: EvidenceOwner, recordId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('casework.evidence_attachment as a')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('a.tenant_id', '=', ctx.tenant.id)
    .where('a.record_kind', '=', owner.kind)
    .where('a.record_id', '=', recordId)
    .where('a.removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

const standingRows = keptQuery((db, place: AttachedTo) =>
  attachedRows(db, place)
    .select('a.id')
    .where('a.removed_at', 'is', null)
    .where((where) => where.or([where('f.scan', 'is', null), where('f.scan', '<>', 'infected')]))
    .orderBy('a.id'),
);

/**
 * The proofs that stand at a record which the caller has read already: attached, not in the trash, and doing no harm.
 * What waits for the scanner stands, or a scanner that is away would hold up the work.
 */
export async function findStandingProofs(
  ctx: Ctx,
  owner: Pick<EvidenceOwner, 'kind'>,
  recordId: string,
): Promise<Id<'evidence-attachment'>[]> {
  const rows = await standingRows(ctx.db, placeOf(ctx, owner, recordId));
  return rows.map(({ id }) => id as Id<'evidence-attachment'>);
}

/** Whether a record that the caller has read already has a proof with this very content. */
export async function isAttached(
  ctx: Ctx,
  owner: Pick<EvidenceOwner, 'kind'>,
  recordId: string,
  sha256: string,
): Promise<boolean> {
  const row = await attachedRows(ctx.db, placeOf(ctx, owner, recordId))
    .select('a.id')
    .where('a.removed_at', 'is', null)
    .where('f.sha256', '=', Buffer.from(sha256, 'hex'))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function placeOf(ctx: Ctx, { kind }: Pick<EvidenceOwner, 'kind'>, recordId: string): AttachedTo {
  return { tenantId: ctx.tenant.id, recordKind: kind, recordId };
}

function versions(ctx: Pick<Ctx, 'db' | 'tenant'>) {
  return ctx.db
    .selectFrom('casework.evidence_version as v')
    .leftJoin('platform.file_content as f', (join) =>
      join.onRef('f.tenant_id', '=', 'v.tenant_id').onRef('f.id', '=', 'v.content_id'),
    )
    .leftJoin('casework.signature_check as s', (join) =>
      join.onRef('s.tenant_id', '=', 'f.tenant_id').onRef('s.sha256', '=', 'f.sha256'),
    )
    .leftJoin('casework.frozen_record as z', (join) =>
      join
        .onRef('z.tenant_id', '=', 'v.tenant_id')
        .onRef('z.evidence_id', '=', 'v.evidence_id')
        .onRef('z.version', '=', 'v.version'),
    )
    .select([
      'z.id as frozen_id',
      'z.source',
      'z.query',
      'z.row_count',
      'z.frozen_at',
      's.standing as signatures',
      'v.version',
      'v.title',
      'v.url',
      'v.number',
      'v.issued_on',
      'v.issuer',
      'v.reason',
      'v.added_by_name',
      'v.added_at',
      'f.media_type',
      'f.byte_count',
      'f.sha256',
      'f.readability',
      'f.scan',
    ])
    .where('v.tenant_id', '=', ctx.tenant.id);
}

function attachedTo(ctx: Pick<Ctx, 'db' | 'tenant' | 'actor'>, owner: EvidenceOwner) {
  return versions(ctx)
    .innerJoin('casework.evidence as e', (join) =>
      join
        .onRef('e.tenant_id', '=', 'v.tenant_id')
        .onRef('e.id', '=', 'v.evidence_id')
        .onRef('e.version', '=', 'v.version'),
    )
    .innerJoin('casework.evidence_attachment as a', (join) =>
      join.onRef('a.tenant_id', '=', 'e.tenant_id').onRef('a.evidence_id', '=', 'e.id'),
    )
    .select([
      'a.id',
      'e.id as evidence_id',
      'e.kind',
      servesRecords.as('serves_records'),
      reuseLimit.as('reuse_limit'),
    ])
    .where('a.record_kind', '=', owner.kind)
    .where('a.removed_at', 'is', null)
    .where(owner.visibleTo(ctx.actor));
}

/** Records of any kind with a proof of the same content, address or document, whoever brought it there. */
const servesRecords = sql<number>`(
  select count(distinct (b.record_kind, b.record_id))::int
  from casework.evidence_version w
  join casework.evidence d on d.tenant_id = w.tenant_id and d.id = w.evidence_id and d.version = w.version
  join casework.evidence_attachment b on b.tenant_id = d.tenant_id and b.evidence_id = d.id and b.removed_at is null
  where w.tenant_id = v.tenant_id and (w.evidence_id = v.evidence_id or w.content_id = v.content_id or w.url = v.url
    or (v.content_id is null and w.content_id is null and w.number = v.number and w.issued_on = v.issued_on)))`;

/** Beyond how many records a proof of this office is flagged. */
const reuseLimit = sql<number>`coalesce(
  (select l.most_records from casework.reuse_limit l where l.tenant_id = v.tenant_id), ${usualReuseLimit})`;

type VersionRow = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number];
type EvidenceRow = Awaited<ReturnType<ReturnType<typeof attachedTo>['execute']>>[number];

function toEvidence(row: EvidenceRow): Evidence {
  return {
    ...toVersion(row),
    id: row.id as Id<'evidence-attachment'>,
    evidenceId: row.evidence_id as Id<'evidence'>,
    kind: row.kind as EvidenceKind,
    servesRecords: row.serves_records,
    reuseLimit: row.reuse_limit,
  };
}

function toVersion(row: VersionRow): EvidenceVersion {
  return {
    version: row.version,
    title: row.title,
    file:
      row.sha256 === null
        ? null
        : {
            mediaType: row.media_type ?? '',
            byteCount: Number(row.byte_count),
            sha256: row.sha256.toString('hex'),
            readability: row.readability as EvidenceFile['readability'],
            scan: row.scan as EvidenceFile['scan'],
            signatures: row.signatures as EvidenceFile['signatures'],
          },
    url: row.url,
    frozen:
      row.frozen_id === null || row.frozen_at === null
        ? null
        : {
            id: row.frozen_id,
            source: row.source ?? '',
            query: row.query ?? '',
            rowCount: row.row_count ?? 0,
            at: row.frozen_at,
          },
    number: row.number,
    issuedOn: row.issued_on,
    issuer: row.issuer,
    reason: row.reason,
    addedByName: row.added_by_name,
    addedAt: row.added_at,
  };
}
