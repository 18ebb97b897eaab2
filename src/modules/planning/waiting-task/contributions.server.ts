import { sql, type SqlBool } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Asker } from '#platform/session/kept-for-actor.server.ts';
import type { ContributionStage } from '../contribution/contribution.ts';
import type { Task } from '../task/task.ts';
import { visibleTo } from '../task/visible-to.server.ts';
import { givesOut } from './waiting-task.ts';

/** The part of a coordinating unit in a task, while somebody of the unit has to do something about it. */
export interface WaitingContribution
  extends Pick<
    Task,
    'id' | 'code' | 'title' | 'dueOn' | 'firstDueOn' | 'dueKind' | 'dueText' | 'state' | 'closedOn'
  > {
  readonly unitId: Id<'unit'>;
  readonly unitName: string;
  readonly stage: ContributionStage;
  /** Why it was sent back; null where it was not. */
  readonly reason: string | null;
}

/**
 * The contributions that wait for this person, the nearest deadline first, at most so many: the own ones, and those of
 * the unit that nobody is in charge of yet, for whoever gives out its work.
 */
export async function listContributionsAsked(ctx: Ctx, most: number): Promise<WaitingContribution[]> {
  const asked = contributionsAsked(ctx);
  if (!asked) return [];
  const rows = await asked
    .select(['t.id', 't.code', 't.title', 't.due_on', 't.first_due_on', 't.due_kind', 't.due_text'])
    .select(['tu.unit_id', 'u.name as unit_name', 'c.stage', 'c.reason'])
    .orderBy(sql`t.due_on nulls last`)
    .orderBy('t.id')
    .orderBy('tu.unit_id')
    .limit(sql.lit(most))
    .execute();
  return rows.map((row) => ({
    id: row.id as Id<'task'>,
    code: row.code,
    title: row.title,
    dueOn: row.due_on as PlainDate | null,
    firstDueOn: row.first_due_on as PlainDate | null,
    dueKind: row.due_kind as Task['dueKind'],
    dueText: row.due_text,
    state: 'open',
    closedOn: null,
    unitId: row.unit_id as Id<'unit'>,
    unitName: row.unit_name ?? '',
    stage: (row.stage ?? 'asked') as ContributionStage,
    reason: row.stage === 'sent-back' ? row.reason : null,
  }));
}

/** How many contributions wait for this person, as a query of one number. */
export function contributionsWaiting(ctx: Asker) {
  return contributionsAsked(ctx)?.select((eb) => eb.fn.countAll<string>().as('count'));
}

/** Asked of those who may answer: nothing is asked for a task that nobody has taken on yet, or that waits for approval. */
function contributionsAsked(ctx: Asker) {
  const { actor } = ctx;
  if (actor.officerId === null || !actor.grants.has('planning.contribution.contribute')) return undefined;
  const ofUnit =
    givesOut(actor) && actor.unitIds.length > 0
      ? sql<SqlBool>`(c.officer_id is null and tu.unit_id = any(${[...actor.unitIds]}::uuid[]))`
      : sql<SqlBool>`false`;
  return ctx.db
    .selectFrom('planning.task_unit as tu')
    .innerJoin('planning.task as t', (join) =>
      join.onRef('t.tenant_id', '=', 'tu.tenant_id').onRef('t.id', '=', 'tu.task_id'),
    )
    .innerJoin('directory.published_unit as u', (join) =>
      join.onRef('u.tenant_id', '=', 'tu.tenant_id').onRef('u.id', '=', 'tu.unit_id'),
    )
    .leftJoin('planning.contribution as c', (join) =>
      join
        .onRef('c.tenant_id', '=', 'tu.tenant_id')
        .onRef('c.task_id', '=', 'tu.task_id')
        .onRef('c.unit_id', '=', 'tu.unit_id'),
    )
    .where('tu.tenant_id', '=', ctx.tenant.id)
    .where('tu.part', '=', 'coordinating')
    .where(sql<SqlBool>`coalesce(c.stage, 'asked') in ('asked', 'accepted', 'sent-back')`)
    .where('t.stage', 'in', ['assigned', 'accepted', 'in-progress', 'sent-back'])
    .where('t.nature', '<>', 'series')
    .where(sql<SqlBool>`(c.officer_id = ${actor.officerId} or ${ofUnit})`)
    .where(visibleTo(actor));
}
