import { grantedTo } from '#platform/trash/granted-to.server.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import { restoreConclusion } from './commands.server.ts';
import { texts } from './texts.ts';

/** A conclusion that was thrown away before it had lines. */
export const conclusionTrash: TrashKind = {
  kind: 'conclusion',
  acts: ['planning.conclusion.discard'],
  restoreAct: 'planning.conclusion.restore',
  noun: (lang) => texts(lang).noun,
  visibleTo: (actor) => grantedTo(actor, 'planning.conclusion.restore'),
  restore: restoreConclusion,
  refusal: (_lang, code) => code,
  purge: async (ctx, tx, ids) => {
    await tx.db
      .deleteFrom('planning.conclusion_reading')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('conclusion_id', 'in', [...ids])
      .execute();
    await tx.db
      .deleteFrom('planning.conclusion')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', [...ids])
      .execute();
  },
};
