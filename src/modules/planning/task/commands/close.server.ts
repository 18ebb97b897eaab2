import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { cancelChildren, reviveChildren } from '../children.server.ts';
import { landing } from '../task-landing.ts';
import { type DeedRefusal, type Said, step, taskDeed } from './task-deed.server.ts';

/** Closes an open task that will not be done, with the reason, and all open parts of it. */
export function cancelTask(
  ctx: Ctx,
  taskId: string,
  said: Said & { readonly text: string },
): Promise<Outcome<undefined, DeedRefusal>> {
  return taskDeed(ctx, 'cancel', taskId, said.version, async (tx, task, stage) => {
    const closed = { closed_on: ctx.clock.today(), closing_text: said.text };
    await step(ctx, tx, task, {
      stage,
      columns: closed,
      kind: 'cancelled',
      detail: { text: said.text },
      after: closed,
    });
    await cancelChildren(ctx, tx, [task.id], { kind: 'cancelled', text: said.text });
    return done();
  });
}

/** Opens a closed task again, and the parts that were closed with it; what closed it stays in its history. */
export function reopenTask(ctx: Ctx, taskId: string, said: Said): Promise<Outcome<undefined, DeedRefusal>> {
  return taskDeed(ctx, 'reopen', taskId, said.version, async (tx, task, towards) => {
    const note = said.text ? { text: said.text } : {};
    await step(ctx, tx, task, {
      stage: landing(towards, task),
      columns: { closed_on: null, closing_text: null },
      kind: 'reopened',
      detail: note,
      after: note,
    });
    await reviveChildren(ctx, tx, [task.id], 'reopened');
    return done();
  });
}
