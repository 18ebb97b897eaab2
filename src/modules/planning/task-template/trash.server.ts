import { grantedTo } from '#platform/trash/granted-to.server.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import { restoreTemplate } from './commands.server.ts';
import { texts } from './texts.ts';

/** A template that was deleted; what was made from it stays when it goes for good. */
export const templateTrash: TrashKind = {
  kind: 'task-template',
  acts: ['planning.task-template.discard'],
  restoreAct: 'planning.task-template.restore',
  noun: (lang) => texts(lang).noun,
  visibleTo: (actor) => grantedTo(actor, 'planning.task-template.restore'),
  restore: restoreTemplate,
  refusal: (_lang, code) => code,
  purge: async (ctx, tx, ids) => {
    await tx.db
      .deleteFrom('planning.task_template')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', [...ids])
      .execute();
  },
};
