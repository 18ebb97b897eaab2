import { sql } from 'kysely';
import type { Act } from '#platform/db/act.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { TaskStage } from './task-life.ts';

/**
 * Lets tasks on which nobody has begun stand where their new words put them: a draft, waiting for an event, or assigned.
 * The SQL twin of `landing`; tasks further on stay where they are. Gives where each of the others stands now.
 */
export async function settleStages(
  ctx: Ctx,
  tx: Act,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, TaskStage>> {
  if (taskIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; stage: TaskStage }>`update planning.task set stage = case
      when assignee_id is null or lead_unit_id is null or approver_id is null or due_kind is null
        or title = '' or coalesce(product, '') = '' then 'draft'
      when due_on is null and due_kind in ('after-event', 'on-request') then 'waiting'
      else 'assigned' end
    where tenant_id = ${ctx.tenant.id} and id = any(${[...taskIds]}::uuid[])
      and stage in ('draft', 'waiting', 'assigned')
    returning id, stage`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.stage]));
}
