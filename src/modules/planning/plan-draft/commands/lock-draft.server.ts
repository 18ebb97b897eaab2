import { type Act, act } from '#platform/db/act.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type Decision, must } from '#platform/session/decision.ts';
import type { PlanHead } from '../../reading/plan-reading.ts';
import { allowedIn, type DraftDeed, type DraftOrigin, type DraftState } from '../plan-draft.ts';

export interface LockedDraft {
  readonly id: Id<'plan-draft'>;
  readonly state: DraftState;
  readonly origin: DraftOrigin;
  readonly amendsPlanId: string | null;
  readonly head: PlanHead | null;
  readonly fileName: string | null;
  readonly originWords: string | null;
  readonly planId: string | null;
  readonly madeUnitIds: readonly string[];
  readonly version: number;
}

/** Locks a draft for this act; `NotFound` when the tenant has no such one. */
export async function lockDraft(ctx: Ctx, tx: Act, draftId: string): Promise<LockedDraft> {
  const id = parseId<'plan-draft'>(draftId);
  const row =
    id &&
    (await tx.db
      .selectFrom('planning.plan_draft')
      .select(['id', 'state', 'origin', 'origin_words', 'file_name', 'amends_plan_id', 'head', 'plan_id'])
      .select(['made_unit_ids', 'version'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst());
  if (!row) throw new NotFound();
  return {
    id: row.id as Id<'plan-draft'>,
    state: row.state as DraftState,
    origin: row.origin as DraftOrigin,
    amendsPlanId: row.amends_plan_id,
    head: row.head as unknown as PlanHead | null,
    fileName: row.file_name,
    originWords: row.origin_words,
    planId: row.plan_id,
    madeUnitIds: row.made_unit_ids as string[],
    version: row.version,
  };
}

/** One deed on one locked draft: there, allowed, and in a state for it. */
export function draftDeed<Value, Code extends string>(
  ctx: Ctx,
  deed: { name: string; kind: DraftDeed; decision: Decision },
  draftId: string,
  work: (tx: Act, locked: LockedDraft) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code | 'wrong-state'>> {
  return act<Value, Code | 'wrong-state'>(ctx, deed.name, async (tx) => {
    const locked = await lockDraft(ctx, tx, draftId);
    must(deed.decision);
    if (!allowedIn[deed.kind].includes(locked.state)) return refused('wrong-state');
    return work(tx, locked);
  });
}

/** Changes the draft's own row and raises its version. */
export async function updateDraft(
  ctx: Ctx,
  tx: Act,
  locked: LockedDraft,
  to: {
    state?: DraftState;
    head?: string;
    plan_id?: string | null;
    amends_plan_id?: string | null;
    made_unit_ids?: string;
    issued_at?: Date | null;
  },
): Promise<void> {
  await tx.db
    .updateTable('planning.plan_draft')
    .set({ ...to, version: locked.version + 1 })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', locked.id)
    .execute();
}
