import type { Id } from '#platform/db/id.ts';
import { newId } from '#platform/db/id.ts';
import { inTenant, withoutTenant } from '#platform/db/tenant-transaction.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx, TenantRef } from '#platform/session/ctx.ts';
import { openCtx, type Services } from '#platform/session/open-ctx.ts';
import { findAccount } from '../session/queries.server.ts';
import { findTenantBySlug } from './queries.server.ts';

/** A tenant that stands, with the people as they act. */
export interface StandingTenant {
  readonly tenant: TenantRef;
  readonly units: ReadonlyMap<string, Id<'unit'>>;
  readonly people: ReadonlyMap<string, Actor>;
  /** Opens a `Ctx` of the person with this sign-in name. */
  as<Result>(
    signInName: string,
    mode: 'read' | 'write',
    work: (ctx: Ctx) => Promise<Result>,
  ): Promise<Result>;
  /** Opens a writing `Ctx` of a person who has just shown who they are. */
  asProven<Result>(signInName: string, work: (ctx: Ctx) => Promise<Result>): Promise<Result>;
}

/** Lets the people of a tenant act who have these accounts, by sign-in name. */
export async function standingTenant(
  services: Services,
  tenant: TenantRef,
  { units, accounts }: { units: StandingTenant['units']; accounts: ReadonlyMap<string, string> },
): Promise<StandingTenant> {
  const people = new Map<string, Actor>();
  await inTenant(services.pool, tenant.id, 'read', async (db) => {
    for (const [name, accountId] of accounts) {
      const found = await findAccount(db, tenant.id, accountId);
      if (found) people.set(name, found.actor);
    }
  });
  const occasion = { tenant, lang: 'vi' as const, requestId: 'set-up' };
  const personOf = (signInName: string): Actor => {
    const actor = people.get(signInName);
    if (!actor) throw new Error(`nobody signs in as ${signInName}`);
    return actor;
  };
  return {
    tenant,
    units,
    people,
    as: (signInName, mode, work) =>
      openCtx(services, mode, { ...occasion, actor: personOf(signInName) }, work),
    asProven: (signInName, work) => {
      const session = { id: newId<'session'>(), provenAt: services.clock.now() };
      return openCtx(services, 'write', { ...occasion, actor: personOf(signInName), session }, work);
    },
  };
}

/** A tenant that was set up earlier, with everybody who has an account; undefined where there is none of this slug. */
export async function findStanding(services: Services, slug: string): Promise<StandingTenant | undefined> {
  const tenant = await withoutTenant(services.pool, (db) => findTenantBySlug(db, slug));
  if (!tenant) return undefined;
  const known = await inTenant(services.pool, tenant.id, 'read', async (db) => {
    const accounts = await db
      .selectFrom('directory.account')
      .select(['sign_in_name', 'id'])
      .where('tenant_id', '=', tenant.id)
      .execute();
    const units = await db
      .selectFrom('directory.unit')
      .select(['name', 'id'])
      .where('tenant_id', '=', tenant.id)
      .where('ended_on', 'is', null)
      .execute();
    return {
      accounts: new Map(accounts.map((row) => [row.sign_in_name, row.id])),
      units: new Map(units.map((row) => [row.name, row.id as Id<'unit'>])),
    };
  });
  return standingTenant(services, tenant, known);
}
