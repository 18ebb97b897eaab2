import { sql, type Selectable } from 'kysely';
import type { PlanningTask, PlanningTaskEvent, PlanningTaskUnit } from '#db/types.ts';
import type { Act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/** The rows of a task as they stood. */
export interface TaskImage {
  readonly task: Omit<Selectable<PlanningTask>, 'folded' | 'spelled'>;
  readonly units: readonly Selectable<PlanningTaskUnit>[];
  readonly events: readonly Selectable<PlanningTaskEvent>[];
}

/** All rows of a locked task, without the columns that the database makes itself. */
export async function rowsOf(ctx: Ctx, tx: Act, taskId: Id<'task'>): Promise<TaskImage> {
  const {
    folded: _folded,
    spelled: _spelled,
    ...task
  } = await tx.db
    .selectFrom('planning.task')
    .selectAll()
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', taskId)
    .executeTakeFirstOrThrow();
  const units = await tx.db
    .selectFrom('planning.task_unit')
    .selectAll()
    .where('tenant_id', '=', ctx.tenant.id)
    .where('task_id', '=', taskId)
    .execute();
  const events = await tx.db
    .selectFrom('planning.task_event')
    .selectAll()
    .where('tenant_id', '=', ctx.tenant.id)
    .where('task_id', '=', taskId)
    .execute();
  return { task, units, events };
}

/** Writes the rows of an image again. */
export async function writeRows(tx: Act, given: unknown): Promise<void> {
  const { task, units, events } = given as TaskImage;
  await tx.db
    .insertInto('planning.task')
    .values({
      ...task,
      due: task.due === null ? null : JSON.stringify(task.due),
      origin_lines: JSON.stringify(task.origin_lines),
    })
    .execute();
  if (units.length > 0)
    await tx.db
      .insertInto('planning.task_unit')
      .values([...units])
      .execute();
  for (const event of events) {
    await tx.db
      .insertInto('planning.task_event')
      .values({ ...event, detail: sql`${JSON.stringify(event.detail)}::jsonb` })
      .execute();
  }
}
