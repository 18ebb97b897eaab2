import { sql } from 'kysely';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { keptForActor } from '#platform/session/kept-for-actor.server.ts';
import type { SavedView } from './saved-view.ts';
import { visibleTo } from './visible-to.server.ts';

const rowsOfList = keptForActor((asker, { list }: { readonly list: string }) =>
  standing(asker).where('v.list', '=', list),
);

/** The views of a list that this person may open, by name; those in the trash are not among them. */
export async function listViews(ctx: Ctx, list?: string): Promise<SavedView[]> {
  const rows = list === undefined ? await standing(ctx).execute() : await rowsOfList(ctx, { list });
  return rows.map(toView);
}

/** One view that this person may open, deleted or not. */
export async function getView(ctx: Ctx, viewId: string): Promise<SavedView> {
  const id = parseId<'saved-view'>(viewId);
  const row = id && (await views(ctx).where('v.id', '=', id).executeTakeFirst());
  if (!row) throw new NotFound();
  return toView(row);
}

function standing(ctx: Pick<Ctx, 'db' | 'tenant' | 'actor'>) {
  return views(ctx)
    .where('v.deleted_at', 'is', null)
    .orderBy(sql`v.name collate "vi-x-icu"`)
    .orderBy('v.id')
    .limit(500);
}

function views(ctx: Pick<Ctx, 'db' | 'tenant' | 'actor'>) {
  return ctx.db
    .selectFrom('lists.saved_view as v')
    .leftJoin('lists.view_choice as c', (join) =>
      join
        .onRef('c.tenant_id', '=', 'v.tenant_id')
        .onRef('c.view_id', '=', 'v.id')
        .on('c.account_id', '=', ctx.actor.accountId),
    )
    .selectAll('v')
    .select(['c.is_pinned', 'c.is_usual'])
    .where('v.tenant_id', '=', ctx.tenant.id)
    .where(visibleTo(ctx.actor));
}

function toView(row: {
  id: string;
  list: string;
  name: string;
  query: string;
  owner_id: string;
  owner_name: string;
  is_shared: boolean;
  deleted_at: Date | null;
  is_pinned: boolean | null;
  is_usual: boolean | null;
}): SavedView {
  return {
    id: row.id as Id<'saved-view'>,
    list: row.list,
    name: row.name,
    query: row.query,
    ownerId: row.owner_id as Id<'account'>,
    ownerName: row.owner_name,
    isShared: row.is_shared,
    deletedAt: row.deleted_at,
    isPinned: row.is_pinned ?? false,
    isUsual: row.is_usual ?? false,
  };
}
