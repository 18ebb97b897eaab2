import { sql } from 'kysely';
import { type Act, act } from '#platform/db/act.ts';
import { newId } from '#platform/db/id.ts';
import { done, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { followUnits, recordForMany, settleSeries } from '../task/children.server.ts';
import { dropTasks } from '../task/drop-tasks.server.ts';
import { settleStages } from '../task/settle-stages.server.ts';
import * as policy from './policy.ts';
import { listSeriesChanges, type SeriesChange } from './series.server.ts';

/** The recurring tasks of this commune to which `makeOccurrencesOf` would do something. */
export async function listSeriesToMake(ctx: Ctx): Promise<string[]> {
  must(policy.make(ctx.actor));
  return (await listSeriesChanges(ctx, ctx.db)).map((one) => one.id);
}

/**
 * Makes the occurrences of one recurring task those that its plan asks for: missing ones are made, those that are not
 * asked for any more and on which nobody has begun are closed, those that are asked for again opened. Done twice, it
 * changes nothing. Gives how many were made.
 */
export async function makeOccurrencesOf(ctx: Ctx, taskId: string): Promise<number> {
  const outcome = await act<number, 'nothing'>(ctx, 'planning.occurrence.make', async (tx) => {
    must(policy.make(ctx.actor));
    await sql`select from planning.task where tenant_id = ${ctx.tenant.id} and id = ${taskId} for update`.execute(
      tx.db,
    );
    const [change] = await listSeriesChanges(ctx, tx.db, taskId);
    if (!change) return refused('nothing');
    await makeSeries(ctx, tx, change);
    const ids = await insertMissing(ctx, tx, change);
    await dropTasks(ctx, tx, change.dropped);
    await openRevived(ctx, tx, change);
    if (change.isOver) await endSeries(ctx, tx, change.id);
    else await settleSeries(ctx, tx, change.id);
    await tx.audit({
      recordKind: 'task',
      recordId: change.id,
      before: {},
      after: { added: ids.length, removed: change.dropped.length, givenBack: change.revived.length },
    });
    return done(ids.length);
  });
  return outcome.ok ? outcome.value : 0;
}

/** The task is a series from now on; what was begun of it is its first occurrence's. */
async function makeSeries(ctx: Ctx, tx: Act, change: SeriesChange): Promise<void> {
  if (change.nature === 'series') return;
  await sql`update planning.task set nature = 'series', period_from = ${change.from}, version = version + 1,
      stage = case when stage in ('accepted', 'in-progress') then 'assigned' else stage end
    where tenant_id = ${ctx.tenant.id} and id = ${change.id}`.execute(tx.db);
}

async function insertMissing(ctx: Ctx, tx: Act, change: SeriesChange): Promise<string[]> {
  if (change.made.length === 0) return [];
  const made = change.made.map((one) => ({ ...one, id: newId<'task'>() as string }));
  await sql`
    insert into planning.task (tenant_id, id, parent_id, nature, part_no, period_from, period_to, period_no, plan_id,
      section_id, ordinal, code, objective, title, activity, product, chair_leader, lead_unit_id, assignee_id,
      assigner_id, approver_id, due_text, due_kind, due_on, first_due_on, note, created_at)
    select s.tenant_id, one.id, s.id, 'occurrence', last.no + one.place, one."from", one."to", one.no, s.plan_id,
      s.section_id, s.ordinal, s.code || '/' || last.no + one.place, s.objective, s.title, s.activity, s.product,
      s.chair_leader, s.lead_unit_id, s.assignee_id, s.assigner_id, s.approver_id, s.due_text, 'date', one."dueOn", one."dueOn", s.note, ${tx.now}
    from planning.task s
    cross join lateral (select coalesce(max(c.part_no), 0) as no from planning.task c
      where c.tenant_id = s.tenant_id and c.parent_id = s.id) as last
    cross join rows from (jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
      as (id uuid, "from" date, "to" date, no integer, "dueOn" date)) with ordinality as one (id, "from", "to", no, "dueOn", place)
    where s.tenant_id = ${ctx.tenant.id} and s.id = ${change.id}`.execute(tx.db);
  const ids = made.map((one) => one.id);
  await followUnits(ctx, tx, ids);
  const settled = await settleStages(ctx, tx, ids);
  const [first] = ids;
  if (first && (change.stage === 'accepted' || change.stage === 'in-progress')) {
    await tx.db
      .updateTable('planning.task')
      .set({ stage: change.stage })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', first)
      .where('stage', '=', 'assigned')
      .execute();
  }
  await recordForMany(
    ctx,
    tx,
    [change.id, ...ids].map((taskId) => ({
      taskId,
      kind: 'occurrences-made',
      detail: {},
      stage: settled.get(taskId) ?? null,
    })),
  );
  return ids;
}

async function openRevived(ctx: Ctx, tx: Act, { id, revived }: SeriesChange): Promise<void> {
  if (revived.length === 0) return;
  const ids = revived.map((one) => one.id);
  await tx.db
    .updateTable('planning.task')
    .set((eb) => ({
      state: 'open',
      stage: 'assigned',
      closed_on: null,
      closing_text: null,
      version: eb('version', '+', 1),
    }))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('parent_id', '=', id)
    .where('id', 'in', ids)
    .execute();
  const settled = await settleStages(ctx, tx, ids);
  await recordForMany(
    ctx,
    tx,
    ids.map((taskId) => ({ taskId, kind: 'restored', detail: {}, stage: settled.get(taskId) ?? null })),
  );
}

/** A task that recurs no more stands by itself again; occurrences on which somebody has begun live on. */
async function endSeries(ctx: Ctx, tx: Act, id: string): Promise<void> {
  await sql`update planning.task set nature = 'single', period_from = null, version = version + 1
    where tenant_id = ${ctx.tenant.id} and id = ${id}`.execute(tx.db);
  await settleStages(ctx, tx, [id]);
}
