import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { afterOf } from '#platform/api/page-query.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { TaskFilter, TaskQuery } from './input.ts';
import { filtered } from './queries.server.ts';

/**
 * One page of the tasks of the filter that the caller may read, in the order in which they were made, and one row more
 * where there are more: by id, so that a page costs the same wherever it begins.
 */
export async function listTasksAfter(ctx: Ctx, query: TaskQuery) {
  const after = afterOf(query);
  // Only a filter by deadline asks what day it is, and on which days the office works.
  const calendar = await loadOfficeCalendar(ctx);
  let rows = filtered(ctx, calendar, toFilter(query))
    .leftJoin('directory.published_unit as u', (join) =>
      join.onRef('u.tenant_id', '=', 't.tenant_id').onRef('u.id', '=', 't.lead_unit_id'),
    )
    .select([
      't.id',
      't.plan_id',
      't.section_id',
      't.code',
      't.title',
      't.product',
      't.due_text',
      't.due_kind',
      't.due_on',
      't.state',
      't.closed_on',
      't.lead_unit_id',
      't.assignee_id',
      't.approver_id',
      't.version',
      'u.name as lead_unit_name',
    ])
    .orderBy('t.id')
    .limit(query.limit + 1);
  if (after !== undefined) rows = rows.where('t.id', '>', after);
  return rows.execute();
}

function toFilter(query: TaskQuery): TaskFilter {
  return {
    tim: query.search,
    'ke-hoach': query.plan,
    'don-vi': query.leadUnit,
    truc: query.axis,
    'trang-thai': query.state,
    han: query.due,
    'sau-ro': query.missing && (query.missing === 'any' ? 'thieu' : 'chua-giao'),
    xep: 'ma',
    trang: 1,
  };
}
