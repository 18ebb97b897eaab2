import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { ApiToken } from './api-token.ts';
import * as policy from './policy.ts';
import type { TokenOwner } from './policy.ts';

/** The tokens of an owner, the newest first, also those that no longer work: at most a hundred. */
export async function listTokens(ctx: Ctx, owner: TokenOwner): Promise<ApiToken[]> {
  must(policy.create(ctx.actor, owner));
  const rows = await ctx.db
    .selectFrom('directory.api_token')
    .select([
      'id',
      'name',
      'hint',
      'scopes',
      'addresses',
      'created_at',
      'expires_at',
      'used_at',
      'revoked_at',
    ])
    .where('tenant_id', '=', ctx.tenant.id)
    .where(owner.kind === 'account' ? 'account_id' : 'machine_id', '=', owner.id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id as Id<'api-token'>,
    name: row.name,
    hint: row.hint,
    scopes: row.scopes,
    addresses: row.addresses,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    isRevoked: row.revoked_at !== null,
  }));
}
