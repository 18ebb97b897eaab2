import type { Act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { recordForMany } from '../task/children.server.ts';

/** That a task waits for another, with what people call the other. */
export interface NewDependency {
  readonly taskId: Id<'task'>;
  readonly predecessor: { readonly id: Id<'task'>; readonly code: string; readonly title: string };
}

/**
 * Stores that tasks wait for others within an act, each with its event and its audit line. The caller has made sure that
 * they make no circle.
 */
export async function storeDependencies(
  ctx: Ctx,
  tx: Act,
  dependencies: readonly NewDependency[],
): Promise<void> {
  if (dependencies.length === 0) return;
  await tx.db
    .insertInto('planning.dependency')
    .values(
      dependencies.map(({ taskId, predecessor }) => ({
        tenant_id: ctx.tenant.id,
        task_id: taskId,
        predecessor_id: predecessor.id,
        created_at: tx.now,
      })),
    )
    .execute();
  const text = ({ predecessor }: NewDependency) => `${predecessor.code} ${predecessor.title}`;
  await recordForMany(
    ctx,
    tx,
    dependencies.map((one) => ({
      taskId: one.taskId,
      kind: 'dependency-added',
      detail: { text: text(one) },
      stage: null,
    })),
  );
  for (const one of dependencies) {
    await tx.audit({
      recordKind: 'task',
      recordId: one.taskId,
      before: {},
      after: { predecessor: one.predecessor.id, text: text(one) },
    });
  }
}
