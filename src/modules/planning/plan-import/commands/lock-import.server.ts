import { type Act, act } from '#platform/db/act.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type Decision, must } from '#platform/session/decision.ts';
import type { PlanHead } from '../../reading/plan-reading.ts';
import { allowedIn, type ImportDeed, type ImportState } from '../plan-import.ts';

export interface LockedImport {
  readonly id: Id<'plan-import'>;
  readonly state: ImportState;
  readonly head: PlanHead | null;
  readonly planId: string | null;
  readonly madeUnitIds: readonly string[];
  readonly version: number;
}

/** Locks an import for this act; `NotFound` when the tenant has no such one. */
export async function lockImport(ctx: Ctx, tx: Act, importId: string): Promise<LockedImport> {
  const id = parseId<'plan-import'>(importId);
  const row =
    id &&
    (await tx.db
      .selectFrom('planning.plan_import')
      .select(['id', 'state', 'head', 'plan_id', 'made_unit_ids', 'version'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst());
  if (!row) throw new NotFound();
  return {
    id: row.id as Id<'plan-import'>,
    state: row.state as ImportState,
    head: row.head as unknown as PlanHead | null,
    planId: row.plan_id,
    madeUnitIds: row.made_unit_ids as string[],
    version: row.version,
  };
}

/** One deed on one locked import: there, allowed, and in a state for it. */
export function importDeed<Value, Code extends string>(
  ctx: Ctx,
  deed: { name: string; kind: ImportDeed; decision: Decision },
  importId: string,
  work: (tx: Act, locked: LockedImport) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code | 'wrong-state'>> {
  return act<Value, Code | 'wrong-state'>(ctx, deed.name, async (tx) => {
    const locked = await lockImport(ctx, tx, importId);
    must(deed.decision);
    if (!allowedIn[deed.kind].includes(locked.state)) return refused('wrong-state');
    return work(tx, locked);
  });
}

/** Changes the import's own row and raises its version. */
export async function updateImport(
  ctx: Ctx,
  tx: Act,
  locked: LockedImport,
  to: {
    state?: ImportState;
    head?: string;
    plan_id?: string | null;
    made_unit_ids?: string;
    stored_at?: Date | null;
  },
): Promise<void> {
  await tx.db
    .updateTable('planning.plan_import')
    .set({ ...to, version: locked.version + 1 })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', locked.id)
    .execute();
}
