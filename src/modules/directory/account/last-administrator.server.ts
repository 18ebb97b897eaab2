import type { Act } from '#platform/db/act.ts';
import type { ReadDb } from '#platform/db/db.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/** Whoever holds both can give back every other right. */
const keys = ['directory.role.edit', 'directory.account.set-roles'] as const;

/** Lets one change of rights happen after the other, so that two cannot each count on the other's administrator. */
export async function lockRights(ctx: Ctx, tx: { readonly db: ReadDb }): Promise<void> {
  await tx.db
    .selectFrom('directory.role')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('code', '=', 'admin')
    .forUpdate()
    .execute();
}

/**
 * Whether, as things stand inside this act, somebody who can sign in may still give rights. Asked after the change
 * and before it is kept; `lockRights` comes first.
 */
export async function hasAdministrator(ctx: Ctx, tx: Act): Promise<boolean> {
  const found = await tx.db
    .selectFrom('directory.account as a')
    .innerJoin('directory.officer as o', (join) =>
      join.onRef('o.tenant_id', '=', 'a.tenant_id').onRef('o.id', '=', 'a.officer_id'),
    )
    .select('a.id')
    .where('a.tenant_id', '=', ctx.tenant.id)
    .where('a.locked_at', 'is', null)
    .where('o.ended_on', 'is', null)
    .where(({ and, exists, selectFrom }) =>
      and(
        keys.map((key) =>
          exists(
            selectFrom('directory.account_role as ar')
              .innerJoin('directory.role as r', (join) =>
                join.onRef('r.tenant_id', '=', 'ar.tenant_id').onRef('r.id', '=', 'ar.role_id'),
              )
              .innerJoin('directory.role_grant as g', (join) =>
                join.onRef('g.tenant_id', '=', 'r.tenant_id').onRef('g.role_id', '=', 'r.id'),
              )
              .select('g.act')
              .whereRef('ar.tenant_id', '=', 'a.tenant_id')
              .whereRef('ar.account_id', '=', 'a.id')
              .where('r.ended_at', 'is', null)
              .where('g.act', '=', key)
              .where('g.scope', '=', 'all'),
          ),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
