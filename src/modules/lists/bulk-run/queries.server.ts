import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type BulkRow, type BulkRun, type DeedInput, mostShown, type RowOutcome } from './bulk-run.ts';
import { visibleTo } from './visible-to.server.ts';

/** One run of this person; another's is not found. */
export async function getRun(ctx: Ctx, runId: string): Promise<BulkRun> {
  const id = parseId<'bulk-run'>(runId);
  const row = id && (await runs(ctx, id).where(visibleTo(ctx.actor)).executeTakeFirst());
  if (!row) throw new NotFound();
  return toRun(row);
}

/** The run that a job carries on, whoever began it. */
export async function findRunToCarryOn(ctx: Ctx, runId: string): Promise<BulkRun | undefined> {
  const id = parseId<'bulk-run'>(runId);
  const row = id && (await runs(ctx, id).executeTakeFirst());
  return row && toRun(row);
}

/** The next rows of a run with this outcome, in their order. */
export async function listRunRows(
  ctx: Ctx,
  runId: Id<'bulk-run'>,
  outcome: RowOutcome,
  most: number = mostShown,
): Promise<BulkRow[]> {
  const rows = await ctx.db
    .selectFrom('lists.bulk_row')
    .select(['ordinal', 'record_id', 'label', 'outcome', 'reason', 'undo'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('run_id', '=', runId)
    .where('outcome', '=', outcome)
    .orderBy('ordinal')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, recordId: row.record_id, outcome: row.outcome as RowOutcome }));
}

/** How many rows of a run came to each outcome. */
export async function countOutcomes(
  ctx: Ctx,
  runId: Id<'bulk-run'>,
): Promise<ReadonlyMap<RowOutcome, number>> {
  const rows = await ctx.db
    .selectFrom('lists.bulk_row')
    .select(['outcome', (select) => select.fn.countAll<number>().as('n')])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('run_id', '=', runId)
    .groupBy('outcome')
    .execute();
  return new Map(rows.map((row) => [row.outcome as RowOutcome, row.n]));
}

function runs(ctx: Ctx, id: Id<'bulk-run'>) {
  return ctx.db
    .selectFrom('lists.bulk_run')
    .selectAll()
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', id);
}

function toRun(row: {
  id: string;
  list: string;
  deed: string;
  input: unknown;
  account_id: string;
  state: string;
  row_count: number;
  started_at: Date;
}): BulkRun {
  return {
    id: row.id as Id<'bulk-run'>,
    list: row.list,
    deed: row.deed,
    input: row.input as DeedInput,
    accountId: row.account_id as Id<'account'>,
    state: row.state as BulkRun['state'],
    rowCount: row.row_count,
    startedAt: row.started_at,
  };
}
