import { sql } from 'kysely';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { EvidenceOwner } from '../evidence/owner.server.ts';
import type { EvidencePackage, PackageFailure } from './evidence-package.ts';
import { visibleTo } from './visible-to.server.ts';

/** One package of this person; another's is not found. */
export async function getPackage(ctx: Ctx, packageId: string): Promise<EvidencePackage> {
  const id = parseId(packageId);
  const row = id && (await packages(ctx).where('id', '=', id).where(visibleTo(ctx.actor)).executeTakeFirst());
  if (!row) throw new NotFound();
  return toPackage(row);
}

/** The package that a job makes, whoever asked for it. */
export async function findPackageToMake(ctx: Ctx, packageId: string): Promise<EvidencePackage | undefined> {
  const row = await packages(ctx).where('id', '=', packageId).executeTakeFirst();
  return row && toPackage(row);
}

/** Whether this person still sees every record that is in a package which they have read already. */
export async function isStillSeen(ctx: Ctx, owner: EvidenceOwner, one: EvidencePackage): Promise<boolean> {
  const { rows } = await sql<{ hidden: boolean }>`
    select exists (
      select from (select p.tenant_id, unnest(p.record_ids) as record_id from casework.evidence_package p
        where p.tenant_id = ${ctx.tenant.id} and p.id = ${one.id}) a
      where not ${owner.visibleTo(ctx.actor)}) as hidden`.execute(ctx.db);
  return rows[0]?.hidden === false;
}

function packages(ctx: Ctx) {
  return ctx.db
    .selectFrom('casework.evidence_package')
    .select(['id', 'account_id', 'record_kind', 'title', 'query', 'record_id', 'lang', 'state', 'failure'])
    .select(['file_count', 'left_out_count', 'byte_count', 'sha256', 'created_at'])
    .select(sql<number>`cardinality(record_ids)`.as('record_count'))
    .where('tenant_id', '=', ctx.tenant.id);
}

function toPackage(
  row: Awaited<ReturnType<ReturnType<typeof packages>['execute']>>[number],
): EvidencePackage {
  return {
    id: row.id as Id<'evidence-package'>,
    accountId: row.account_id,
    recordKind: row.record_kind,
    title: row.title,
    query: row.query,
    recordId: row.record_id,
    lang: row.lang as EvidencePackage['lang'],
    state: row.state as EvidencePackage['state'],
    failure: row.failure as PackageFailure | null,
    recordCount: row.record_count,
    fileCount: row.file_count,
    leftOutCount: row.left_out_count,
    file: row.sha256 && { sha256: row.sha256.toString('hex'), byteCount: Number(row.byte_count) },
    createdAt: row.created_at,
  };
}
