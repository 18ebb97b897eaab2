import { sql } from 'kysely';
import { act, type Act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { Forbidden } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { BulkTarget } from './bulk-list.server.ts';
import { type BulkRun, canBeUndone, type DeedInput, mostAtOnce, type RowOutcome } from './bulk-run.ts';
import * as policy from './policy.ts';
import { getRun } from './queries.server.ts';

/** Writes down a deed on many rows, each of them waiting; a long one is carried on by a job. */
export function startRun(
  ctx: Ctx,
  order: { list: string; act: string; deed: string; input: DeedInput; targets: readonly BulkTarget[] },
): Promise<Outcome<Id<'bulk-run'>, never>> {
  return act<Id<'bulk-run'>, never>(ctx, order.act, async (tx) => {
    must(policy.start(ctx.actor, order.act));
    if (ctx.actor.accountId === null) throw new Forbidden('no-account');
    const id = newId<'bulk-run'>();
    const { list, deed, input, targets } = order;
    await tx.db
      .insertInto('lists.bulk_run')
      .values({
        tenant_id: ctx.tenant.id,
        id,
        list,
        deed,
        input: JSON.stringify(input),
        account_id: ctx.actor.accountId,
        state: 'running',
        row_count: targets.length,
        started_at: tx.now,
      })
      .execute();
    const rows = targets.map((target, ordinal) => ({
      ordinal,
      id: target.id,
      label: target.label.slice(0, 300),
    }));
    await sql`insert into lists.bulk_row (tenant_id, run_id, ordinal, record_id, label, outcome)
      select ${ctx.tenant.id}, ${id}, r.ordinal, r.id, r.label, 'waiting'
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(ordinal int, id uuid, label text)`.execute(
      tx.db,
    );
    if (targets.length > mostAtOnce) await tx.enqueue({ name: order.act, payload: { runId: id } });
    await tx.audit({
      recordKind: 'bulk-run',
      recordId: id,
      before: null,
      after: { list, deed, input, rows: rows.length },
    });
    return done(id);
  });
}

/** Begins to take a whole run back, while its minutes last. */
export function beginUndo(ctx: Ctx, runId: string, listAct: string): Promise<Outcome<BulkRun, 'too-late'>> {
  return act<BulkRun, 'too-late'>(ctx, 'lists.bulk-run.take-back', async (tx) => {
    must(policy.start(ctx.actor, listAct));
    await sql`select 1 from lists.bulk_run where tenant_id = ${ctx.tenant.id} and id = ${(await getRun(ctx, runId)).id}
      for update`.execute(tx.db);
    const run = await getRun(ctx, runId);
    if (!canBeUndone(run, tx.now)) return refused('too-late');
    await setState(ctx, tx, run, 'undoing');
    if (run.rowCount > mostAtOnce) await tx.enqueue({ name: listAct, payload: { runId: run.id } });
    return done({ ...run, state: 'undoing' as const });
  });
}

/** What became of some rows of a run, and whether it has come to its end. */
export function recordRows(
  ctx: Ctx,
  run: BulkRun,
  results: readonly { ordinal: number; outcome: RowOutcome; reason: string | null; undo: unknown }[],
  isLast: boolean,
): Promise<Outcome<undefined, never>> {
  return act<undefined, never>(ctx, 'lists.bulk-run.record', async (tx) => {
    must(policy.read(ctx.actor, run));
    await sql`update lists.bulk_row b set outcome = r.outcome, reason = r.reason, undo = coalesce(r.undo, b.undo)
      from jsonb_to_recordset(${JSON.stringify(results)}::jsonb)
        as r(ordinal int, outcome text, reason text, undo jsonb)
      where b.tenant_id = ${ctx.tenant.id} and b.run_id = ${run.id} and b.ordinal = r.ordinal`.execute(tx.db);
    if (isLast) await setState(ctx, tx, run, run.state === 'running' ? 'done' : 'undone');
    else
      await tx.audit({
        recordKind: 'bulk-run',
        recordId: run.id,
        before: null,
        after: { rows: results.length },
      });
    return done();
  });
}

/** Ends a run whose person is locked out or lost the right: what was done stays, the rows that wait are not done. */
export function stopRun(ctx: Ctx, run: BulkRun): Promise<Outcome<undefined, never>> {
  return act<undefined, never>(ctx, 'lists.bulk-run.stop', async (tx) => {
    must(policy.stop(ctx.actor));
    await tx.db
      .updateTable('lists.bulk_row')
      .set({ outcome: 'refused', reason: 'stopped' })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('run_id', '=', run.id)
      .where('outcome', '=', 'waiting')
      .execute();
    await setState(ctx, tx, run, 'stopped');
    return done();
  });
}

async function setState(ctx: Ctx, tx: Act, run: BulkRun, state: BulkRun['state']): Promise<void> {
  await tx.db
    .updateTable('lists.bulk_run')
    .set({ state })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', run.id)
    .execute();
  await tx.audit({
    recordKind: 'bulk-run',
    recordId: run.id,
    before: { state: run.state },
    after: { state },
  });
}
