import { type Act, act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import { keepContent } from '#platform/files/keep-content.server.ts';
import type { ReceivedFile } from '#platform/files/receive-file.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { type EvidencePackage, keptDays, type PackageFailure } from './evidence-package.ts';
import type { PackageOwner } from './package-owner.server.ts';
import * as policy from './policy.ts';

/** The name of the job that makes the packages of one kind of record. */
export function packageJobName(recordKind: string): string {
  return `casework.evidence-package.make-${recordKind}`;
}

/** Asks for the evidence of one record, or of all records of a filter; packages that are past their days go. */
export function orderPackage(
  ctx: Ctx,
  { owner }: Pick<PackageOwner, 'owner'>,
  asked: { readonly title: string; readonly query: string; readonly recordId: string | null },
): Promise<Outcome<Id<'evidence-package'>, never>> {
  return act<Id<'evidence-package'>, never>(ctx, 'casework.evidence-package.make', async (tx) => {
    must(policy.make(ctx.actor));
    // A program of the office itself is nobody whose sight could be asked for again.
    if (ctx.actor.accountId === null) throw new NotFound();
    await removeOld(ctx, tx);
    const id = newId<'evidence-package'>();
    await tx.db
      .insertInto('casework.evidence_package')
      .values({
        tenant_id: ctx.tenant.id,
        id,
        account_id: ctx.actor.accountId,
        record_kind: owner.kind,
        title: asked.title,
        query: asked.query,
        record_id: asked.recordId,
        lang: ctx.lang,
        state: 'waiting',
        created_at: tx.now,
      })
      .execute();
    await tx.enqueue({ name: packageJobName(owner.kind), payload: { packageId: id } });
    await tx.audit({ recordKind: 'evidence-package', recordId: id, before: null, after: { ...asked } });
    return done(id);
  });
}

/** What a finished package holds. */
export interface PackedFile {
  readonly file: ReceivedFile;
  readonly recordIds: readonly string[];
  readonly fileCount: number;
  readonly leftOutCount: number;
}

/** Writes down that a package is ready, with its file, or why it cannot be made. */
export function finishPackage(
  ctx: Ctx,
  one: EvidencePackage,
  found: PackedFile | { readonly failure: PackageFailure },
): Promise<Outcome<undefined, never>> {
  return act<undefined, never>(ctx, 'casework.evidence-package.record', async (tx) => {
    must(policy.record(ctx.actor));
    const columns =
      'failure' in found
        ? { state: 'failed', failure: found.failure }
        : {
            state: 'ready',
            record_ids: [...found.recordIds],
            file_count: found.fileCount,
            left_out_count: found.leftOutCount,
            content_id: await keepContent(ctx, tx, found.file),
            byte_count: found.file.byteCount,
            sha256: Buffer.from(found.file.sha256, 'hex'),
          };
    await tx.db
      .updateTable('casework.evidence_package')
      .set(columns)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', one.id)
      .execute();
    await tx.audit({
      recordKind: 'evidence-package',
      recordId: one.id,
      before: null,
      after:
        'failure' in found
          ? { failure: found.failure }
          : { records: found.recordIds.length, files: found.fileCount, sha256: found.file.sha256 },
    });
    return done();
  });
}

async function removeOld(ctx: Ctx, tx: Act): Promise<void> {
  await tx.db
    .deleteFrom('casework.evidence_package')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('created_at', '<', new Date(tx.now.getTime() - keptDays * 24 * 3_600_000))
    .execute();
}
