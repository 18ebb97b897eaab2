import { createHash } from 'node:crypto';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { TrustedCertificate } from './trusted-certificate.ts';

/** The certificates that the office trusts, by name; those in the trash are not among them. */
export async function listTrusted(ctx: Ctx): Promise<TrustedCertificate[]> {
  const rows = await certificates(ctx)
    .where('removed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map(toCertificate);
}

/** One certificate, in the trash or not. */
export async function getTrusted(
  ctx: Ctx,
  certificateId: string,
): Promise<TrustedCertificate & { readonly isRemoved: boolean }> {
  const id = parseId<'trusted-certificate'>(certificateId);
  const row = id && (await certificates(ctx).where('id', '=', id).executeTakeFirst());
  if (!row) throw new NotFound();
  return { ...toCertificate(row), isRemoved: row.removed_at !== null };
}

/** Whom the office trusts, in DER, and a hash over all of it, by which a check knows that it is of today. */
export interface TrustOfTheOffice {
  readonly certificates: readonly Buffer[];
  readonly sha256: Buffer;
}

/** What checks of signatures go by, whoever asks. */
export async function loadTrust(ctx: Ctx): Promise<TrustOfTheOffice> {
  const rows = await ctx.db
    .selectFrom('casework.trusted_certificate')
    .select(['certificate', 'fingerprint'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('removed_at', 'is', null)
    .orderBy('fingerprint')
    .execute();
  const hash = createHash('sha256');
  for (const { fingerprint } of rows) hash.update(fingerprint);
  return { certificates: rows.map(({ certificate }) => certificate), sha256: hash.digest() };
}

function certificates(ctx: Ctx) {
  return ctx.db
    .selectFrom('casework.trusted_certificate')
    .select(['id', 'name', 'organisation', 'issuer', 'fingerprint', 'not_before', 'not_after'])
    .select(['added_by_name', 'added_at', 'removed_at'])
    .where('tenant_id', '=', ctx.tenant.id);
}

function toCertificate(
  row: Awaited<ReturnType<ReturnType<typeof certificates>['execute']>>[number],
): TrustedCertificate {
  return {
    id: row.id as Id<'trusted-certificate'>,
    name: row.name,
    organisation: row.organisation,
    issuer: row.issuer,
    fingerprint: row.fingerprint.toString('hex'),
    notBefore: row.not_before,
    notAfter: row.not_after,
    addedByName: row.added_by_name,
    addedAt: row.added_at,
  };
}
