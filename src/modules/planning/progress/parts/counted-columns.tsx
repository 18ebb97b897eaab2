import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Column } from '#ui/table/table.tsx';
import { Tag, type Tone } from '#ui/tag/tag.tsx';
import { taskLink } from '../../links.ts';
import type { Standing } from '../progress.ts';
import type { CountedTask } from '../queries.server.ts';
import { texts } from '../texts.ts';

const tones: Readonly<Record<Standing, Tone>> = {
  'on-time': 'ok',
  'done-late': 'soon',
  'in-progress': 'info',
  late: 'late',
  waiting: 'paused',
  unassigned: 'draft',
};

/** What a list of counted tasks shows of each: who, until when, and how it stood. */
export function countedColumns(ctx: Ctx): Column<CountedTask>[] {
  const t = texts(ctx.lang);
  return [
    { key: 'code', label: t.column.code, size: 'tiny', render: (task) => task.code },
    {
      key: 'task',
      label: t.column.task,
      priority: 'lead',
      render: (task) => (
        <>
          <a href={taskLink(task.id)}>{task.title}</a>
          <small>{whoOf(ctx, task)}</small>
        </>
      ),
    },
    {
      key: 'due',
      label: t.column.due,
      size: 'short',
      render: (task) => (task.firstDueOn ? formatDate(task.firstDueOn) : t.noDue),
    },
    {
      key: 'done',
      label: t.column.done,
      size: 'short',
      render: (task) => (task.doneOn ? formatDate(task.doneOn) : t.notDone),
    },
    {
      key: 'standing',
      label: t.column.standing,
      size: 'medium',
      render: (task) => <Tag tone={tones[task.standing]}>{t.figure[task.standing]}</Tag>,
    },
  ];
}

/** Who answers for a task, does it and approves it, as far as they are named. */
function whoOf(ctx: Ctx, task: CountedTask): string {
  const t = texts(ctx.lang).column;
  return [
    task.unitName,
    task.assigneeName && `${t.assignee}: ${task.assigneeName}`,
    task.approverName && `${t.approver}: ${task.approverName}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
