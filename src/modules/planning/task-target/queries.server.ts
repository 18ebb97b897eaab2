import { type SqlBool, sql } from 'kysely';
import { type Id, parseId } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { keptForActor } from '#platform/session/kept-for-actor.server.ts';
import { visibleTo as planVisibleTo } from '../plan/visible-to.server.ts';
import type { Operator } from '../reading/plan-reading.ts';
import type { TaskNature, TaskRelations } from '../task/task.ts';
import type { TaskStage, TaskState } from '../task/task-life.ts';
import { visibleTo } from '../task/visible-to.server.ts';
import { type ComparedTarget, type ComparedTask, type Proposal, proposeLinks } from './task-target.ts';

/** A target that a task is for. */
export interface LinkedTarget {
  readonly id: Id<'target'>;
  readonly text: string;
  readonly operator: Operator;
  readonly value: number;
  readonly unit: string;
}

/** A task that can be for targets: an occurrence stands for its series, a part of a task for nothing. */
export interface LinkableTask extends TaskRelations {
  readonly id: Id<'task'>;
  readonly nature: TaskNature;
  /** What is linked: the task itself, or the series of an occurrence. */
  readonly dutyId: Id<'task'>;
  readonly planId: Id<'plan'> | null;
  readonly sectionId: string | null;
  readonly code: string;
  readonly title: string;
  readonly words: string;
}

const targetRows = keptForActor(({ tenant, actor, db }, { taskId }: { readonly taskId: Id<'task'> }) =>
  db
    .selectFrom('planning.task as t')
    .innerJoin('planning.task_target as l', (join) =>
      join
        .onRef('l.tenant_id', '=', 't.tenant_id')
        .on('l.task_id', '=', sql<string>`case when t.nature = 'occurrence' then t.parent_id else t.id end`),
    )
    .innerJoin('planning.target as g', (join) =>
      join
        .onRef('g.tenant_id', '=', 'l.tenant_id')
        .onRef('g.id', '=', 'l.target_id')
        .onRef('g.plan_id', '=', 't.plan_id'),
    )
    .select(['g.id', 'g.text', 'g.operator', 'g.value', 'g.unit'])
    .where('t.tenant_id', '=', tenant.id)
    .where('t.id', '=', taskId)
    .where((where) => visibleTo(actor)(where as never))
    .where(planVisibleTo(actor))
    .orderBy('g.ordinal')
    .orderBy('g.id')
    .limit(200),
);

/** The targets of its plan that a task is for, an occurrence by its series, in the order of the plan. */
export async function listTargetsOfTask(ctx: Ctx, taskId: Id<'task'>): Promise<LinkedTarget[]> {
  const rows = await targetRows(ctx, { taskId });
  return rows.map((row) => ({ ...row, id: row.id as Id<'target'>, operator: row.operator as Operator }));
}

/** Those of these tasks that this person may read, with what decides about their links. */
export async function findLinkable(ctx: Ctx, ids: readonly string[]): Promise<LinkableTask[]> {
  const known = ids.flatMap((id) => parseId<'task'>(id) ?? []);
  if (known.length === 0) return [];
  return linkable(ctx, sql<SqlBool>`t.id = any(${known}::uuid[])`);
}

/** The tasks of a plan that this person may read and that can be linked, in the order of the plan. */
export function listLinkableOfPlan(ctx: Ctx, planId: Id<'plan'>): Promise<LinkableTask[]> {
  return linkable(
    ctx,
    sql<SqlBool>`t.plan_id = ${planId} and t.nature in ('single', 'series') and t.state <> 'cancelled'`,
  );
}

async function linkable(ctx: Ctx, which: ReturnType<typeof sql<SqlBool>>): Promise<LinkableTask[]> {
  const rows = await ctx.db
    .selectFrom('planning.task as t')
    .select([
      't.id',
      't.nature',
      't.parent_id',
      't.plan_id',
      't.section_id',
      't.code',
      't.title',
      't.activity',
      't.product',
      't.objective',
      't.state',
      't.stage',
      't.lead_unit_id',
      't.assignee_id',
      't.approver_id',
      sql<Id<'unit'>[]>`array(select tu.unit_id from planning.task_unit tu where tu.tenant_id = t.tenant_id
        and tu.task_id = t.id and tu.part = 'coordinating' order by tu.ordinal)`.as('coordinating'),
    ])
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where(which)
    .where(visibleTo(ctx.actor))
    .orderBy('t.ordinal')
    .orderBy('t.id')
    .execute();
  return rows.map((row) => ({
    id: row.id as Id<'task'>,
    nature: row.nature as TaskNature,
    dutyId: (row.nature === 'occurrence' ? (row.parent_id ?? row.id) : row.id) as Id<'task'>,
    planId: row.plan_id as Id<'plan'> | null,
    sectionId: row.section_id,
    code: row.code,
    title: row.title,
    words: [row.objective, row.title, row.activity, row.product].filter(Boolean).join('. '),
    state: row.state as TaskState,
    stage: row.stage as TaskStage,
    leadUnitId: row.lead_unit_id as Id<'unit'> | null,
    coordinatingUnitIds: row.coordinating,
    assigneeId: row.assignee_id as Id<'officer'> | null,
    approverId: row.approver_id as Id<'officer'> | null,
  }));
}

/** Which tasks are linked to the targets of a plan. */
export async function listLinksOfPlan(
  ctx: Ctx,
  planId: Id<'plan'>,
): Promise<{ taskId: string; targetId: string }[]> {
  return ctx.db
    .selectFrom('planning.task_target as l')
    .innerJoin('planning.target as g', (join) =>
      join.onRef('g.tenant_id', '=', 'l.tenant_id').onRef('g.id', '=', 'l.target_id'),
    )
    .select(['l.task_id as taskId', 'l.target_id as targetId'])
    .where('l.tenant_id', '=', ctx.tenant.id)
    .where('g.plan_id', '=', planId)
    .where(planVisibleTo(ctx.actor))
    .execute();
}

/** The targets of a plan as proposals compare them, with what the page says of each. */
export async function listComparedTargets(
  ctx: Ctx,
  planId: Id<'plan'>,
): Promise<(LinkedTarget & ComparedTarget)[]> {
  const rows = await ctx.db
    .selectFrom('planning.target')
    .select(['id', 'section_id', 'text', 'metric', 'operator', 'value', 'unit'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('plan_id', '=', planId)
    .where(planVisibleTo(ctx.actor))
    .orderBy('ordinal')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id as Id<'target'>,
    sectionId: row.section_id,
    text: row.text,
    operator: row.operator as Operator,
    value: row.value,
    unit: row.unit,
  }));
}

/** A proposal with the two records that it would link. */
export interface ShownProposal {
  readonly target: LinkedTarget;
  readonly task: LinkableTask;
  readonly percent: number;
}

/**
 * What the plan's words suggest, among the tasks that this person may read: for targets that have no task yet, and for
 * tasks that are for no target. Three statements.
 */
export async function listProposals(ctx: Ctx, planId: Id<'plan'>): Promise<ShownProposal[]> {
  const targets = await listComparedTargets(ctx, planId);
  const tasks = await listLinkableOfPlan(ctx, planId);
  const links = await listLinksOfPlan(ctx, planId);
  const linkedTasks = new Set(links.map((one) => one.taskId));
  const linkedTargets = new Set(links.map((one) => one.targetId));
  const compared = tasks.map(
    (task): ComparedTask => ({ id: task.id, sectionId: task.sectionId, text: task.words }),
  );
  const found: Proposal[] = proposeLinks(
    targets,
    compared,
    ({ taskId, targetId }) => linkedTasks.has(taskId) && linkedTargets.has(targetId),
  );
  const taskOf = new Map(tasks.map((task) => [task.id as string, task]));
  const targetOf = new Map(targets.map((target) => [target.id as string, target]));
  return found.flatMap(({ taskId, targetId, percent }) => {
    const [task, target] = [taskOf.get(taskId), targetOf.get(targetId)];
    return task && target ? [{ task, target, percent }] : [];
  });
}
