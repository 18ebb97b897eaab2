import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { comparePlans, type PlanDifference } from '../plan-difference/plan-difference.ts';
import type { PlanHead } from '../reading/plan-reading.ts';
import type { PlanDraft } from './plan-draft.ts';
import { getHead, listKeptRows } from './queries.server.ts';

/** A draft, or the issued plan it became, against the plan that it takes the place of. */
export interface ComparedPlan {
  readonly earlier: PlanHead;
  readonly earlierTitle: string;
  readonly difference: PlanDifference;
}

/** Undefined when the draft takes the place of no plan, or of one whose rows are not kept. */
export async function getDifference(
  ctx: Ctx,
  draft: Pick<PlanDraft, 'id' | 'amendsPlanId'>,
): Promise<ComparedPlan | undefined> {
  if (!draft.amendsPlanId) return undefined;
  const earlier = await ctx.db
    .selectFrom('planning.plan')
    .select(['title', 'draft_id'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', draft.amendsPlanId)
    .executeTakeFirst();
  if (!earlier?.draft_id) return undefined;
  const head = await getHead(ctx, earlier.draft_id as Id<'plan-draft'>);
  if (!head) return undefined;
  return {
    earlier: head,
    earlierTitle: earlier.title,
    difference: comparePlans(
      await listKeptRows(ctx, earlier.draft_id as Id<'plan-draft'>),
      await listKeptRows(ctx, draft.id),
    ),
  };
}
