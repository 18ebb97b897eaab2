import { sql } from 'kysely';
import type { ReadDb } from '#platform/db/db.ts';
import type { Id } from '#platform/db/id.ts';
import type { Actor, Scope } from '#platform/session/actor.ts';
import type { TenantRef } from '#platform/session/ctx.ts';
import { findAccount } from '../session/queries.server.ts';
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
  const row = await db
    .selectFrom('directory.api_token')
    .select(['id', 'account_id', 'machine_id', 'name', 'hint', 'scopes', 'addresses', 'used_at'])
    .where('tenant_id', '=', tenantId)
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!row) return undefined;
  const owner =
    row.account_id === null
      ? await findMachine(db, tenantId, row.machine_id ?? '')
      : await findAccount(db, tenantId, row.account_id, now);
  if (!owner) return undefined;
  return {
    actor: narrowed({ ...owner.actor, name: `${owner.actor.name} [${row.name}, ${row.hint}]` }, row.scopes),
    tenant: owner.tenant,
    token: {
      id: row.id as Id<'api-token'>,
      name: row.name,
      scopes: row.scopes,
      addresses: row.addresses,
      usedAt: row.used_at,
    },
  };
}

async function findMachine(
  db: ReadDb,
  tenantId: Id<'tenant'>,
  machineId: string,
): Promise<{ actor: Actor; tenant: TenantRef } | undefined> {
  const row = await db
    .selectFrom('directory.machine as m')
    .innerJoin('directory.role as r', (join) =>
      join.onRef('r.tenant_id', '=', 'm.tenant_id').onRef('r.id', '=', 'm.role_id'),
    )
    .select([
      'm.name',
      'r.code',
      sql<{ act: string; scope: Scope }[]>`(
        select coalesce(json_agg(json_build_object('act', g.act, 'scope', g.scope)), '[]')
        from directory.role_grant g where g.tenant_id = ${tenantId} and g.role_id = r.id)`.as('grants'),
    ])
    .where('m.tenant_id', '=', tenantId)
    .where('m.id', '=', machineId)
    .where('m.ended_at', 'is', null)
    .where('r.ended_at', 'is', null)
    .executeTakeFirst();
  const tenant = row && (await findTenant(db, tenantId));
  if (!tenant) return undefined;
  return {
    tenant,
    actor: {
      kind: 'system',
      accountId: null,
      officerId: null,
      name: row.name,
      unitIds: [],
      unitName: '',
      roles: [row.code],
      grants: new Map(row.grants.map(({ act, scope }) => [act, scope])),
    },
  };
}
