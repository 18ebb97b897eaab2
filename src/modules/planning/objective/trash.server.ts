import { grantedTo } from '#platform/trash/granted-to.server.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import { objectiveLink } from '../links.ts';
import { restoreObjective } from './commands.server.ts';
import { texts } from './texts.ts';

/** An objective that a person had added and thrown away, with its history. */
export const objectiveTrash: TrashKind = {
  kind: 'objective',
  acts: ['planning.objective.discard'],
  restoreAct: 'planning.objective.restore',
  noun: (lang) => texts(lang).one,
  link: (id) => objectiveLink(id),
  visibleTo: (actor) => grantedTo(actor, 'planning.objective.restore'),
  restore: restoreObjective,
  refusal: (lang) => texts(lang).refusal.replaced,
  purge: async (ctx, tx, ids) => {
    const gone = await tx.db
      .selectFrom('planning.objective')
      .select('id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', [...ids])
      .where('removed_at', 'is not', null)
      .execute();
    if (gone.length === 0) return;
    const goneIds = gone.map(({ id }) => id);
    // Targets of versions that were replaced may still name it.
    await tx.db
      .updateTable('planning.target')
      .set({ objective_id: null })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('objective_id', 'in', goneIds)
      .execute();
    await tx.db
      .deleteFrom('planning.objective_event')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('objective_id', 'in', goneIds)
      .execute();
    await tx.db
      .deleteFrom('planning.objective')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', goneIds)
      .execute();
  },
};
