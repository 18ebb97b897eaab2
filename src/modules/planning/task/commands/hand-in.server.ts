import { findStandingProofs } from '#modules/casework/index.server.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { hasOpenChildren } from '../children.server.ts';
import { taskEvidence } from '../evidence-owner.server.ts';
import { proofProblem } from '../proof-of-work.ts';
import { type DeedRefusal, type Said, step, taskDeed } from './task-deed.server.ts';

/** Why nothing can be handed in yet: parts are open, or neither proof nor explanation is there. */
export type HandInRefusal = 'open-sub-tasks' | 'proof-missing';

export interface HandingIn {
  /** What was made: its number and day, or its name. */
  readonly text: string;
  /** Why it is not the product that the task declares; null where it is. */
  readonly exception: string | null;
  readonly version: number;
}

/**
 * Hands in what was made, with the proofs that stand at the task, for the approver to look at. While a part of the task
 * is open, or where no proof is there, that takes an explanation.
 */
export function submitTask(
  ctx: Ctx,
  taskId: string,
  given: HandingIn,
): Promise<Outcome<undefined, DeedRefusal | HandInRefusal>> {
  const { text, exception } = given;
  return taskDeed<HandInRefusal>(ctx, 'submit', taskId, given.version, async (tx, task, stage) => {
    if (exception === null && (await hasOpenChildren(ctx, tx, task.id))) return refused('open-sub-tasks');
    const proofs = await findStandingProofs(ctx, taskEvidence, task.id);
    if (proofProblem({ exception, proofs: [], standing: proofs })) return refused('proof-missing');
    await step(ctx, tx, task, {
      stage,
      columns: {
        handed_in_proofs: proofs,
        handed_in_text: text,
        handed_in_exception: exception,
        handed_in_on: ctx.clock.today(),
      },
      kind: 'submitted',
      detail: { text, exception },
      before: { handedIn: task.handedIn?.text ?? null, exception: task.handedIn?.exception ?? null },
      after: { handedIn: text, exception, proofs: proofs.length },
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
