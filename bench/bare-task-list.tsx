import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { renderToString } from 'preact-render-to-string';
import { workCalendar } from '#modules/calendar/working-day/working-day.ts';
import { TaskClock } from '#modules/planning/task/parts/task-clock.tsx';
import { SixClearScore, TaskState } from '#modules/planning/task/parts/task-state.tsx';
import type { TaskRow } from '#modules/planning/task/list-tasks.server.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { Table } from '#ui/table/table.tsx';

/**
 * The peers: bare Hono + Preact pages that draw fifty rows from memory, with no session, rights, database, frame or
 * kept markup. `/rows` draws the very rows of the product's list; `/plain` puts the same words into naked cells.
 */
const calendar = workCalendar([]);
const today = plainDate('2026-05-12');

function Rows({ rows }: { rows: readonly TaskRow[] }) {
  const line = { lang: 'vi' as const, calendar, today };
  return (
    <Table<TaskRow>
      caption="Nhiệm vụ"
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'code', label: 'Mã', size: 'tiny', render: (row) => row.code },
        {
          key: 'task',
          label: 'Nhiệm vụ',
          priority: 'lead',
          render: (row) => (
            <>
              <a href={`/nhiem-vu/${row.id}`}>{row.title}</a>
              <small>{row.product}</small>
            </>
          ),
        },
        { key: 'lead', label: 'Chủ trì', size: 'medium', render: (row) => row.leadUnitName },
        {
          key: 'state',
          label: 'Trạng thái',
          size: 'medium',
          render: (row) => <TaskState lang="vi" task={row} />,
        },
        {
          key: 'due',
          label: 'Thời hạn',
          size: 'medium',
          render: (row) => <TaskClock {...line} task={row} />,
        },
        {
          key: 'six',
          label: 'Sáu rõ',
          size: 'short',
          render: (row) => <SixClearScore lang="vi" task={row} />,
        },
      ]}
    />
  );
}

function Plain({ rows }: { rows: readonly TaskRow[] }) {
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{row.code}</td>
            <td>
              <a href={`/nhiem-vu/${row.id}`}>{row.title}</a>
              <small>{row.product}</small>
            </td>
            <td>{row.leadUnitName}</td>
            <td>{row.state}</td>
            <td>{row.dueOn}</td>
            <td>3/6</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

process.once('message', (given) => {
  const rows = given as TaskRow[];
  const app = new Hono();
  app.get('/rows', (c) => c.html(`<!doctype html>${renderToString(<Rows rows={rows} />)}`));
  app.get('/plain', (c) => c.html(`<!doctype html>${renderToString(<Plain rows={rows} />)}`));
  serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => process.send?.(info.port));
});
