import { loadOfficeCalendar, workingDaysBetween } from '#modules/calendar/index.server.ts';
import type { Escalation } from '#modules/casework/index.server.ts';
import { findLeadership } from '#modules/directory/index.server.ts';
import { addDays, type PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type DueTask, listDueTasks } from '../task-reminder/due-tasks.server.ts';
import { escalatedStages, type LadderSteps, type Seats, toldAt } from './escalation.ts';
import { findLadderOn } from './queries.server.ts';

/** Whom the office's ladder tells of late tasks on a day; nobody while it is off. */
export async function listEscalations(ctx: Ctx, today: PlainDate): Promise<Escalation[]> {
  const ladder = await findLadderOn(ctx, today);
  return ladder ? escalationsBy(ctx, ladder.steps, today) : [];
}

/** The same by any ladder, as if it were on. */
export async function escalationsBy(ctx: Ctx, steps: LadderSteps, today: PlainDate): Promise<Escalation[]> {
  const calendar = await loadOfficeCalendar(ctx);
  const leadership = await findLeadership(ctx, today);
  const tasks = await listDueTasks(ctx, addDays(today, -1));
  return tasks.flatMap((task) => {
    if (!escalatedStages.includes(task.stage)) return [];
    const { id: recordId, title, dueOn, firstDueOn, unitId } = task;
    const told = toldAt(steps, seatsOf(task, leadership), workingDaysBetween(calendar, dueOn, today));
    return told.map((one) => ({ recordId, title, dueOn, firstDueOn, unitId, ...one }));
  });
}

/** Who stands on which step for a task. */
export function seatsOf(
  task: Pick<DueTask, 'stage' | 'assigneeId' | 'leadHeadIds' | 'unitId'>,
  leadership: {
    readonly chairId: Id<'officer'> | null;
    readonly inChargeOf: ReadonlyMap<Id<'unit'>, Id<'officer'>>;
  },
): Seats {
  const present = (id: Id<'officer'> | null | undefined) => (id ? [id] : []);
  return {
    officer: task.stage === 'draft' ? [] : present(task.assigneeId),
    'unit-head': task.leadHeadIds,
    'vice-chair': task.unitId === null ? [] : present(leadership.inChargeOf.get(task.unitId)),
    chair: present(leadership.chairId),
  };
}
