import type { Act } from '#platform/db/act.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { texts as draftTexts } from '../plan-draft/texts.ts';
import { recordForMany } from './children.server.ts';
import type { TaskStage } from './task-life.ts';

/**
 * Closes open tasks that their plan does not order any more. The history says where each stood, so that it stands there
 * again when the plan is taken back.
 */
export async function dropTasks(
  ctx: Ctx,
  tx: Act,
  tasks: readonly { readonly id: string; readonly stage: TaskStage }[],
): Promise<void> {
  if (tasks.length === 0) return;
  await tx.db
    .updateTable('planning.task')
    .set((eb) => ({
      state: 'cancelled',
      stage: 'cancelled',
      closed_on: ctx.clock.today(),
      closing_text: draftTexts('vi').dropped,
      version: eb('version', '+', 1),
    }))
    .where('tenant_id', '=', ctx.tenant.id)
    .where(
      'id',
      'in',
      tasks.map((task) => task.id),
    )
    .execute();
  await recordForMany(
    ctx,
    tx,
    tasks.map(({ id, stage }) => ({ taskId: id, kind: 'dropped', detail: { stage }, stage: 'cancelled' })),
  );
}
