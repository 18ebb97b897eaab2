import { sql } from 'kysely';
import type { Act } from '#platform/db/act.ts';
import { type Id, newId, parseId } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { tellOfStep } from '../task-notice/tell-step.server.ts';
import { settleStages } from './settle-stages.server.ts';
import type { TaskEventKind, TaskStage } from './task-life.ts';

/** Steps at which nobody has begun on an occurrence: it still follows its series. */
const untouched = sql`stage in ('draft', 'waiting', 'assigned')`;

/** Gives people, unit and product of a series to those of its occurrences on which nobody has begun. */
export async function passOnAssignment(ctx: Ctx, tx: Act, seriesId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update planning.task o set assignee_id = s.assignee_id, assigner_id = s.assigner_id, approver_id = s.approver_id, product = s.product,
      lead_unit_id = s.lead_unit_id, version = o.version + 1
    from planning.task s
    where s.tenant_id = ${ctx.tenant.id} and s.id = ${seriesId} and o.tenant_id = s.tenant_id and o.parent_id = s.id
      and o.nature = 'occurrence' and o.${untouched}
    returning o.id`.execute(tx.db);
  const ids = rows.map((row) => row.id);
  await followUnits(ctx, tx, ids, 'lead');
  const settled = await settleStages(ctx, tx, ids);
  await recordForMany(
    ctx,
    tx,
    ids.map((taskId) => ({ taskId, kind: 'assigned', detail: {}, stage: settled.get(taskId) ?? null })),
  );
}

/** Lets units of tasks be those of their parents again, for one part or for both. */
export async function followUnits(
  ctx: Ctx,
  tx: Act,
  ids: readonly string[],
  part?: 'lead' | 'coordinating',
): Promise<void> {
  if (ids.length === 0) return;
  const these = sql`any(${[...ids]}::uuid[])`;
  const ofPart = part === undefined ? sql`true` : sql`u.part = ${part}`;
  await sql`delete from planning.task_unit u
    where u.tenant_id = ${ctx.tenant.id} and u.task_id = ${these} and ${ofPart}`.execute(tx.db);
  await sql`insert into planning.task_unit (tenant_id, task_id, unit_id, part, ordinal)
    select o.tenant_id, o.id, u.unit_id, u.part, u.ordinal
    from planning.task o join planning.task_unit u on u.tenant_id = o.tenant_id and u.task_id = o.parent_id
    where o.tenant_id = ${ctx.tenant.id} and o.id = ${these} and ${ofPart}`.execute(tx.db);
}

/** Locks the open children of a task in their order, before the task itself is locked. */
export async function lockChildren(ctx: Ctx, tx: Act, taskId: string): Promise<void> {
  const id = parseId<'task'>(taskId);
  if (!id) return;
  await sql`select id from planning.task where tenant_id = ${ctx.tenant.id} and parent_id = ${id}
    order by id for update`.execute(tx.db);
}

/** Whether a part of a locked task is open. */
export async function hasOpenChildren(ctx: Ctx, tx: Act, taskId: string): Promise<boolean> {
  const open = await tx.db
    .selectFrom('planning.task')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('parent_id', '=', taskId)
    .where('state', '=', 'open')
    .limit(1)
    .executeTakeFirst();
  return open !== undefined;
}

/** Closes the open children of tasks with them, for the same reason. */
export async function cancelChildren(
  ctx: Ctx,
  tx: Act,
  taskIds: readonly string[],
  said: { readonly kind: 'cancelled' | 'dropped'; readonly text: string },
): Promise<void> {
  if (taskIds.length === 0) return;
  const { rows } = await sql<Child & { was: TaskStage }>`
    update planning.task c set stage = 'cancelled', state = 'cancelled', closed_on = ${ctx.clock.today()},
      closing_text = ${said.text}, version = c.version + 1
    from (select o.id, o.stage, p.assignee_id as parent_assignee_id
      from planning.task o join planning.task p on p.tenant_id = o.tenant_id and p.id = o.parent_id
      where o.tenant_id = ${ctx.tenant.id} and o.parent_id = any(${[...taskIds]}::uuid[]) and o.state = 'open') as before
    where c.tenant_id = ${ctx.tenant.id} and c.id = before.id
    returning c.id, c.parent_id, c.assignee_id, c.approver_id, before.parent_assignee_id,
      before.stage as was`.execute(tx.db);
  await recordForMany(
    ctx,
    tx,
    rows.map((row) => ({
      taskId: row.id,
      kind: said.kind,
      detail: { text: said.text, stage: row.was, with: row.parent_id },
      stage: 'cancelled' as const,
    })),
  );
  for (const row of rows) tellOfChild(ctx, tx, row, said, { from: row.was, to: 'cancelled' });
}

/** A child of a task with its people; whoever does the parent too hears of the parent. */
interface Child {
  readonly id: string;
  readonly parent_id: string;
  readonly assignee_id: string | null;
  readonly approver_id: string | null;
  readonly parent_assignee_id: string | null;
}

/** Tells the people of a child what became of it together with its parent. */
function tellOfChild(
  ctx: Ctx,
  tx: Act,
  child: Child,
  said: { readonly kind: 'cancelled' | 'dropped' | 'reopened' | 'restored'; readonly text?: string },
  stage: { readonly from: TaskStage; readonly to: TaskStage },
): void {
  const isToldOfParent = child.assignee_id === child.parent_assignee_id;
  const assigneeId = isToldOfParent ? null : (child.assignee_id as Id<'officer'> | null);
  const approverId = isToldOfParent ? null : (child.approver_id as Id<'officer'> | null);
  const before = { stage: stage.from, assigneeId, approverId, assignerId: null, parts: [] };
  const after = { stage: stage.to, assigneeId };
  tellOfStep(ctx, tx, child.id as Id<'task'>, { kind: said.kind, before, after }, said.text);
}

/** Opens again the children that were closed together with tasks, at the steps at which they stood. */
export async function reviveChildren(
  ctx: Ctx,
  tx: Act,
  taskIds: readonly string[],
  kind: 'reopened' | 'restored',
): Promise<void> {
  if (taskIds.length === 0) return;
  const { rows } = await sql<Child & { stage: TaskStage }>`
    update planning.task c set stage = newest.stage, state = 'open', closed_on = null, closing_text = null,
      version = c.version + 1
    from planning.task t join planning.task p on p.tenant_id = t.tenant_id and p.id = t.parent_id, lateral (
      select e.detail ->> 'with' as closed_with, e.detail ->> 'stage' as stage from planning.task_event e
      where e.tenant_id = t.tenant_id and e.task_id = t.id order by e.at desc, e.id desc limit 1) as newest
    where t.tenant_id = ${ctx.tenant.id} and t.parent_id = any(${[...taskIds]}::uuid[]) and t.state = 'cancelled'
      and newest.closed_with = t.parent_id::text and c.tenant_id = t.tenant_id and c.id = t.id
    returning c.id, c.parent_id, c.assignee_id, c.approver_id, p.assignee_id as parent_assignee_id,
      c.stage`.execute(tx.db);
  await recordForMany(
    ctx,
    tx,
    rows.map((row) => ({ taskId: row.id, kind, detail: {}, stage: row.stage })),
  );
  for (const row of rows) tellOfChild(ctx, tx, row, { kind }, { from: 'cancelled', to: row.stage });
}

/**
 * Lets children stand in the plan, the section and the place of their parents again. Where a parent in `amended` reads
 * otherwise now, its occurrences on which nobody has begun do too.
 */
export async function followParents(
  ctx: Ctx,
  tx: Act,
  planId: string,
  amended: readonly string[],
): Promise<void> {
  await sql`
    update planning.task c set plan_id = p.plan_id, section_id = p.section_id, ordinal = p.ordinal,
      code = p.code || case c.nature when 'sub-task' then '.' else '/' end || c.part_no
    from planning.task p
    where p.tenant_id = ${ctx.tenant.id} and p.plan_id = ${planId} and c.tenant_id = p.tenant_id
      and c.parent_id = p.id`.execute(tx.db);
  if (amended.length === 0) return;
  const { rows } = await sql<{ id: string }>`
    update planning.task o set title = p.title, objective = p.objective, activity = p.activity, product = p.product,
      chair_leader = p.chair_leader, note = p.note, due_text = p.due_text, lead_unit_id = p.lead_unit_id,
      version = o.version + 1
    from planning.task p
    where p.tenant_id = ${ctx.tenant.id} and p.id = any(${[...amended]}::uuid[]) and o.tenant_id = p.tenant_id
      and o.parent_id = p.id and o.nature = 'occurrence' and o.${untouched} and o.due_on >= ${ctx.clock.today()}
    returning o.id`.execute(tx.db);
  const ids = rows.map((row) => row.id);
  await followUnits(ctx, tx, ids);
  const settled = await settleStages(ctx, tx, ids);
  await recordForMany(
    ctx,
    tx,
    ids.map((taskId) => ({ taskId, kind: 'amended', detail: {}, stage: settled.get(taskId) ?? null })),
  );
}

/** A series is done when none of its occurrences is open and one at least was done; it opens again with one of them. */
export async function settleSeries(ctx: Ctx, tx: Act, seriesId: string): Promise<void> {
  await sql`
    update planning.task s set state = case when counts.is_over then 'done' else 'open' end,
      stage = case when counts.is_over then 'done' else 'assigned' end,
      closed_on = case when counts.is_over then counts.last end,
      closing_text = case when counts.is_over then counts.done || '/' || counts.total end,
      version = s.version + 1
    from (select count(*) as total, count(*) filter (where state = 'done') as done, max(closed_on) as last,
        count(*) filter (where state = 'open') = 0 and count(*) filter (where state = 'done') > 0 as is_over
      from planning.task where tenant_id = ${ctx.tenant.id} and parent_id = ${seriesId}) as counts
    where s.tenant_id = ${ctx.tenant.id} and s.id = ${seriesId} and s.nature = 'series'
      and s.state <> 'cancelled' and (s.state = 'done') <> counts.is_over`.execute(tx.db);
  await settleStages(ctx, tx, [seriesId]);
}

/** Writes what happened to many tasks at once. */
export async function recordForMany(
  ctx: Ctx,
  tx: Act,
  events: readonly {
    readonly taskId: string;
    readonly kind: TaskEventKind;
    readonly detail: Readonly<Record<string, unknown>>;
    /** The step to which it brought the task; null where the task stays at its step. */
    readonly stage: TaskStage | null;
  }[],
): Promise<void> {
  const rows = events.map(({ taskId, kind, detail, stage }) => ({
    tenant_id: ctx.tenant.id,
    at: tx.now,
    id: newId<'task-event'>(),
    task_id: taskId,
    kind,
    actor_name: ctx.actor.name,
    officer_id: ctx.actor.officerId,
    detail: JSON.stringify(detail),
    stage,
  }));
  for (let at = 0; at < rows.length; at += chunk) {
    await tx.db
      .insertInto('planning.task_event')
      .values(rows.slice(at, at + chunk))
      .execute();
  }
}
const chunk = 500;
