import { act } from '#platform/db/act.ts';
import { newId } from '#platform/db/id.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { type BuiltInRole, builtInRoles } from '../account/role.ts';
import * as policy from './policy.ts';
import { getSettings } from './queries.server.ts';
import type { Settings } from './settings.ts';

/**
 * Creates the tenant of `ctx` with its built-in roles and their grants. The caller has chosen the id and opened the
 * transaction for it. The slug is unique: a second tenant with the same one is a fault of the caller.
 */
export async function createTenant(
  ctx: Ctx,
  place: { parentId: string | null; provinceName: string; officialCode?: string },
): Promise<Outcome<undefined, never>> {
  return act(ctx, 'directory.tenant.create', async (tx) => {
    must(policy.create(ctx.actor));
    await tx.db
      .insertInto('directory.tenant')
      .values({
        id: ctx.tenant.id,
        kind: ctx.tenant.kind,
        parent_id: place.parentId,
        name: ctx.tenant.name,
        level: ctx.tenant.level,
        province_name: place.provinceName,
        official_code: place.officialCode ?? null,
        slug: ctx.tenant.slug,
        is_demo: ctx.tenant.isDemo,
        created_at: tx.now,
      })
      .execute();
    const roles = Object.entries(builtInRoles).map(([code, grants]) => ({
      id: newId<'role'>(),
      code: code as BuiltInRole,
      grants,
    }));
    await tx.db
      .insertInto('directory.role')
      .values(roles.map(({ id, code }) => ({ tenant_id: ctx.tenant.id, id, code })))
      .execute();
    await tx.db
      .insertInto('directory.role_grant')
      .values(
        roles.flatMap((role) =>
          Object.entries(role.grants).map(([name, scope]) => ({
            tenant_id: ctx.tenant.id,
            role_id: role.id,
            act: name,
            scope,
          })),
        ),
      )
      .execute();
    await tx.audit({
      recordKind: 'tenant',
      recordId: ctx.tenant.id,
      before: null,
      after: { name: ctx.tenant.name, slug: ctx.tenant.slug },
    });
    return done();
  });
}

/** Changes what the office is called and how people reach it; address and kind of the tenant stay. */
export async function editSettings(
  ctx: Ctx,
  to: Pick<Settings, 'name' | 'address' | 'phone' | 'email'>,
): Promise<Outcome<undefined, never>> {
  return act(ctx, 'directory.tenant.edit', async (tx) => {
    must(policy.edit(ctx.actor));
    const { officialCode: _code, slug: _slug, ...before } = await getSettings(ctx);
    await tx.db
      .updateTable('directory.tenant')
      .set({
        name: to.name,
        contact_address: to.address || null,
        contact_phone: to.phone || null,
        contact_email: to.email || null,
      })
      .where('id', '=', ctx.tenant.id)
      .execute();
    await tx.audit({ recordKind: 'tenant', recordId: ctx.tenant.id, before, after: { ...to } });
    return done();
  });
}
