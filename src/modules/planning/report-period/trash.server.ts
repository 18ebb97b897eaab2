import { grantedTo } from '#platform/trash/granted-to.server.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import { reportPeriodLink } from './links.ts';
import { restorePeriod } from './commands/close.server.ts';
import { texts } from './texts.ts';

/** A report that a person had ordered and thrown away, with what units had handed in for it. */
export const reportPeriodTrash: TrashKind = {
  kind: 'report-period',
  acts: ['planning.report-period.discard'],
  restoreAct: 'planning.report-period.restore',
  noun: (lang) => texts(lang).one,
  link: (id) => reportPeriodLink(id),
  visibleTo: (actor) => grantedTo(actor, 'planning.report-period.restore'),
  restore: restorePeriod,
  refusal: (lang) => texts(lang).refusal['wrong-state'],
  purge: async (ctx, tx, ids) => {
    const gone = await tx.db
      .selectFrom('planning.report_period')
      .select('id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', [...ids])
      .where('state', '=', 'discarded')
      .execute();
    if (gone.length === 0) return;
    const goneIds = gone.map(({ id }) => id);
    for (const table of ['planning.report_event', 'planning.report_hand_in'] as const) {
      await tx.db
        .deleteFrom(table)
        .where('tenant_id', '=', ctx.tenant.id)
        .where('period_id', 'in', goneIds)
        .execute();
    }
    await tx.db
      .deleteFrom('planning.report_period')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', goneIds)
      .execute();
  },
};
