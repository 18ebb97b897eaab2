import { act } from '#platform/db/act.ts';
import { type Id, newId, parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { type EnterRefusal, nextNumber, placeOf, refusalOf, storeTask } from './commands.server.ts';
import { discardOne, type DiscardRefusal } from './discard.server.ts';
import * as policy from './policy.ts';
import { listSame } from './queries.server.ts';
import { type NewTaskFromAbove, sameKey } from './task-from-above.ts';
import { mostRows } from './task-list-file.ts';

/** What became of a list. */
export interface EnteredList {
  readonly id: Id<'task-list'>;
  readonly tasks: number;
}

/** Enters a whole list of tasks from above, all or nothing: one that cannot be entered refuses the list. */
export function enterTaskList(
  ctx: Ctx,
  tasks: readonly NewTaskFromAbove[],
): Promise<Outcome<EnteredList, EnterRefusal | 'no-rows' | 'too-many'>> {
  return act<EnteredList, EnterRefusal | 'no-rows' | 'too-many'>(
    ctx,
    'planning.task-from-above.enter-list',
    async (tx) => {
      must(policy.may(ctx.actor, 'enter-list'));
      if (tasks.length === 0) return refused('no-rows');
      if (tasks.length > mostRows) return refused('too-many');
      const first = await nextNumber(ctx, tx);
      const refusal = await refusalOf(ctx, tasks);
      if (refusal) return refused(refusal);
      const keys = [...(await listSame(ctx, tasks)), ...tasks.map(sameKey)];
      if (new Set(keys).size < keys.length) return refused('doubled');
      const ids: string[] = [];
      for (const [index, task] of tasks.entries())
        ids.push(await storeTask(ctx, tx, task, placeOf(first + index)));
      const id = newId<'task-list'>();
      await tx.db
        .insertInto('planning.task_list')
        .values({
          tenant_id: ctx.tenant.id,
          id,
          task_ids: ids,
          actor_name: ctx.actor.name,
          created_at: tx.now,
        })
        .execute();
      return done({ id, tasks: ids.length });
    },
  );
}

/** Throws a whole list away that was entered by mistake; refused once anybody has worked on one of its tasks. */
export function discardTaskList(
  ctx: Ctx,
  listId: string,
): Promise<Outcome<{ tasks: number }, DiscardRefusal>> {
  return act<{ tasks: number }, DiscardRefusal>(ctx, 'planning.task-from-above.discard-list', async (tx) => {
    must(policy.may(ctx.actor, 'discard-list'));
    const id = parseId<'task-list'>(listId);
    const list =
      id &&
      (await tx.db
        .deleteFrom('planning.task_list')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', '=', id)
        .returning('task_ids')
        .executeTakeFirst());
    if (!list) throw new NotFound();
    for (const taskId of list.task_ids) {
      const refusal = await discardOne(ctx, tx, taskId, 'discard-list');
      if (refusal) return refused(refusal);
    }
    return done({ tasks: list.task_ids.length });
  });
}
