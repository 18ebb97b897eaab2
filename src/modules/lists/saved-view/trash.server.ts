import { type SqlBool, sql } from 'kysely';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import { restoreView } from './commands.server.ts';
import { texts } from './texts.ts';

/** A deleted view of a list: its owner finds it, and a shared one whoever may share. */
export const viewTrash: TrashKind = {
  kind: 'saved-view',
  acts: ['lists.saved-view.delete'],
  restoreAct: 'lists.saved-view.restore',
  noun: (lang) => texts(lang).inTrash.noun,
  visibleTo: (actor) => sql<SqlBool>`exists (select 1 from lists.saved_view v
    where v.tenant_id = e.tenant_id and v.id = e.record_id
      and (v.owner_id = ${actor.accountId}::uuid
        or (v.is_shared and ${actor.grants.has('lists.saved-view.share')}::boolean)))`,
  restore: restoreView,
  refusal: (lang, code) => texts(lang).inTrash.refusal[code] ?? code,
  purge: async (ctx, tx, ids) => {
    const deleted = await tx.db
      .selectFrom('lists.saved_view')
      .select('id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', [...ids])
      .where('deleted_at', 'is not', null)
      .execute();
    if (deleted.length === 0) return;
    const gone = deleted.map(({ id }) => id);
    await tx.db
      .deleteFrom('lists.view_choice')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('view_id', 'in', gone)
      .execute();
    await tx.db
      .deleteFrom('lists.saved_view')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', gone)
      .execute();
  },
};
