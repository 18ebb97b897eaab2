import { sql } from 'kysely';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { standingAt } from '../progress/at-day.server.ts';
import type { Standing } from '../progress/progress.ts';
import { inLinkFigure, tasksOfPlans, type TreeFilter } from './linked-tasks.server.ts';
import { type LinkCounts, linkFigures, noTasks } from './objective.ts';
import * as policy from './policy.ts';
import { listObjectives, listTreeTargets, type ObjectiveRow, type TreeTarget } from './queries.server.ts';

/** A task under its target. */
export interface TreeTask {
  readonly id: Id<'task'>;
  readonly code: string;
  readonly title: string;
  readonly standing: Standing;
}

/** A target with the figures of its tasks, and the first of them: what is late before the rest. */
export interface TargetBranch {
  readonly target: TreeTarget;
  readonly counts: LinkCounts;
  readonly first: readonly TreeTask[];
}

/** An objective with its targets; a task that is for two of them counts once. */
export interface ObjectiveBranch {
  /** Null for the targets that are under no objective. */
  readonly objective: ObjectiveRow | null;
  readonly counts: LinkCounts;
  readonly targets: readonly TargetBranch[];
}

export interface Tree {
  readonly branches: readonly ObjectiveBranch[];
  /** How many tasks are for no target. */
  readonly looseTasks: number;
  /** How many targets have no task at all, whoever may read it. */
  readonly bareTargets: number;
}

/** How many tasks stand under a target before its figure opens the rest. */
export const tasksShown = 5;

/**
 * Objectives, targets and tasks of the plans in force, or of one plan, with figures over the tasks that this person may
 * read; four statements, whatever the number of records. Narrowed to a unit or leader, what has no task of theirs is
 * left out, but for what the leader answers for.
 */
export async function readTree(ctx: Ctx, filter: TreeFilter): Promise<Tree> {
  must(policy.read(ctx.actor));
  const objectives = await listObjectives(ctx, filter.planId);
  const targets = await listTreeTargets(ctx, filter.planId);
  const sums = await sumLinks(ctx, filter);
  const tasks = await namesOfTasks(
    ctx,
    sums.flatMap((one) => one.first ?? []),
  );
  const countsOf = (kind: Sum['kind'], key: string | null) =>
    sums.find((one) => one.kind === kind && one.key === key);
  const byTarget = new Map(sums.flatMap((one) => (one.kind === 'target' ? [[one.key, one] as const] : [])));
  const branch = (objective: ObjectiveRow | null): ObjectiveBranch => ({
    objective,
    counts: countsOf('objective', objective?.id ?? null) ?? noTasks,
    targets: targets
      .filter((target) => target.objectiveId === (objective?.id ?? null))
      .map((target) => {
        const sum = byTarget.get(target.id);
        const first = (sum?.first ?? []).flatMap((id) => tasks.get(id) ?? []);
        return { target, counts: sum ?? noTasks, first };
      }),
  });
  const isNarrowed = filter.unitId !== undefined || filter.leaderId !== undefined;
  const all = [...objectives.map(branch), branch(null)].filter(
    (one) => one.objective !== null || one.targets.length > 0,
  );
  return {
    branches: isNarrowed ? all.flatMap((one) => narrowed(one, filter)) : all,
    looseTasks: sums.filter((one) => one.kind === 'loose').reduce((sum, one) => sum + one.total, 0),
    bareTargets: targets.filter((one) => !one.hasTask).length,
  };
}

function narrowed(branch: ObjectiveBranch, { leaderId }: TreeFilter): ObjectiveBranch[] {
  const isOwn = leaderId !== undefined && branch.objective?.ownerId === leaderId;
  if (branch.counts.total === 0 && !isOwn) return [];
  return [{ ...branch, targets: branch.targets.filter((one) => one.counts.total > 0 || isOwn) }];
}

type Sum = LinkCounts & {
  readonly kind: 'target' | 'objective' | 'loose';
  readonly key: string | null;
  readonly first: string[] | null;
};

/** The figures of all targets, all objectives, and the tasks without a target, plan by plan: one statement. */
async function sumLinks(ctx: Ctx, filter: TreeFilter): Promise<Sum[]> {
  const today = ctx.clock.today();
  const links = ctx.db
    .selectFrom('planning.task_target as l')
    .innerJoin('planning.target as g', (join) =>
      join.onRef('g.tenant_id', '=', 'l.tenant_id').onRef('g.id', '=', 'l.target_id'),
    )
    .select(['l.task_id', 'l.target_id', 'g.objective_id', 'g.plan_id'])
    .where('l.tenant_id', '=', ctx.tenant.id)
    .as('k');
  const linked = tasksOfPlans(ctx, filter)
    .leftJoin(links, (join) => join.onRef('k.task_id', '=', 'w.duty_id').onRef('k.plan_id', '=', 'w.plan_id'))
    .select([
      'w.id',
      'w.plan_id',
      'w.ordinal',
      'w.first_due_on',
      'k.target_id',
      'k.objective_id',
      // Asked once of each task: in words, it would be compared again for each figure of each sum.
      ...linkFigures.map((name) => inLinkFigure(name, standingAt(today)).as(name)),
    ]);
  const figures = linkFigures.map((name) => sql.ref(name));
  const counts = sql.join(figures.map((name) => sql`(count(*) filter (where ${name}))::int as ${name}`));
  const { rows } = await sql<Sum>`
    with linked as materialized ${linked}
    select 'target' as kind, target_id as key, ${counts},
        (array_agg(id order by late desc, done, first_due_on nulls last, ordinal, id))[1:${sql.lit(tasksShown)}] as first
      from linked where target_id is not null group by target_id
    union all
    select 'objective', objective_id, ${counts}, null
      from (select distinct objective_id, id, ${sql.join(figures)} from linked where target_id is not null) once
      group by objective_id
    union all
    select 'loose', plan_id, ${counts}, null from linked where target_id is null group by plan_id`.execute(
    ctx.db,
  );
  return rows;
}

/** What the tasks are called that stand under their targets; read by whoever was shown their ids. */
async function namesOfTasks(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, TreeTask>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('planning.task as w')
    .select(['w.id', 'w.code', 'w.title', standingOfRow(ctx).as('standing')])
    .where('w.tenant_id', '=', ctx.tenant.id)
    .where(sql`w.id`, '=', sql`any(${[...new Set(ids)]}::uuid[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id as Id<'task'>, code: row.code, title: row.title, standing: row.standing as Standing },
    ]),
  );
}

/** The standing of a task today over the row itself, whose day of hand-in is its day of closing. */
function standingOfRow(ctx: Ctx) {
  return sql<string>`(select ${standingAt(ctx.clock.today())}
    from (select w.stage, w.first_due_on, w.closed_on as done_on) w)`;
}
