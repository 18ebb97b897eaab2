import { addWorkingDays, loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import type { MatterSource } from '#modules/casework/index.server.ts';
import { listEscalations } from '../escalation/late-tasks.server.ts';
import { listDueTasks } from './due-tasks.server.ts';
import { remindedOf } from './task-reminder.ts';

/** Nobody is reminded of a task further ahead than this. */
const furthestWorkingDays = 30;

/**
 * Tasks, as the morning round goes through them: by their present deadline, which the ledger tells from the first. The
 * round acts for the office, so that no task is left out because somebody may not read it.
 */
export const taskMatters: MatterSource = {
  recordKind: 'task',
  mattersOn: async (ctx, today) => {
    const calendar = await loadOfficeCalendar(ctx);
    const tasks = await listDueTasks(ctx, addWorkingDays(calendar, today, furthestWorkingDays));
    return tasks.flatMap((task) => {
      const { id: recordId, title, dueOn, firstDueOn, unitId } = task;
      const officerIds = remindedOf(task);
      return officerIds.length === 0 ? [] : [{ recordId, title, dueOn, firstDueOn, officerIds, unitId }];
    });
  },
  escalationsOn: listEscalations,
};
