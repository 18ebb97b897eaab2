import { sql } from 'kysely';
import { act, type Act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { ViewForm } from './input.ts';
import * as policy from './policy.ts';
import { getView } from './queries.server.ts';
import { mostKept, type SavedView } from './saved-view.ts';

type ViewRefusal = 'name-taken' | 'too-many';

/** Keeps a view; sharing it needs a right of its own. */
export function saveView(ctx: Ctx, form: ViewForm): Promise<Outcome<Id<'saved-view'>, ViewRefusal>> {
  return act<Id<'saved-view'>, ViewRefusal>(ctx, 'lists.saved-view.keep', async (tx) => {
    must(form.shared ? policy.share(ctx.actor) : policy.keep(ctx.actor));
    const ownerId = accountOf(ctx);
    const others = await namesOf(ctx, tx, form.list, ownerId);
    if (others.length >= mostKept) return refused('too-many');
    if (others.some((one) => isSameName(one.name, form.name))) return refused('name-taken');
    const id = newId<'saved-view'>();
    const row = { list: form.list, name: form.name, query: form.query, is_shared: form.shared };
    await tx.db
      .insertInto('lists.saved_view')
      .values({
        tenant_id: ctx.tenant.id,
        id,
        ...row,
        owner_id: ownerId,
        owner_name: ctx.actor.name,
        created_at: tx.now,
      })
      .execute();
    await choose(ctx, tx, { id, list: form.list }, form);
    await tx.audit({ recordKind: 'saved-view', recordId: id, before: null, after: row });
    return done(id);
  });
}

/** Renames a view, shares it or takes it back, and sets how this person has it. */
export function editView(
  ctx: Ctx,
  viewId: string,
  form: Pick<ViewForm, 'name' | 'shared' | 'pinned' | 'usual'>,
): Promise<Outcome<undefined, ViewRefusal>> {
  return act<undefined, ViewRefusal>(ctx, 'lists.saved-view.keep', async (tx) => {
    const view = await getView(ctx, viewId);
    if (view.deletedAt !== null) throw new NotFound();
    must(policy.keep(ctx.actor));
    const after = { name: form.name, is_shared: form.shared };
    if (view.name !== form.name || view.isShared !== form.shared) {
      must(policy.change(ctx.actor, view));
      if (view.isShared !== form.shared) must(policy.share(ctx.actor));
      const others = await namesOf(ctx, tx, view.list, view.ownerId);
      if (others.some((one) => one.id !== view.id && isSameName(one.name, form.name)))
        return refused('name-taken');
      await update(ctx, tx, view, after);
    }
    await choose(ctx, tx, view, form);
    await tx.audit({
      recordKind: 'saved-view',
      recordId: view.id,
      before: { name: view.name, is_shared: view.isShared, isPinned: view.isPinned, isUsual: view.isUsual },
      after: { ...after, isPinned: form.pinned, isUsual: form.usual },
    });
    return done();
  });
}

/** Takes a view away from everybody who has it, into the trash; one that is there already stays as it went. */
export function deleteView(ctx: Ctx, viewId: string): Promise<Outcome<undefined, 'deleted'>> {
  return act<undefined, 'deleted'>(ctx, 'lists.saved-view.delete', async (tx) => {
    const view = await getView(ctx, viewId);
    must(policy.remove(ctx.actor, view));
    if (view.deletedAt !== null) return refused('deleted');
    await update(ctx, tx, view, { deleted_at: tx.now });
    await tx.throwAway({ kind: 'saved-view', recordId: view.id, title: view.name });
    await tx.audit({
      recordKind: 'saved-view',
      recordId: view.id,
      before: { deleted_at: null },
      after: { name: view.name, deleted_at: tx.now },
    });
    return done();
  });
}

/** Gives a deleted view back; where its owner has another of the same name by now, that one is renamed first. */
export function restoreView(
  ctx: Ctx,
  viewId: string,
): Promise<Outcome<undefined, 'not-deleted' | 'name-taken'>> {
  return act<undefined, 'not-deleted' | 'name-taken'>(ctx, 'lists.saved-view.restore', async (tx) => {
    const view = await getView(ctx, viewId);
    must(policy.restore(ctx.actor, view));
    if (view.deletedAt === null) return refused('not-deleted');
    const others = await namesOf(ctx, tx, view.list, view.ownerId);
    if (others.some((one) => isSameName(one.name, view.name))) return refused('name-taken');
    await update(ctx, tx, view, { deleted_at: null });
    await tx.bringBack({ kind: 'saved-view', recordId: view.id });
    await tx.audit({
      recordKind: 'saved-view',
      recordId: view.id,
      before: { deleted_at: view.deletedAt },
      after: { name: view.name, deleted_at: null },
    });
    return done();
  });
}

async function update(
  ctx: Ctx,
  tx: Act,
  view: SavedView,
  to: { name?: string; is_shared?: boolean; deleted_at?: Date | null },
): Promise<void> {
  await tx.db
    .updateTable('lists.saved_view')
    .set(to)
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', view.id)
    .execute();
}

/** How this person has the view; a list opens with one view at most. */
async function choose(
  ctx: Ctx,
  tx: Act,
  view: Pick<SavedView, 'id' | 'list'>,
  wanted: Pick<ViewForm, 'pinned' | 'usual'>,
): Promise<void> {
  const accountId = accountOf(ctx);
  if (wanted.usual) {
    await tx.db
      .updateTable('lists.view_choice')
      .set({ is_usual: false })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('account_id', '=', accountId)
      .where('list', '=', view.list)
      .execute();
  }
  await tx.db
    .insertInto('lists.view_choice')
    .values({
      tenant_id: ctx.tenant.id,
      account_id: accountId,
      view_id: view.id,
      list: view.list,
      is_pinned: wanted.pinned,
      is_usual: wanted.usual,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'account_id', 'view_id']).doUpdateSet({
        is_pinned: sql`excluded.is_pinned`,
        is_usual: sql`excluded.is_usual`,
      }),
    )
    .execute();
}

function namesOf(ctx: Ctx, tx: Act, list: string, ownerId: string) {
  return tx.db
    .selectFrom('lists.saved_view')
    .select(['id', 'name'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('list', '=', list)
    .where('owner_id', '=', ownerId)
    .where('deleted_at', 'is', null)
    .execute();
}

function isSameName(one: string, other: string): boolean {
  return one.toLocaleLowerCase('vi') === other.toLocaleLowerCase('vi');
}

function accountOf(ctx: Ctx): Id<'account'> {
  if (ctx.actor.accountId === null) throw new Forbidden('no-account');
  return ctx.actor.accountId;
}
