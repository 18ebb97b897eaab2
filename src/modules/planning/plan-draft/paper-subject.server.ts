import type { Id } from '#platform/db/id.ts';
import type { Paper } from '#platform/docgen/paper.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { PaperName } from '../links.ts';
import { differencePaper } from '../plan/papers/difference-paper.ts';
import { planPaper } from '../plan/papers/plan-paper.ts';
import { taskListPaper } from '../plan/papers/task-list-paper.ts';
import { getPlan } from '../plan/queries.server.ts';
import { getDifference } from './difference.server.ts';
import { readingOf } from './plan-draft.ts';
import { getDraft, getHead, listRows } from './queries.server.ts';

/** What a paper is about: a draft, and the plan that it replaces where it does. */
export interface PaperSubject {
  readonly draftId: Id<'plan-draft'>;
  readonly amendsPlanId: Id<'plan'> | null;
}

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A draft as the subject of a paper. */
export async function subjectOfDraft(ctx: Ctx, draftId: string): Promise<PaperSubject> {
  const { id, amendsPlanId } = await getDraft(ctx, draftId);
  return { draftId: id, amendsPlanId };
}

/** An issued plan as the subject of a paper; one without a draft has none. */
export async function subjectOfPlan(ctx: Ctx, planId: string): Promise<PaperSubject> {
  const plan = await getPlan(ctx, planId);
  if (!plan.draftId) throw new NotFound();
  return { draftId: plan.draftId, amendsPlanId: plan.replacesPlanId };
}

/** A paper as it would be issued today. Throws `NotFound` where the subject has no such paper. */
export async function paperOf(ctx: Ctx, subject: PaperSubject, name: PaperName): Promise<Paper> {
  const head = await getHead(ctx, subject.draftId);
  if (!head) throw new NotFound();
  const today = ctx.clock.today();
  if (name === 'thay-doi') {
    const compared = await getDifference(ctx, { id: subject.draftId, amendsPlanId: subject.amendsPlanId });
    if (!compared) throw new NotFound();
    return differencePaper({ earlier: compared.earlier, later: head }, compared.difference, today);
  }
  const reading = readingOf(head, await listRows(ctx, subject.draftId));
  return name === 'ke-hoach' ? planPaper(reading, today) : taskListPaper(reading, today);
}
