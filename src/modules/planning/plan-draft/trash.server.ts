import { grantedTo } from '#platform/trash/granted-to.server.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import { draftLink } from '../links.ts';
import { issueAgain } from './commands/issue.server.ts';
import { restoreDraft } from './commands/set-aside.server.ts';
import { texts } from './texts.ts';

/** What hangs on a draft, before the draft itself. */
const parts = [
  'planning.plan_draft_file',
  'planning.plan_draft_row',
  'planning.plan_draft_step',
  'planning.plan_draft_presence',
] as const;

/** A draft that was put aside: with its files, rows and steps. */
export const draftTrash: TrashKind = {
  kind: 'plan-draft',
  acts: ['planning.plan-draft.discard'],
  restoreAct: 'planning.plan-draft.restore',
  noun: (lang) => texts(lang).inTrash.draft,
  link: (id) => draftLink(id),
  visibleTo: (actor) => grantedTo(actor, 'planning.plan-draft.read'),
  restore: restoreDraft,
  refusal: (lang, code) => texts(lang).inTrash.refusal[code] ?? code,
  purge: async (ctx, tx, ids) => {
    const discarded = await tx.db
      .selectFrom('planning.plan_draft')
      .select('id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', [...ids])
      .where('state', '=', 'discarded')
      .execute();
    if (discarded.length === 0) return;
    const gone = discarded.map(({ id }) => id);
    for (const table of parts) {
      await tx.db
        .deleteFrom(table)
        .where('tenant_id', '=', ctx.tenant.id)
        .where('draft_id', 'in', gone)
        .execute();
    }
    await tx.db
      .deleteFrom('planning.plan_draft')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', gone)
      .execute();
  },
};

/** A plan that was taken back: its draft stands in the review, and for its time it can be issued again as it was. */
export const planTrash: TrashKind = {
  kind: 'plan',
  acts: ['planning.plan-draft.take-back'],
  restoreAct: 'planning.plan-draft.issue-again',
  noun: (lang) => texts(lang).inTrash.plan,
  link: (id) => draftLink(id),
  visibleTo: (actor) => grantedTo(actor, 'planning.plan-draft.read'),
  restore: issueAgain,
  refusal: (lang, code) => texts(lang).inTrash.refusal[code] ?? code,
};
