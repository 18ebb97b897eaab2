import type { ReadDb } from '#platform/db/db.ts';
import type { Id } from '#platform/db/id.ts';

/** A link that may still be used, and whose password it mends. */
export interface OpenLink {
  readonly id: Id<'password-link'>;
  readonly accountId: Id<'account'>;
}

/** The link with this token; undefined when there is none, or it was used or has run out. */
export async function findOpenLink(
  db: ReadDb,
  tenantId: string,
  tokenHash: Buffer,
  now: Date,
): Promise<OpenLink | undefined> {
  const row = await db
    .selectFrom('directory.password_link')
    .select(['id', 'account_id'])
    .where('tenant_id', '=', tenantId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && { id: row.id as Id<'password-link'>, accountId: row.account_id as Id<'account'> };
}

/** Where letters to an account go; undefined where its owner has named no address. */
export async function findEmail(
  db: ReadDb,
  tenantId: string,
  accountId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('directory.account')
    .select('email')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', accountId)
    .executeTakeFirst();
  return row?.email ?? undefined;
}
