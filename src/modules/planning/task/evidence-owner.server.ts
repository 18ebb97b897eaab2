import { sql, type SqlBool } from 'kysely';
import type { EvidenceOwner } from '#modules/casework/index.server.ts';
import type { DB } from '#db/types.ts';
import { expressionBuilder } from 'kysely';
import { taskLink, tasksLink } from '../links.ts';
import { sourceCrumb } from './source-crumb.ts';
import * as policy from './policy.ts';
import { listProvable } from './provable-tasks.server.ts';
import { getTask } from './queries.server.ts';
import { texts } from './texts.ts';
import { visibleTo } from './visible-to.server.ts';

/** Tasks have evidence: who sees the task sees it, and who works on the task brings it. */
export const taskEvidence: EvidenceOwner = {
  kind: 'task',
  isPacked: true,
  path: tasksLink(),
  find: async (ctx, taskId) => {
    const task = await getTask(ctx, taskId);
    return {
      id: task.id,
      title: task.title,
      years: task.planYears,
      crumbs: [
        sourceCrumb(ctx.lang, task),
        { label: texts(ctx.lang).list, href: tasksLink() },
        { label: task.code, href: taskLink(task.id) },
      ],
      may: (act) => policy.prove(ctx.actor, act, task),
    };
  },
  titles: async (ctx, recordIds) => {
    if (recordIds.length === 0) return new Map();
    const rows = await ctx.db
      .selectFrom('planning.task as t')
      .select(['t.id', 't.code', 't.title'])
      .where('t.tenant_id', '=', ctx.tenant.id)
      .where(sql`t.id`, '=', sql`any(${[...recordIds]}::uuid[])`)
      .where(visibleTo(ctx.actor))
      .execute();
    return new Map(rows.map(({ id, code, title }) => [id, `${code}. ${title}`]));
  },
  candidates: listProvable,
  visibleTo: (actor) => {
    const where = expressionBuilder<DB & { t: DB['planning.task'] }, 't'>();
    return sql<SqlBool>`exists (select from planning.task t
      where t.tenant_id = a.tenant_id and t.id = a.record_id and ${visibleTo(actor)(where)})`;
  },
};
