import { sql } from 'kysely';
import { listActorsOf } from '#modules/directory/index.server.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import * as taskPolicy from '../task/policy.ts';
import type { TaskRelations } from '../task/task.ts';

/** Something that a ladder tells somebody about a task. */
interface Telling {
  readonly taskId: string;
  readonly officerId: Id<'officer'>;
}

/**
 * Of these tellings, those that would not arrive: the person may not read the task, or has no account that is open. Of
 * tasks that the caller has read already; in two queries however many they are.
 */
export async function findUnheard<One extends Telling>(
  ctx: Ctx,
  tellings: readonly One[],
): Promise<ReadonlySet<One>> {
  const taskIds = [...new Set(tellings.map(({ taskId }) => taskId))];
  if (taskIds.length === 0) return new Set();
  const officerIds = [...new Set(tellings.map(({ officerId }) => officerId))];
  const actors = new Map((await listActorsOf(ctx, officerIds)).map((actor) => [actor.officerId, actor]));
  const { rows } = await sql<TaskRelations & { id: string }>`
    select t.id, t.state, t.stage, t.assignee_id as "assigneeId", t.approver_id as "approverId", t.lead_unit_id as "leadUnitId",
      array(select tu.unit_id from planning.task_unit tu where tu.tenant_id = t.tenant_id and tu.task_id = t.id)
        as "coordinatingUnitIds"
    from planning.task t
    where t.tenant_id = ${ctx.tenant.id} and t.id = any(${taskIds}::uuid[])`.execute(ctx.db);
  const tasks = new Map(rows.map((row) => [row.id, row]));
  return new Set(
    tellings.filter(({ taskId, officerId }) => {
      const [actor, task] = [actors.get(officerId), tasks.get(taskId)];
      return !actor || !task || !taskPolicy.read(actor, task).allowed;
    }),
  );
}
