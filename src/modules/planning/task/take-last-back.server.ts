import { parseId } from '#platform/db/id.ts';
import { type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import * as policy from './policy.ts';
import { takeTaskBack } from './take-back.server.ts';
import { beforeColumns, beforeOf, type TaskBefore } from './task-before.server.ts';
import { eventOfDeed, type TaskDeed, type TaskStage, taskStages, transitions } from './task-life.ts';
import { visibleTo } from './visible-to.server.ts';

/** The deeds of one tap, after which only the step of the task is another, and what closed it. */
const oneTap: readonly TaskDeed[] = ['accept', 'start', 'withdraw', 'approve', 'send-back'];

/** Where a task can have stood before a deed, the usual step first. */
function stagesBefore(deed: TaskDeed): TaskStage[] {
  return taskStages.filter((stage) => transitions[stage][deed] !== undefined);
}

/** A slip of the finger is noticed at once; later, a task is reopened with a reason to be seen. */
const minutes = 10;

/**
 * Takes the last deed of one tap back, where it was done within ten minutes and nothing has changed since: the task
 * stands at the step before. Needs the right to the deed itself.
 */
export async function takeLastBack(
  ctx: Ctx,
  taskId: string,
  version: number,
): Promise<Outcome<undefined, 'changed-meanwhile' | 'too-late'>> {
  must(policy.takeLast(ctx.actor));
  const id = parseId<'task'>(taskId);
  const events = id ? await lastEvents(ctx, id) : [];
  const [last] = events;
  const deed = oneTap.find((one) => eventOfDeed[one] === last?.kind);
  const present = id && deed && (await presentOf(ctx, id));
  if (!last || !present || !deed) return refused('changed-meanwhile');
  if (ctx.clock.now().getTime() - new Date(last.at).getTime() > minutes * 60_000) return refused('too-late');
  const stageBefore = events.slice(1).find((event) => event.stage !== null)?.stage;
  const [usual, ...others] = stagesBefore(deed);
  const stage = others.find((one) => one === stageBefore) ?? usual;
  if (!stage) return refused('changed-meanwhile');
  const closed = deed === 'approve' ? { closedOn: null, closingText: null } : {};
  const before: TaskBefore = { ...present, ...closed, stage };
  return takeTaskBack(ctx, taskId, { deed, version, before });
}

async function lastEvents(ctx: Ctx, taskId: string) {
  return ctx.db
    .selectFrom('planning.task_event as e')
    .innerJoin('planning.task as t', (join) =>
      join.onRef('t.tenant_id', '=', 'e.tenant_id').onRef('t.id', '=', 'e.task_id'),
    )
    .select(['e.kind', 'e.at', 'e.stage'])
    .where('e.tenant_id', '=', ctx.tenant.id)
    .where('e.task_id', '=', taskId)
    .where(visibleTo(ctx.actor))
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(10)
    .execute();
}

/** The task as it stands, in the words in which a deed is taken back. */
async function presentOf(ctx: Ctx, taskId: string): Promise<TaskBefore | undefined> {
  const row = await ctx.db
    .selectFrom('planning.task as t')
    .select(beforeColumns)
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where('t.id', '=', taskId)
    .where(visibleTo(ctx.actor))
    .executeTakeFirst();
  return row && beforeOf(row);
}
