import { type SqlBool, sql } from 'kysely';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { visibleTo } from '../plan/visible-to.server.ts';
import type { Operator } from '../reading/plan-reading.ts';
import type { ObjectiveFacts, ObjectiveSource } from './objective.ts';

/** An objective with its plan and who answers for it. */
export interface ObjectiveRow extends ObjectiveFacts {
  readonly id: Id<'objective'>;
  readonly source: ObjectiveSource;
  readonly ownerName: string | null;
  readonly version: number;
  readonly isRemoved: boolean;
  readonly plan: { readonly id: Id<'plan'>; readonly title: string; readonly isInForce: boolean };
}

/** A target as the tree shows it. */
export interface TreeTarget {
  readonly id: Id<'target'>;
  readonly objectiveId: Id<'objective'> | null;
  readonly planId: Id<'plan'>;
  readonly text: string;
  readonly operator: Operator;
  readonly value: number;
  readonly unit: string;
  readonly year: number | null;
  /** Whether any task that is not cancelled is for it. */
  readonly hasTask: boolean;
}

/** What people did to an objective. */
export interface ObjectiveEvent {
  readonly at: Date;
  readonly kind: 'added' | 'edited' | 'discarded' | 'restored' | 'target-placed';
  readonly actorName: string;
  readonly reason: string;
  /** How it was called before, or the target that came under it. */
  readonly text: string;
}

/** The objectives of the plans in force, or of one plan, in the order of the plan. */
export async function listObjectives(ctx: Ctx, planId?: Id<'plan'>): Promise<ObjectiveRow[]> {
  const rows = await everyObjective(ctx)
    .where('o.removed_at', 'is', null)
    .where(ofPlan(planId))
    .orderBy('p.year_from', 'desc')
    .orderBy('p.id')
    .orderBy('o.ordinal')
    .orderBy('o.id')
    .limit(2_000)
    .execute();
  return rows.map(toObjective);
}

/** One objective, also while it is in the trash; throws `NotFound` when it is not there for this person. */
export async function getObjective(ctx: Ctx, objectiveId: string): Promise<ObjectiveRow> {
  const id = parseId<'objective'>(objectiveId);
  const row = id && (await everyObjective(ctx).where('o.id', '=', id).executeTakeFirst());
  if (!row) throw new NotFound();
  return toObjective(row);
}

/** What people did to an objective, newest first. */
export async function listObjectiveEvents(ctx: Ctx, objectiveId: Id<'objective'>): Promise<ObjectiveEvent[]> {
  const rows = await ctx.db
    .selectFrom('planning.objective_event')
    .select(['at', 'kind', 'actor_name', 'reason', 'detail'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('objective_id', '=', objectiveId)
    .where(visibleTo(ctx.actor))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    at: new Date(row.at),
    kind: row.kind as ObjectiveEvent['kind'],
    actorName: row.actor_name,
    reason: row.reason,
    text: (row.detail as { text?: string }).text ?? '',
  }));
}

/** The targets of the plans in force, or of one plan, in the order of the plan. */
export async function listTreeTargets(ctx: Ctx, planId?: Id<'plan'>): Promise<TreeTarget[]> {
  const rows = await ctx.db
    .selectFrom('planning.target as g')
    .innerJoin('planning.plan as p', (join) =>
      join.onRef('p.tenant_id', '=', 'g.tenant_id').onRef('p.id', '=', 'g.plan_id'),
    )
    .select([
      'g.id',
      'g.objective_id',
      'g.plan_id',
      'g.text',
      'g.operator',
      'g.value',
      'g.unit',
      'g.year',
      sql<boolean>`exists (select from planning.task_target l
        join planning.task t on t.tenant_id = l.tenant_id and t.id = l.task_id
        where l.tenant_id = g.tenant_id and l.target_id = g.id and t.state <> 'cancelled')`.as('has_task'),
    ])
    .where('g.tenant_id', '=', ctx.tenant.id)
    .where(ofPlan(planId))
    .where(visibleTo(ctx.actor))
    .orderBy('p.year_from', 'desc')
    .orderBy('g.plan_id')
    .orderBy('g.ordinal')
    .orderBy('g.id')
    .limit(10_000)
    .execute();
  return rows.map((row) => ({
    id: row.id as Id<'target'>,
    objectiveId: row.objective_id as Id<'objective'> | null,
    planId: row.plan_id as Id<'plan'>,
    text: row.text,
    operator: row.operator as Operator,
    value: row.value,
    unit: row.unit,
    year: row.year,
    hasTask: row.has_task,
  }));
}

/** Plans in force, or one plan whatever became of it, aliased `p`. */
function ofPlan(planId: Id<'plan'> | undefined) {
  return planId === undefined ? sql<SqlBool>`p.state = 'issued'` : sql<SqlBool>`p.id = ${planId}`;
}

function everyObjective(ctx: Ctx) {
  return ctx.db
    .selectFrom('planning.objective as o')
    .innerJoin('planning.plan as p', (join) =>
      join.onRef('p.tenant_id', '=', 'o.tenant_id').onRef('p.id', '=', 'o.plan_id'),
    )
    .leftJoin('directory.published_officer as a', (join) =>
      join.onRef('a.tenant_id', '=', 'o.tenant_id').onRef('a.id', '=', 'o.owner_id'),
    )
    .select([
      'o.id',
      'o.source',
      'o.ordinal',
      'o.title',
      'o.owner_id',
      'o.version',
      'o.removed_at',
      'o.plan_id',
      'p.title as plan_title',
      'p.state as plan_state',
      'a.full_name as owner_name',
    ])
    .where('o.tenant_id', '=', ctx.tenant.id)
    .where(visibleTo(ctx.actor));
}

function toObjective(
  row: Awaited<ReturnType<ReturnType<typeof everyObjective>['execute']>>[number],
): ObjectiveRow {
  return {
    id: row.id as Id<'objective'>,
    source: row.source as ObjectiveSource,
    ordinal: row.ordinal,
    title: row.title,
    ownerId: row.owner_id as Id<'officer'> | null,
    ownerName: row.owner_name,
    version: row.version,
    isRemoved: row.removed_at !== null,
    plan: { id: row.plan_id as Id<'plan'>, title: row.plan_title, isInForce: row.plan_state === 'issued' },
  };
}
