import { loadOfficeCalendar, workingDaysBetween } from '#modules/calendar/index.server.ts';
import { type PlainDate, plainDateAt } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { SubTaskRow } from '../sub-task/queries.server.ts';
import type { TaskRecord } from '../task/queries.server.ts';
import { mostSteps, mostWorkingDays, type TemplateContent } from './task-template.ts';

/**
 * A task that the caller has read, with its parts, as a template would say it. Days count from the day on which it was
 * first split, or made where it has no parts; what was due before, or later than a template may say, has none.
 */
export async function templateOfTask(
  ctx: Ctx,
  task: TaskRecord,
  parts: readonly SubTaskRow[],
): Promise<TemplateContent> {
  const kept = parts.filter((part) => part.state !== 'cancelled').slice(0, mostSteps);
  const ids = kept.map((part) => part.id as string);
  const numbers = new Map(ids.map((id, index) => [id, index + 1]));
  const calendar = await loadOfficeCalendar(ctx);
  const begin = await firstDayOf(ctx, ids.length > 0 ? ids : [task.id]);
  const edges = await edgesAmong(ctx, ids);
  const daysTo = (dueOn: PlainDate | null) => {
    if (dueOn === null || dueOn < begin) return null;
    const days = workingDaysBetween(calendar, begin, dueOn);
    return days <= mostWorkingDays ? days : null;
  };
  return {
    title: task.title,
    activity: task.activity,
    product: task.product,
    evidence: task.expectedEvidence,
    note: task.note,
    leadUnitId: task.leadUnitId,
    coordinatingUnitIds: task.coordinatingUnitIds,
    dueWorkingDays: daysTo(task.dueOn),
    steps: kept.map((part) => ({
      title: part.title,
      product: part.product,
      evidence: null,
      leadUnitId: part.leadUnitId,
      dueWorkingDays: daysTo(part.dueOn),
      after: edges
        .filter((edge) => edge.task_id === part.id)
        .flatMap((edge) => numbers.get(edge.predecessor_id) ?? []),
    })),
  };
}

async function firstDayOf(ctx: Ctx, taskIds: readonly string[]): Promise<PlainDate> {
  const row = await ctx.db
    .selectFrom('planning.task')
    .select((select) => select.fn.min('created_at').as('first'))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', 'in', [...taskIds])
    .executeTakeFirst();
  return row?.first ? plainDateAt(new Date(row.first)) : ctx.clock.today();
}

async function edgesAmong(ctx: Ctx, taskIds: readonly string[]) {
  if (taskIds.length === 0) return [];
  return ctx.db
    .selectFrom('planning.dependency')
    .select(['task_id', 'predecessor_id'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('task_id', 'in', [...taskIds])
    .where('predecessor_id', 'in', [...taskIds])
    .orderBy('predecessor_id')
    .execute();
}
