import type { ComponentChildren } from 'preact';
import type { WorkCalendar } from '#modules/calendar/index.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Column } from '#ui/table/table.tsx';
import { taskLink } from '../../links.ts';
import type { TaskRow } from '../list-tasks.server.ts';
import { texts } from '../texts.ts';
import { TaskClock } from './task-clock.tsx';
import { TaskState } from './task-state.tsx';

/**
 * The columns that short tables of tasks have in common: code, title over the unit that answers, state, clock.
 * @param more what stands below the title and unit of a row
 */
export function taskColumns<Row extends TaskRow>(
  ctx: Ctx,
  calendar: WorkCalendar,
  label: string,
  more?: (row: Row) => ComponentChildren,
): Record<'code' | 'task' | 'state' | 'due', Column<Row>> {
  const t = texts(ctx.lang).column;
  const today = ctx.clock.today();
  return {
    code: { key: 'code', label: t.code, size: 'tiny', render: (row) => row.code },
    task: {
      key: 'task',
      label,
      priority: 'lead',
      render: (row) => (
        <>
          <a href={taskLink(row.id)}>{row.title}</a>
          {row.leadUnitName && <small>{row.leadUnitName}</small>}
          {more?.(row)}
        </>
      ),
    },
    state: {
      key: 'state',
      label: t.state,
      size: 'medium',
      render: (row) => <TaskState lang={ctx.lang} task={row} />,
    },
    due: {
      key: 'due',
      label: t.due,
      size: 'medium',
      render: (row) => <TaskClock lang={ctx.lang} calendar={calendar} today={today} task={row} />,
    },
  };
}
