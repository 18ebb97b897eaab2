import type { Act } from '#platform/db/act.ts';
import { type Id, newId, parseId } from '#platform/db/id.ts';
import { keepContent } from '#platform/files/keep-content.server.ts';
import type { ReceivedFile } from '#platform/files/receive-file.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { attachedRows } from './attached-rows.server.ts';
import { canBeSigned, checkJobName } from '../signature-check/signature-check.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { DocumentFacts, EvidenceKind } from './evidence.ts';
import type { EvidenceOwner } from './owner.server.ts';

/** What a version says. */
export interface NewVersion extends Partial<DocumentFacts> {
  readonly title: string;
  readonly file?: ReceivedFile;
  readonly url?: string;
  readonly reason?: string;
}

/** An attachment that nobody else can change until the act ends. */
export interface LockedAttachment {
  readonly id: Id<'evidence-attachment'>;
  readonly evidenceId: Id<'evidence'>;
  readonly kind: EvidenceKind;
  readonly version: number;
  readonly title: string;
  readonly removedAt: Date | null;
}

/** Locks an attachment of a record, removed ones too; `NotFound` when the record has no such. */
export async function lockAttachment(
  ctx: Ctx,
  tx: Act,
  owner: Pick<EvidenceOwner, 'kind'>,
  recordId: string,
  attachmentId: string,
): Promise<LockedAttachment> {
  const [record, id] = [parseId(recordId), parseId<'evidence-attachment'>(attachmentId)];
  const row =
    record &&
    id &&
    (await attachedRows(tx.db, { tenantId: ctx.tenant.id, recordKind: owner.kind, recordId: record })
      .select(['a.id', 'a.removed_at', 'e.id as evidence_id', 'e.kind', 'e.version', 'v.title'])
      .where('a.id', '=', id)
      .forUpdate(['a', 'e'])
      .executeTakeFirst());
  if (!row) throw new NotFound();
  return {
    id: row.id as Id<'evidence-attachment'>,
    evidenceId: row.evidence_id as Id<'evidence'>,
    kind: row.kind as EvidenceKind,
    version: row.version,
    title: row.title,
    removedAt: row.removed_at,
  };
}

/** Writes a version of a proof, has its content kept, and the signatures of a paper looked into. */
export async function writeVersion(
  ctx: Ctx,
  tx: Act,
  evidenceId: Id<'evidence'>,
  version: number,
  given: NewVersion,
): Promise<void> {
  await tx.db
    .insertInto('casework.evidence_version')
    .values({
      tenant_id: ctx.tenant.id,
      evidence_id: evidenceId,
      version,
      title: given.title,
      content_id: given.file ? await keepContent(ctx, tx, given.file) : null,
      url: given.url ?? null,
      number: given.number ?? null,
      issued_on: given.issuedOn ?? null,
      issuer: given.issuer ?? null,
      reason: given.reason ?? '',
      added_by_name: ctx.actor.name,
      added_at: tx.now,
    })
    .execute();
  if (given.file && canBeSigned(given.file.mediaType))
    await tx.enqueue({
      name: checkJobName,
      payload: { sha256: given.file.sha256 },
      key: `${checkJobName}:${given.file.sha256}`,
    });
}

/** A proof that was just made: what it is, and by what it is attached. */
export interface MadeEvidence {
  readonly id: Id<'evidence-attachment'>;
  readonly evidenceId: Id<'evidence'>;
}

/** Makes a proof with its first version, and attaches it to a record. */
export async function writeEvidence(
  ctx: Ctx,
  tx: Act,
  record: { readonly kind: string; readonly id: string },
  kind: EvidenceKind,
  given: NewVersion,
): Promise<MadeEvidence> {
  const evidenceId = newId<'evidence'>();
  await tx.db
    .insertInto('casework.evidence')
    .values({ tenant_id: ctx.tenant.id, id: evidenceId, kind, created_at: tx.now })
    .execute();
  await writeVersion(ctx, tx, evidenceId, 1, given);
  const id = newId<'evidence-attachment'>();
  await tx.db
    .insertInto('casework.evidence_attachment')
    .values({
      tenant_id: ctx.tenant.id,
      id,
      record_kind: record.kind,
      record_id: record.id,
      evidence_id: evidenceId,
      attached_by_name: ctx.actor.name,
      attached_at: tx.now,
    })
    .execute();
  return { id, evidenceId };
}

/** The facts of a version as the audit keeps them: of a file its hash, so that it can be told apart for good. */
export function auditedFacts({ file, title, url, number, issuedOn, issuer }: NewVersion) {
  return {
    title,
    ...(file ? { sha256: file.sha256, byteCount: file.byteCount } : {}),
    ...(url === undefined ? {} : { url }),
    ...(number ? { number } : {}),
    ...(issuedOn ? { issuedOn } : {}),
    ...(issuer ? { issuer } : {}),
  };
}
