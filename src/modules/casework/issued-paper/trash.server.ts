import { type SqlBool, sql } from 'kysely';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import { restorePaper } from './commands.server.ts';
import { texts } from './texts.ts';
import { visibleTo } from './visible-to.server.ts';

/** A draft of a paper that was thrown away; papers that were issued never go. */
export const issuedPaperTrash: TrashKind = {
  kind: 'issued-paper',
  acts: ['casework.issued-paper.discard'],
  restoreAct: 'casework.issued-paper.restore',
  noun: (lang) => texts(lang).noun,
  visibleTo: (actor) =>
    actor.grants.has('casework.issued-paper.restore')
      ? sql<SqlBool>`exists (select from casework.issued_paper i
          where i.tenant_id = e.tenant_id and i.id = e.record_id and ${visibleTo(actor)})`
      : sql<SqlBool>`false`,
  restore: restorePaper,
  refusal: (_lang, code) => code,
  purge: async (ctx, tx, ids) => {
    await tx.db
      .deleteFrom('casework.issued_paper')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', [...ids])
      .where('discarded_at', 'is not', null)
      .execute();
  },
};
