import { sql } from 'kysely';
import type { Ctx } from '#platform/session/ctx.ts';
import { reportSchema } from '#platform/signature/signature-report.ts';
import type { SignatureCheck, SignatureStanding } from './signature-check.ts';

/** What was found of the signatures of contents that the caller has read already, by their hashes. */
export async function findChecks(
  ctx: Ctx,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, SignatureCheck>> {
  if (hashes.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('casework.signature_check')
    .select(['sha256', 'standing', 'report', 'checked_at'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where(
      'sha256',
      'in',
      hashes.map((sha256) => Buffer.from(sha256, 'hex')),
    )
    .execute();
  return new Map(
    rows.map((row) => [
      row.sha256.toString('hex'),
      {
        standing: row.standing as SignatureStanding,
        report: reportSchema.parse(row.report),
        checkedAt: row.checked_at,
      },
    ]),
  );
}

/** A held PDF whose signatures are to be looked into. */
export interface HeldPaper {
  readonly contentId: string;
  readonly sha256: string;
  readonly byteCount: number;
}

/** A held PDF by its hash; undefined where it is none, or gone. */
export async function findHeldPaper(ctx: Ctx, sha256: string): Promise<HeldPaper | undefined> {
  const [found] = await papers(ctx).where('sha256', '=', Buffer.from(sha256, 'hex')).limit(1).execute();
  return found && toPaper(found);
}

/** Held PDFs that were never looked into, or when the office trusted others; in the order of their ids. */
export async function listPapersToCheck(
  ctx: Ctx,
  trustedBy: Buffer,
  after: string | undefined,
  most: number,
): Promise<HeldPaper[]> {
  let query = papers(ctx).where(
    sql<boolean>`not exists (select from casework.signature_check c
      where c.tenant_id = file_content.tenant_id and c.sha256 = file_content.sha256 and c.trusted_by = ${trustedBy})`,
  );
  if (after !== undefined) query = query.where('id', '>', after);
  return (await query.orderBy('id').limit(most).execute()).map(toPaper);
}

function papers(ctx: Ctx) {
  return ctx.db
    .selectFrom('platform.file_content')
    .select(['id', 'sha256', 'byte_count'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('media_type', '=', 'application/pdf')
    .where(
      sql<boolean>`exists (select from casework.evidence_version v
        where v.tenant_id = file_content.tenant_id and v.content_id = file_content.id)`,
    );
}

function toPaper(row: { id: string; sha256: Buffer; byte_count: string | number | bigint }): HeldPaper {
  return { contentId: row.id, sha256: row.sha256.toString('hex'), byteCount: Number(row.byte_count) };
}
