import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { keptForActor } from '#platform/session/kept-for-actor.server.ts';
import { listedColumns, type TaskRow, toTaskRow } from '../task/list-tasks.server.ts';
import { visibleTo } from '../task/visible-to.server.ts';

/** A part of a task as one line on its task's page. */
export type SubTaskRow = TaskRow & { readonly assigneeName: string | null };

const partRows = keptForActor(({ tenant, actor, db }, { taskId }: { readonly taskId: Id<'task'> }) =>
  db
    .selectFrom('planning.task as t')
    .leftJoin('directory.published_officer as o', (join) =>
      join.onRef('o.tenant_id', '=', 't.tenant_id').onRef('o.id', '=', 't.assignee_id'),
    )
    .select([...listedColumns, 'o.full_name'])
    .where('t.tenant_id', '=', tenant.id)
    .where('t.parent_id', '=', taskId)
    .where('t.nature', '=', 'sub-task')
    .where(visibleTo(actor))
    .orderBy('t.part_no'),
);

/** The parts of a task that this person may read, in the order in which they were made. */
export async function listSubTasks(ctx: Ctx, taskId: Id<'task'>): Promise<SubTaskRow[]> {
  const rows = await partRows(ctx, { taskId });
  return rows.map((row) => ({ assigneeName: row.full_name, ...toTaskRow(row) }));
}
