import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type DeedRefusal, type Said, step, taskDeed } from './task-deed.server.ts';

/** Accepts an assigned task: the person knows of it and will do it. */
export function acceptTask(ctx: Ctx, taskId: string, said: Said): Promise<Outcome<undefined, DeedRefusal>> {
  return taskDeed(ctx, 'accept', taskId, said.version, async (tx, task, stage) => {
    await step(ctx, tx, task, { stage, kind: 'accepted', detail: noteOf(said), after: noteOf(said) });
    return done();
  });
}

/** Gives an assigned task back with the reason; it is a draft again and lacks its person. */
export function declineTask(
  ctx: Ctx,
  taskId: string,
  said: Said & { readonly text: string },
): Promise<Outcome<undefined, DeedRefusal>> {
  return taskDeed(ctx, 'decline', taskId, said.version, async (tx, task, stage) => {
    await step(ctx, tx, task, {
      stage,
      columns: { assignee_id: null },
      kind: 'declined',
      detail: { text: said.text, assigneeId: task.assigneeId },
      before: { assigneeId: task.assigneeId },
      after: { assigneeId: null, reason: said.text },
    });
    return done();
  });
}

/** Says that work on the task has begun. */
export function startTask(ctx: Ctx, taskId: string, said: Said): Promise<Outcome<undefined, DeedRefusal>> {
  return taskDeed(ctx, 'start', taskId, said.version, async (tx, task, stage) => {
    await step(ctx, tx, task, { stage, kind: 'started', detail: noteOf(said), after: noteOf(said) });
    return done();
  });
}

function noteOf({ text }: Said): Record<string, string> {
  return text ? { text } : {};
}
