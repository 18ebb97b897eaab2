import { findStandingProofs } from '#modules/casework/index.server.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { taskEvidence } from '../evidence-owner.server.ts';
import { findHandedInProofs } from '../handed-in.server.ts';
import { type ProofProblem, proofProblem } from '../proof-of-work.ts';
import { type DeedRefusal, type Said, step, taskDeed } from './task-deed.server.ts';

/**
 * Approves what was handed in, an explained exception included: the task is done, on the day on which it was handed in,
 * so that nobody is late for the time that approving took. Refuses what has neither proof nor exception, and what has
 * lost a proof since it was handed in.
 */
export function approveTask(
  ctx: Ctx,
  taskId: string,
  said: Said,
): Promise<Outcome<undefined, DeedRefusal | ProofProblem>> {
  return taskDeed<ProofProblem>(ctx, 'approve', taskId, said.version, async (tx, task, stage) => {
    if (!task.handedIn) throw new Error('a submitted task holds what was handed in');
    const { text, exception, on } = task.handedIn;
    const proofs = await findHandedInProofs(ctx, task.id);
    const standing = await findStandingProofs(ctx, taskEvidence, task.id);
    const problem = proofProblem({ exception, proofs, standing });
    if (problem) return refused(problem);
    await step(ctx, tx, task, {
      stage,
      columns: { closed_on: on, closing_text: text },
      kind: 'approved',
      detail: { ...(said.text && { text: said.text }), ...(exception && { accepted: exception }) },
      after: { closed_on: on, closing_text: text, exception, ...(said.text && { note: said.text }) },
    });
    return done();
  });
}

/** Sends back what was handed in, with the reason; it can be handed in again. */
export function sendTaskBack(
  ctx: Ctx,
  taskId: string,
  said: Said & { readonly text: string },
): Promise<Outcome<undefined, DeedRefusal>> {
  return taskDeed(ctx, 'send-back', taskId, said.version, async (tx, task, stage) => {
    await step(ctx, tx, task, {
      stage,
      kind: 'sent-back',
      detail: { text: said.text },
      after: { reason: said.text },
    });
    return done();
  });
}
