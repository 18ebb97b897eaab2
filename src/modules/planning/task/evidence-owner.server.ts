import { sql, type SqlBool } from 'kysely';
import type { EvidenceOwner } from '#modules/casework/index.server.ts';
import type { DB } from '#db/types.ts';
import { expressionBuilder } from 'kysely';
import { planLink, taskLink, tasksLink } from '../links.ts';
import * as policy from './policy.ts';
import { getTask } from './queries.server.ts';
import { texts } from './texts.ts';
import { visibleTo } from './visible-to.server.ts';

/** Tasks have evidence: who sees the task sees it, and who works on the task brings it. */
export const taskEvidence: EvidenceOwner = {
  kind: 'task',
  path: tasksLink(),
  find: async (ctx, taskId) => {
    const task = await getTask(ctx, taskId);
    return {
      id: task.id,
      title: task.title,
      years: await yearsOfPlan(ctx, task.planId),
      crumbs: [
        { label: task.planTitle, href: planLink(task.planId) },
        { label: texts(ctx.lang).list, href: tasksLink() },
        { label: task.code, href: taskLink(task.id) },
      ],
      may: (act) => policy.prove(ctx.actor, act, task),
    };
  },
  visibleTo: (actor) => {
    const where = expressionBuilder<DB & { t: DB['planning.task'] }, 't'>();
    return sql<SqlBool>`exists (select from planning.task t
      where t.tenant_id = a.tenant_id and t.id = a.record_id and ${visibleTo(actor)(where)})`;
  },
};

async function yearsOfPlan(ctx: Parameters<EvidenceOwner['find']>[0], planId: string) {
  const row = await ctx.db
    .selectFrom('planning.plan')
    .select(['year_from', 'year_to'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', planId)
    .executeTakeFirst();
  return row ? { from: row.year_from, to: row.year_to } : null;
}
