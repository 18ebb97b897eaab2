import type { WorkCalendar } from '#modules/calendar/index.server.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { subTasksLink, taskLink } from '../../links.ts';
import { doneAmong } from '../../task/task.ts';
import { taskColumns } from '../../task/parts/task-columns.tsx';
import type { SubTaskRow } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The parts of a task with their states and how many are done; nothing where it has none and may have none. */
export function SubTaskPanel({
  ctx,
  calendar,
  taskId,
  subTasks,
  mayAdd,
}: {
  ctx: Ctx;
  calendar: WorkCalendar;
  taskId: string;
  subTasks: readonly SubTaskRow[];
  mayAdd: boolean;
}) {
  const t = texts(ctx.lang);
  const columns = taskColumns<SubTaskRow>(ctx, calendar, t.title);
  const add = mayAdd ? <LinkButton href={subTasksLink(taskId)}>{t.add}</LinkButton> : undefined;
  if (subTasks.length === 0) return add ? <div class="button-row">{add}</div> : null;
  return (
    <Panel id="sub-tasks" title={t.panel} count={progressOf(ctx, subTasks)} actions={add} isFlush>
      <Table<SubTaskRow>
        caption={t.caption}
        frame="none"
        rows={subTasks}
        rowKey={(row) => row.id}
        columns={[
          columns.code,
          columns.task,
          {
            key: 'assignee',
            label: t.assignee,
            size: 'medium',
            render: (row) => row.assigneeName ?? t.noOne,
          },
          columns.state,
          columns.due,
        ]}
      />
    </Panel>
  );
}

/** Warns whoever hands a task in that parts of it are open, and what that takes; nothing where none is. */
export function OpenSubTasks({ ctx, subTasks }: { ctx: Ctx; subTasks: readonly SubTaskRow[] }) {
  const t = texts(ctx.lang);
  const open = subTasks.filter((one) => one.state === 'open').length;
  if (open === 0) return null;
  return (
    <Notice tone="soon" title={t.open(formatNumber(ctx.lang, open))}>
      {t.openText}
    </Notice>
  );
}

/** That a page shows a part of a larger task, and the way to it. */
export function OfTask({ ctx, parentId }: { ctx: Ctx; parentId: string }) {
  const t = texts(ctx.lang);
  return (
    <Notice
      tone="info"
      title={t.of}
      actions={<LinkButton href={taskLink(parentId)}>{t.openParent}</LinkButton>}
    />
  );
}

function progressOf(ctx: Ctx, subTasks: readonly SubTaskRow[]): string {
  const { total, done } = doneAmong(subTasks);
  return texts(ctx.lang).doneOf(formatNumber(ctx.lang, done), formatNumber(ctx.lang, total));
}
