import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type DeedRefusal, type Said, step, taskDeed } from './task-deed.server.ts';

export interface HandingIn {
  /** What was made: its number and day, or its name. */
  readonly text: string;
  /** Why it is not the product that the task declares; null where it is. */
  readonly exception: string | null;
  readonly version: number;
}

/** Hands in what was made, for the approver to look at. */
export function submitTask(
  ctx: Ctx,
  taskId: string,
  given: HandingIn,
): Promise<Outcome<undefined, DeedRefusal>> {
  const { text, exception } = given;
  return taskDeed(ctx, 'submit', taskId, given.version, async (tx, task, stage) => {
    await step(ctx, tx, task, {
      stage,
      columns: {
        handed_in_text: text,
        handed_in_exception: exception,
        handed_in_on: ctx.clock.today(),
      },
      kind: 'submitted',
      detail: { text, exception },
      before: { handedIn: task.handedIn?.text ?? null, exception: task.handedIn?.exception ?? null },
      after: { handedIn: text, exception },
    });
    return done();
  });
}

/** Takes back what was handed in, before anybody has judged it. */
export function withdrawTask(ctx: Ctx, taskId: string, said: Said): Promise<Outcome<undefined, DeedRefusal>> {
  return taskDeed(ctx, 'withdraw', taskId, said.version, async (tx, task, stage) => {
    const note = said.text ? { text: said.text } : {};
    await step(ctx, tx, task, { stage, kind: 'withdrawn', detail: note, after: note });
    return done();
  });
}
