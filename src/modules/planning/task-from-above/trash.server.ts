import { grantedTo } from '#platform/trash/granted-to.server.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import { restoreTask } from './discard.server.ts';
import { texts } from './texts.ts';

/** A task from above that was entered by mistake. */
export const taskTrash: TrashKind = {
  kind: 'task',
  acts: ['planning.task-from-above.discard', 'planning.task-from-above.discard-list'],
  restoreAct: 'planning.task-from-above.restore',
  noun: (lang) => texts(lang).noun,
  visibleTo: (actor) => grantedTo(actor, 'planning.task-from-above.restore'),
  restore: restoreTask,
  refusal: (_lang, code) => code,
  purge: async (ctx, tx, ids) => {
    await tx.db
      .deleteFrom('planning.discarded_task')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', [...ids])
      .execute();
  },
};
