import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Conflict, Repair, Responsibility } from '../reading/plan-reading.ts';

/** What the reader said of the plan as a whole. */
export interface ReaderRemarks {
  readonly repairs: readonly Repair[];
  readonly conflicts: readonly Conflict[];
  readonly responsibilities: readonly Responsibility[];
}

/** The text of the source, one string a line, and what the reader said of it. */
export interface ReadSource {
  readonly lines: readonly string[];
  readonly remarks: ReaderRemarks;
}

/** One step of a review, newest first. */
export interface ReviewStep {
  readonly ordinal: number;
  readonly deed: string;
  readonly actorName: string;
  readonly at: Date;
  readonly isUndone: boolean;
}

/** Minutes after which somebody who opened a draft is no longer taken to be at it. */
const presenceMinutes = 5;
const shownSteps = 30;

/** What a draft was read from; empty lists for one that was written by hand. */
export async function getReadSource(ctx: Ctx, draftId: Id<'plan-draft'>): Promise<ReadSource> {
  const row = await ctx.db
    .selectFrom('planning.plan_draft')
    .select(['lines', 'remarks'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', draftId)
    .executeTakeFirst();
  const kept = (row?.remarks ?? {}) as Partial<ReaderRemarks>;
  return {
    lines: (row?.lines as string[] | null) ?? [],
    remarks: {
      repairs: kept.repairs ?? [],
      conflicts: kept.conflicts ?? [],
      responsibilities: kept.responsibilities ?? [],
    },
  };
}

/** The last steps of a review: those that stand and, above them, those taken back that can be done again. */
export async function listSteps(ctx: Ctx, draftId: Id<'plan-draft'>): Promise<ReviewStep[]> {
  const rows = await ctx.db
    .selectFrom('planning.plan_draft_step')
    .select(['ordinal', 'deed', 'actor_name', 'at', 'is_undone'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draftId)
    .orderBy('ordinal', 'desc')
    .limit(shownSteps)
    .execute();
  return rows.map((row) => ({
    ordinal: row.ordinal,
    deed: row.deed,
    actorName: row.actor_name,
    at: row.at,
    isUndone: row.is_undone,
  }));
}

/** The names of the others who have the draft open. */
export async function listOthersAtWork(ctx: Ctx, draftId: Id<'plan-draft'>): Promise<string[]> {
  const since = new Date(ctx.clock.now().getTime() - presenceMinutes * 60_000);
  const rows = await ctx.db
    .selectFrom('planning.plan_draft_presence')
    .select('actor_name')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draftId)
    .where('account_id', '<>', ctx.actor.accountId ?? draftId)
    .where('seen_at', '>', since)
    .orderBy('actor_name')
    .limit(5)
    .execute();
  return rows.map((row) => row.actor_name);
}
