import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import type { PackageOwner } from '#modules/casework/index.server.ts';
import { addressOf, readList, writeFilter } from '#platform/list/address.ts';
import type { ListFilter } from '#platform/list/filter.ts';
import { taskEvidence } from './evidence-owner.server.ts';
import { countTasks, nextTasks } from './list-tasks.server.ts';
import { getTask } from './queries.server.ts';
import { taskListShape } from './task-list.ts';
import { texts } from './texts.ts';

/** The evidence of tasks is taken along by the filter of their list, or that of one task. */
export const packedTasks: PackageOwner = {
  owner: taskEvidence,
  title: (ctx) => texts(ctx.lang).list,
  find: async (ctx, taskId) => {
    const { id, code, title, leadUnitName } = await getTask(ctx, taskId);
    return { id, code, title, unit: leadUnitName };
  },
  readQuery: (query) => addressOf('', writeFilter(taskListShape, readList(taskListShape, query))).slice(1),
  count: async (ctx, query) => (await countTasks(ctx, await loadOfficeCalendar(ctx), filterOf(query))).rows,
  next: async (ctx, query, after, size) => {
    const batch = await nextTasks(ctx, await loadOfficeCalendar(ctx), filterOf(query), after, size);
    return {
      rows: batch.rows.map(({ id, code, title, leadUnitName }) => ({ id, code, title, unit: leadUnitName })),
      after: batch.after,
    };
  },
};

function filterOf(query: string): ListFilter {
  return readList(taskListShape, new URLSearchParams(query));
}
