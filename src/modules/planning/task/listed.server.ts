import { loadOfficeCalendar, loadWorkCalendar } from '#modules/calendar/index.server.ts';
import { afterOf } from '#platform/api/page-query.ts';
import type { ListFilter } from '#platform/list/filter.ts';
import { whole } from '#platform/list/step.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { TaskQuery } from './input.ts';
import { filtered, listedColumns } from './list-tasks.server.ts';
import type { Clarity } from './task-list.ts';

/**
 * One page of the tasks of the filter that the caller may read, in the order in which they were made, and one row more
 * where there are more: by id, so that a page costs the same wherever it begins.
 */
export async function listTasksAfter(ctx: Ctx, query: TaskQuery) {
  const after = afterOf(query);
  // Only a filter by deadline asks on which days this office alone is closed.
  const calendar = query.due ? await loadOfficeCalendar(ctx) : await loadWorkCalendar(ctx.db);
  const rows = filtered(ctx, calendar, toFilter(query))
    .select([...listedColumns, 't.plan_id', 't.version'])
    .orderBy('t.id')
    .limit(whole(query.limit + 1));
  return (after === undefined ? rows : rows.where('t.id', '>', after)).execute();
}

const lacks: Readonly<Record<NonNullable<TaskQuery['missing']>, Clarity>> = {
  any: 'thieu',
  assignee: 'chua-giao',
  work: 'thieu-viec',
  responsibility: 'thieu-trach-nhiem',
  deadline: 'thieu-tien-do',
  result: 'thieu-ket-qua',
  authority: 'thieu-tham-quyen',
  none: 'du',
};

const sources = { plan: 'ke-hoach', above: 'cap-tren', conclusion: 'ket-luan' } as const;

/** The filter by the names that the list of people gives its fields. */
function toFilter(query: TaskQuery): Pick<ListFilter, 'search' | 'clauses'> {
  const wanted = {
    'ke-hoach': query.plan,
    nguon: query.source && sources[query.source],
    'don-vi': query.leadUnit,
    'nguoi-lam': query.assignee,
    truc: query.axis,
    'trang-thai': query.stage ?? query.state,
    'nguoi-duyet': query.approver,
    han: query.due,
    'sau-ro': query.missing && lacks[query.missing],
    loai: query.nature === 'all' ? 'moi-viec' : query.nature,
  };
  const given = Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    search: query.search ?? '',
    clauses: given.map(([field, value]) => [{ field, operator: 'is', values: [value] }]),
  };
}
