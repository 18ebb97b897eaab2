import { expressionBuilder, sql } from 'kysely';
import type { DB } from '#db/types.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { keptForActor } from '#platform/session/kept-for-actor.server.ts';
import { counted } from '../task/list-tasks.server.ts';
import type { TaskStage } from '../task/task-life.ts';
import { visibleTo as taskVisibleTo } from '../task/visible-to.server.ts';
import type { Conclusion, ConclusionKind, ConclusionLine, LineStanding } from './conclusion.ts';
import { visibleTo } from './visible-to.server.ts';

/** The conclusions of the office that this person may read, aliased `c`, with how their tasks stand today. */
export function conclusions(ctx: Ctx) {
  const tenantId = ctx.tenant.id;
  const today = ctx.clock.today();
  const mine = taskVisibleTo(ctx.actor)(expressionBuilder<DB & { t: DB['planning.task'] }, 't'>());
  return ctx.db
    .selectFrom((from) =>
      from
        .selectFrom('planning.conclusion as x')
        .leftJoin(
          (lateral) =>
            lateral
              .selectFrom('planning.conclusion_line as l')
              .select(['l.conclusion_id'])
              .select(sql<number>`count(*)`.as('lines'))
              .select(sql<number>`count(*) filter (where l.standing = 'open')`.as('open_lines'))
              .where('l.tenant_id', '=', tenantId)
              .groupBy('l.conclusion_id')
              .as('n'),
          (join) => join.onRef('n.conclusion_id', '=', 'x.id'),
        )
        .leftJoin(
          (lateral) =>
            lateral
              .selectFrom('planning.conclusion_line as l')
              .innerJoin('planning.task as t', (join) =>
                join.onRef('t.tenant_id', '=', 'l.tenant_id').onRef('t.id', '=', 'l.task_id'),
              )
              .select(['l.conclusion_id'])
              .select(sql<number>`count(distinct t.id)`.as('tasks'))
              .select(sql<number>`count(distinct t.id) filter (where t.state = 'done')`.as('done'))
              .select(
                sql<number>`count(distinct t.id) filter (where t.state = 'open' and t.first_due_on < ${today})`.as(
                  'late',
                ),
              )
              .where('l.tenant_id', '=', tenantId)
              .where('t.tenant_id', '=', tenantId)
              .where(counted)
              .where(mine)
              .groupBy('l.conclusion_id')
              .as('k'),
          (join) => join.onRef('k.conclusion_id', '=', 'x.id'),
        )
        .selectAll('x')
        .select(sql<number>`coalesce(n.lines, 0)`.as('line_count'))
        .select(sql<number>`coalesce(n.open_lines, 0)`.as('open_count'))
        .select(sql<number>`coalesce(k.tasks, 0)`.as('task_count'))
        .select(sql<number>`coalesce(k.done, 0)`.as('done_count'))
        .select(sql<number>`coalesce(k.late, 0)`.as('late_count'))
        .select(sql<string>`platform.fold(concat_ws(' ', x.number, x.title, x.issuer, x.chair))`.as('folded'))
        .select(
          sql<string>`platform.spell(concat_ws(' ', x.number, x.title, x.issuer, x.chair))`.as('spelled'),
        )
        .where('x.tenant_id', '=', tenantId)
        .where('x.discarded_at', 'is', null)
        .as('c'),
    )
    .selectAll('c')
    .where('c.tenant_id', '=', tenantId)
    .where(visibleTo(ctx.actor));
}

type Row = Awaited<ReturnType<ReturnType<typeof conclusions>['executeTakeFirstOrThrow']>>;

/** A row of the database as a conclusion. */
export function toConclusion(row: Row): Conclusion {
  return {
    id: row.id as Id<'conclusion'>,
    kind: row.kind as ConclusionKind,
    number: row.number,
    on: row.issued_on as PlainDate,
    issuer: row.issuer,
    chair: row.chair,
    title: row.title,
    link: row.link,
    lines: row.line_count,
    open: row.open_count,
    tasks: row.task_count,
    done: row.done_count,
    late: row.late_count,
    version: row.version,
    changedBy: row.changed_by,
    changedAt: new Date(row.changed_at),
  };
}

/** The conclusions that this person may read, the newest first; at most 200. */
export async function listConclusions(ctx: Ctx): Promise<Conclusion[]> {
  const rows = await conclusions(ctx)
    .orderBy('c.issued_on', 'desc')
    .orderBy('c.id', 'desc')
    .limit(200)
    .execute();
  return rows.map(toConclusion);
}

/** One conclusion; `NotFound` when there is none for this person, or it lies in the trash. */
export async function getConclusion(ctx: Ctx, conclusionId: string): Promise<Conclusion> {
  const id = parseId<'conclusion'>(conclusionId);
  const row = id && (await conclusions(ctx).where('c.id', '=', id).executeTakeFirst());
  if (!row) throw new NotFound();
  return toConclusion(row);
}

/** The lines of a conclusion that the caller has read already, in their order, with the tasks that the caller may see. */
export async function listLines(ctx: Ctx, conclusionId: Id<'conclusion'>): Promise<ConclusionLine[]> {
  const mine = taskVisibleTo(ctx.actor)(expressionBuilder<DB & { t: DB['planning.task'] }, 't'>());
  const rows = await ctx.db
    .selectFrom('planning.conclusion_line as l')
    .leftJoin('planning.task as t', (join) =>
      join.onRef('t.tenant_id', '=', 'l.tenant_id').onRef('t.id', '=', 'l.task_id').on(mine),
    )
    .leftJoin('directory.published_unit as u', (join) =>
      join.onRef('u.tenant_id', '=', 't.tenant_id').onRef('u.id', '=', 't.lead_unit_id'),
    )
    .select(['l.id', 'l.batch_id', 'l.ordinal', 'l.text', 'l.standing', 'l.reason', 'l.version'])
    .select([
      't.id as task_id',
      't.code',
      't.title',
      't.stage',
      't.due_on',
      't.first_due_on',
      'u.name as unit_name',
    ])
    .where('l.tenant_id', '=', ctx.tenant.id)
    .where('l.conclusion_id', '=', conclusionId)
    .orderBy('l.ordinal')
    .orderBy('l.id')
    .execute();
  return rows.map((row) => ({
    id: row.id as Id<'conclusion-line'>,
    batchId: row.batch_id,
    ordinal: row.ordinal,
    text: row.text,
    standing: row.standing as LineStanding,
    reason: row.reason,
    version: row.version,
    task:
      row.task_id === null
        ? null
        : {
            id: row.task_id as Id<'task'>,
            code: row.code ?? '',
            title: row.title ?? '',
            stage: row.stage as TaskStage,
            unitName: row.unit_name,
            dueOn: row.due_on as PlainDate | null,
            firstDueOn: row.first_due_on as PlainDate | null,
          },
  }));
}

const basisRows = keptForActor(({ tenant, actor, db }, { taskId }: { readonly taskId: Id<'task'> }) =>
  db
    .selectFrom('planning.conclusion_line as l')
    .innerJoin('planning.conclusion as c', (join) =>
      join.onRef('c.tenant_id', '=', 'l.tenant_id').onRef('c.id', '=', 'l.conclusion_id'),
    )
    .select(['c.id', 'c.number', 'c.issued_on', 'c.title', 'l.id as line_id', 'l.text'])
    .where('l.tenant_id', '=', tenant.id)
    .where('c.tenant_id', '=', tenant.id)
    .where('l.task_id', '=', taskId)
    .where(visibleTo(actor))
    .orderBy('c.issued_on', 'desc')
    .orderBy('l.ordinal')
    .limit(20),
);

/** The conclusions whose lines a task carries out, where this person may read conclusions. */
export async function listConclusionsOfTask(
  ctx: Ctx,
  taskId: Id<'task'>,
): Promise<{ id: string; number: string; on: PlainDate; title: string; lineId: string; text: string }[]> {
  const rows = await basisRows(ctx, { taskId });
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    on: row.issued_on as PlainDate,
    title: row.title,
    lineId: row.line_id,
    text: row.text,
  }));
}
