import { sql } from 'kysely';
import { type Act, act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Scope } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { hasAdministrator, lockRights } from '../account/last-administrator.server.ts';
import * as policy from './policy.ts';
import { getRole } from './queries.server.ts';
import type { Role } from './role.ts';

type Grants = ReadonlyMap<string, Scope>;

/** Makes a role of the tenant's own. Refuses a name that one of its own roles has, also one put aside. */
export async function createRole(
  ctx: Ctx,
  role: { name: string; grants: Grants },
): Promise<Outcome<Id<'role'>, 'name-taken'>> {
  return act(ctx, 'directory.role.create', async (tx) => {
    must(policy.create(ctx.actor));
    await lockRights(ctx, tx);
    if (await isTaken(ctx, tx, role.name)) return refused('name-taken');
    const id = newId<'role'>();
    await tx.db
      .insertInto('directory.role')
      .values({ tenant_id: ctx.tenant.id, id, code: `own-${id}`, name: role.name })
      .execute();
    await writeGrants(ctx, tx, id, role.grants);
    await tx.audit({ recordKind: 'role', recordId: id, before: null, after: facts(role.name, role.grants) });
    return done(id);
  });
}

/**
 * Changes what a role may do, and the name of an own one; a built-in one keeps its name. Holders have it from their
 * next request. Refuses whatever would leave nobody to give rights.
 */
export async function editRole(
  ctx: Ctx,
  roleId: string,
  to: { name: string | undefined; grants: Grants },
): Promise<Outcome<undefined, 'name-taken' | 'last-administrator'>> {
  return act(ctx, 'directory.role.edit', async (tx) => {
    must(policy.edit(ctx.actor));
    const role = await lockRole(ctx, tx, roleId);
    const name = role.name === null ? null : (to.name ?? role.name);
    if (name !== null && (await isTaken(ctx, tx, name, role.id))) return refused('name-taken');
    await setRole(ctx, tx, role, { name });
    await tx.db
      .deleteFrom('directory.role_grant')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('role_id', '=', role.id)
      .execute();
    await writeGrants(ctx, tx, role.id, to.grants);
    if (!(await hasAdministrator(ctx, tx))) return refused('last-administrator');
    await tx.audit({
      recordKind: 'role',
      recordId: role.id,
      before: facts(role.name, role.grants),
      after: facts(name, to.grants),
    });
    return done();
  });
}

/** Puts a role of the tenant's own aside: it gives no rights. Refuses built-in ones and the last administrator's. */
export async function endRole(
  ctx: Ctx,
  roleId: string,
): Promise<Outcome<undefined, 'built-in' | 'ended' | 'last-administrator'>> {
  return act(ctx, 'directory.role.end', async (tx) => {
    must(policy.end(ctx.actor));
    const role = await lockRole(ctx, tx, roleId);
    if (role.name === null) return refused('built-in');
    if (role.isEnded) return refused('ended');
    await setRole(ctx, tx, role, { ended_at: tx.now });
    if (!(await hasAdministrator(ctx, tx))) return refused('last-administrator');
    await tx.throwAway({ kind: 'role', recordId: role.id, title: role.name });
    await tx.audit({
      recordKind: 'role',
      recordId: role.id,
      before: { ended: false },
      after: { ended: true },
    });
    return done();
  });
}

/** Takes up a role that was put aside, with its grants and holders. */
export async function restoreRole(ctx: Ctx, roleId: string): Promise<Outcome<undefined, 'not-ended'>> {
  return act(ctx, 'directory.role.restore', async (tx) => {
    must(policy.restore(ctx.actor));
    const role = await lockRole(ctx, tx, roleId);
    if (!role.isEnded) return refused('not-ended');
    await setRole(ctx, tx, role, { ended_at: null });
    await tx.bringBack({ kind: 'role', recordId: role.id });
    await tx.audit({
      recordKind: 'role',
      recordId: role.id,
      before: { ended: true },
      after: { ended: false },
    });
    return done();
  });
}

/** One change of rights after the other; a role of another tenant is not found. */
async function lockRole(ctx: Ctx, tx: Act, roleId: string): Promise<Role> {
  await lockRights(ctx, tx);
  return getRole(ctx, roleId);
}

async function isTaken(ctx: Ctx, tx: Act, name: string, except?: Id<'role'>): Promise<boolean> {
  const found = await tx.db
    .selectFrom('directory.role')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where(sql<string>`platform.fold(name)`, '=', sql<string>`platform.fold(${name})`)
    .executeTakeFirst();
  return found !== undefined && found.id !== except;
}

async function setRole(
  ctx: Ctx,
  tx: Act,
  role: Role,
  change: { name?: string | null; ended_at?: Date | null },
): Promise<void> {
  await tx.db
    .updateTable('directory.role')
    .set(change)
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', role.id)
    .execute();
}

async function writeGrants(ctx: Ctx, tx: Act, roleId: Id<'role'>, grants: Grants): Promise<void> {
  if (grants.size === 0) return;
  await tx.db
    .insertInto('directory.role_grant')
    .values(
      [...grants].map(([name, scope]) => ({ tenant_id: ctx.tenant.id, role_id: roleId, act: name, scope })),
    )
    .execute();
}

function facts(name: string | null, grants: Grants) {
  return { name, grants: Object.fromEntries(grants) };
}
