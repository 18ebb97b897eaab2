import { sql } from 'kysely';
import type { ReadDb } from '#platform/db/db.ts';
import type { Id } from '#platform/db/id.ts';
import type { Actor, Scope } from '#platform/session/actor.ts';
import type { TenantRef } from '#platform/session/ctx.ts';
import { findTokenPerson } from '../session/queries.server.ts';
import { findTenant } from '../tenant/queries.server.ts';
import { narrowed } from './api-token.ts';

/** Who acts by a token, with just the rights that it leaves, and the token. */
export interface TokenHolder {
  readonly actor: Actor;
  readonly tenant: TenantRef;
  readonly token: {
    readonly id: Id<'api-token'>;
    readonly name: string;
    readonly scopes: readonly string[];
    readonly addresses: readonly string[];
    readonly usedAt: Date | null;
  };
}

/**
 * Finds who acts by a token, inside a transaction of its tenant; undefined when it is unknown, revoked or has run out,
 * when its account is locked or the officer has left, and when its machine was ended. The name under which its acts
 * stand in the audit says whose they are and by which token.
 */
export async function findTokenHolder(
  db: ReadDb,
  tenantId: Id<'tenant'>,
  tokenHash: Buffer,
  now: Date,
): Promise<TokenHolder | undefined> {
  const found =
    (await findTokenPerson(db, tenantId, tokenHash, now)) ??
    (await findTokenMachine(db, tenantId, tokenHash, now));
  if (!found) return undefined;
  const { token, actor, tenant } = found;
  const name = `${actor.name} [${token.name}, ${token.hint}]`;
  return {
    actor: narrowed({ ...actor, name }, token.scopes),
    tenant,
    token: { ...token, id: token.id as Id<'api-token'> },
  };
}

async function findTokenMachine(db: ReadDb, tenantId: Id<'tenant'>, tokenHash: Buffer, now: Date) {
  const row = await db
    .selectFrom('directory.api_token as k')
    .innerJoin('directory.machine as m', (join) =>
      join.onRef('m.tenant_id', '=', 'k.tenant_id').onRef('m.id', '=', 'k.machine_id'),
    )
    .innerJoin('directory.role as r', (join) =>
      join.onRef('r.tenant_id', '=', 'm.tenant_id').onRef('r.id', '=', 'm.role_id'),
    )
    .select([
      'k.id',
      'k.name',
      'k.hint',
      'k.scopes',
      'k.addresses',
      'k.used_at',
      'm.name as machine',
      'r.code',
    ])
    .select(
      sql<{ act: string; scope: Scope }[]>`(
        select coalesce(json_agg(json_build_object('act', g.act, 'scope', g.scope)), '[]')
        from directory.role_grant g where g.tenant_id = ${tenantId} and g.role_id = r.id)`.as('grants'),
    )
    .where('k.tenant_id', '=', tenantId)
    .where('k.token_hash', '=', tokenHash)
    .where('k.revoked_at', 'is', null)
    .where('k.expires_at', '>', now)
    .where('m.ended_at', 'is', null)
    .where('r.ended_at', 'is', null)
    .executeTakeFirst();
  const tenant = row && (await findTenant(db, tenantId));
  if (!tenant) return undefined;
  const { id, name, hint, scopes, addresses, used_at: usedAt } = row;
  const actor: Actor = {
    kind: 'system',
    accountId: null,
    officerId: null,
    name: row.machine,
    unitIds: [],
    unitName: '',
    roles: [row.code],
    grants: new Map(row.grants.map(({ act, scope }) => [act, scope])),
  };
  return { actor, tenant, token: { id, name, hint, scopes, addresses, usedAt } };
}
