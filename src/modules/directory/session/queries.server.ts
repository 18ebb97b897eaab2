import { sql } from 'kysely';
import { plainDateAt, type PlainDate } from '#platform/clock/plain-date.ts';
import type { Db, ReadDb } from '#platform/db/db.ts';
import type { Id } from '#platform/db/id.ts';
import { keptQuery } from '#platform/db/kept-query.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx, SessionRef, TenantRef } from '#platform/session/ctx.ts';
import { findFactors } from '../second-factor/queries.server.ts';
import { hasFactor } from '../second-factor/second-factor.ts';
import { standingIn, type StandingInRow, toStoodInFor } from '../absence/standing-in.server.ts';
import { toTenant } from '../tenant/queries.server.ts';
import { readHeldRoles, widest } from './held-roles.ts';
import type { OpenSession, Owed } from './session.ts';

/** Machines that serve together may differ by so much. */
const clockSlackMs = 60_000;

/** By which of several secrets a person is looked for, and when. */
interface Shown {
  readonly tenantId: Id<'tenant'>;
  readonly tokenHash: Buffer;
  readonly now: Date;
  readonly today: PlainDate;
}

const sessionRows = keptQuery((db, values: Shown & { readonly openedUntil: Date }) =>
  personOf(db, values.tenantId)
    .select(standingIn(values.tenantId, values.today).as('stands_in'))
    .innerJoin('directory.session as s', (join) =>
      join.onRef('s.tenant_id', '=', 'a.tenant_id').onRef('s.account_id', '=', 'a.id'),
    )
    .select(['s.id as session_id', 's.opened_at', 's.proven_at', 'a.start_password_at', 'a.has_plain_keys'])
    .where('s.tenant_id', '=', values.tenantId)
    .where('s.token_hash', '=', values.tokenHash)
    .where('s.expires_at', '>', values.now)
    // One that was opened ahead of the present is from before the clock was set back, and might have ended since.
    .where('s.opened_at', '<=', values.openedUntil),
);

const tokenRows = keptQuery((db, values: Shown) =>
  personOf(db, values.tenantId)
    .select(standingIn(values.tenantId, values.today).as('stands_in'))
    .innerJoin('directory.api_token as k', (join) =>
      join.onRef('k.tenant_id', '=', 'a.tenant_id').onRef('k.account_id', '=', 'a.id'),
    )
    .select(['k.id as token_id', 'k.name as token_name', 'k.hint', 'k.scopes', 'k.addresses', 'k.used_at'])
    .where('k.tenant_id', '=', values.tenantId)
    .where('k.token_hash', '=', values.tokenHash)
    .where('k.revoked_at', 'is', null)
    .where('k.expires_at', '>', values.now),
);

const accountRows = keptQuery(
  (db, values: { readonly tenantId: Id<'tenant'>; readonly accountId: string; readonly today: PlainDate }) =>
    personOf(db, values.tenantId)
      .select(standingIn(values.tenantId, values.today).as('stands_in'))
      .where('a.id', '=', values.accountId),
);

/**
 * The person and tenant of an open session, in one query, inside a transaction of that tenant; undefined when the
 * session is unknown, has ended, or its account is locked or its officer has left.
 */
export async function findSession(
  db: ReadDb,
  tenantId: Id<'tenant'>,
  tokenHash: Buffer,
  now: Date,
): Promise<{ actor: Actor; tenant: TenantRef; session: SessionRef; owes: Owed | undefined } | undefined> {
  const openedUntil = new Date(now.getTime() + clockSlackMs);
  const [found] = await sessionRows(db, { tenantId, tokenHash, now, today: plainDateAt(now), openedUntil });
  if (!found) return undefined;
  // Asked only of those whose role demands it, so that every other page costs no more.
  const { demandsFactor } = readHeldRoles(found.held);
  const lacksFactor = demandsFactor && !hasFactor(await findFactors(db, tenantId, found.account_id));
  return {
    actor: toActor(found),
    tenant: toTenant({ ...found, id: tenantId, name: found.tenant_name }),
    session: {
      id: found.session_id as Id<'session'>,
      provenAt: found.proven_at ?? found.opened_at,
      isWithoutPlainKeys: !found.has_plain_keys,
    },
    owes: found.start_password_at ? 'own-password' : lacksFactor ? 'factor' : undefined,
  };
}

/** Whose sign-in waits for its second factor under this token; undefined when it has run out. */
export async function findStep(
  db: ReadDb,
  tenantId: Id<'tenant'>,
  tokenHash: Buffer,
  now: Date,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('directory.sign_in_step')
    .select('account_id')
    .where('tenant_id', '=', tenantId)
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.account_id;
}

/**
 * The person in whose place a program acts by this token, and the token, in one query; undefined when it is none of an
 * account, was revoked or has run out, or when the account is locked or the officer has left.
 */
export async function findTokenPerson(db: ReadDb, tenantId: Id<'tenant'>, tokenHash: Buffer, now: Date) {
  const [found] = await tokenRows(db, { tenantId, tokenHash, now, today: plainDateAt(now) });
  if (!found) return undefined;
  const { token_id: id, token_name: name, hint, scopes, addresses, used_at: usedAt } = found;
  return {
    actor: toActor(found),
    tenant: toTenant({ ...found, id: tenantId, name: found.tenant_name }),
    token: { id, name, hint, scopes, addresses, usedAt },
  };
}

/** The person behind an account and the hash of the password, for signing in. */
export async function findAccount(
  db: ReadDb,
  tenantId: Id<'tenant'>,
  accountId: string,
): Promise<{ actor: Actor; tenant: TenantRef; passwordHash: string } | undefined> {
  const found = await personOf(db, tenantId)
    .select('a.password_hash')
    .where('a.id', '=', accountId)
    .executeTakeFirst();
  return (
    found && {
      actor: toActor(found),
      tenant: toTenant({ ...found, id: tenantId, name: found.tenant_name }),
      passwordHash: found.password_hash,
    }
  );
}

/** The person of an account as they may act now, for a job that works in their place; undefined when they may not. */
export async function findActor(
  db: ReadDb,
  tenantId: Id<'tenant'>,
  accountId: string,
  now: Date,
): Promise<Actor | undefined> {
  return (await findHolder(db, tenantId, accountId, now))?.actor;
}

/** The same with their tenant, in one query, for what shows something to whoever holds a secret of that person. */
export async function findHolder(
  db: ReadDb,
  tenantId: Id<'tenant'>,
  accountId: string,
  now: Date,
): Promise<{ actor: Actor; tenant: TenantRef } | undefined> {
  const [found] = await accountRows(db, { tenantId, accountId, today: plainDateAt(now) });
  return (
    found && {
      actor: toActor(found),
      tenant: toTenant({ ...found, id: tenantId, name: found.tenant_name }),
    }
  );
}

/** These officers as they may act now, in one query; who has no account, or is locked out, is left out. */
export async function listActorsOf(ctx: Ctx, officerIds: readonly string[]): Promise<Actor[]> {
  if (officerIds.length === 0) return [];
  const rows = await personOf(ctx.db, ctx.tenant.id)
    .select(standingIn(ctx.tenant.id, ctx.clock.today()).as('stands_in'))
    .where('o.id', 'in', [...officerIds])
    .execute();
  return rows.map(toActor);
}

/** The open sign-ins of the person, the newest first. */
export async function listSessions(ctx: Ctx): Promise<OpenSession[]> {
  const rows = await ctx.db
    .selectFrom('directory.session')
    .select(['id', 'device', 'remote_address', 'opened_at'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('account_id', '=', ctx.actor.accountId)
    .where('expires_at', '>', ctx.clock.now())
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id as Id<'session'>,
    device: row.device,
    remoteAddress: row.remote_address,
    openedAt: row.opened_at,
  }));
}

/** Which tenant and account a name leads to. Reads a shared table, so no tenant need be known. */
export async function findSignInName(
  db: Db,
  name: string,
): Promise<{ tenantId: Id<'tenant'>; accountId: string } | undefined> {
  const row = await db
    .selectFrom('directory.sign_in_name')
    .select(['tenant_id', 'account_id'])
    .where('name', '=', name)
    .executeTakeFirst();
  return row && { tenantId: row.tenant_id as Id<'tenant'>, accountId: row.account_id };
}

function personOf(db: ReadDb, tenantId: Id<'tenant'>) {
  return db
    .selectFrom('directory.account as a')
    .innerJoin('directory.officer as o', (join) =>
      join.onRef('o.tenant_id', '=', 'a.tenant_id').onRef('o.id', '=', 'a.officer_id'),
    )
    .innerJoin('directory.position as p', (join) =>
      join.onRef('p.tenant_id', '=', 'o.tenant_id').onRef('p.id', '=', 'o.position_id'),
    )
    .innerJoin('directory.unit as u', (join) =>
      join.onRef('u.tenant_id', '=', 'p.tenant_id').onRef('u.id', '=', 'p.unit_id'),
    )
    .innerJoin('directory.tenant as t', 't.id', 'a.tenant_id')
    .select([
      'a.id as account_id',
      'o.id as officer_id',
      'o.full_name',
      'u.id as unit_id',
      'u.name as unit_name',
      't.kind',
      't.name as tenant_name',
      't.level',
      't.slug',
      't.is_demo',
      sql<string>`(
        select coalesce(json_agg(json_build_object('code', r.code, 'requires', r.requires_factor, 'grants', (
          select json_object_agg(g.act, g.scope) from directory.role_grant g
          where g.tenant_id = ${tenantId} and g.role_id = r.id))), '[]')::text
        from directory.account_role ar
        join directory.role r on r.tenant_id = ar.tenant_id and r.id = ar.role_id and r.ended_at is null
        where ar.tenant_id = ${tenantId} and ar.account_id = a.id)`.as('held'),
    ])
    .where('a.tenant_id', '=', tenantId)
    .where('a.locked_at', 'is', null)
    .where('o.ended_on', 'is', null);
}

function toActor(row: {
  account_id: string;
  officer_id: string;
  full_name: string;
  unit_id: string;
  unit_name: string;
  held: string;
  stands_in?: StandingInRow[] | null;
}): Actor {
  const { roles, grants } = readHeldRoles(row.held);
  return {
    kind: 'person',
    accountId: row.account_id as Id<'account'>,
    officerId: row.officer_id as Id<'officer'>,
    name: row.full_name,
    unitIds: [row.unit_id as Id<'unit'>],
    unitName: row.unit_name,
    roles,
    grants,
    standsInFor: toStoodInFor(row.stands_in ?? null, widest),
  };
}
