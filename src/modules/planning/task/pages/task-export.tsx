import { sourceOf } from '../task.ts';
import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { listOfficers } from '#modules/directory/index.server.ts';
import { type ExportedList, exportFormAction, exportFormPage } from '#modules/lists/index.server.ts';
import type { Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { type FileCell, fileColumn } from '#platform/list/row-file.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { periodWords } from '../../occurrence/parts/period-words.tsx';
import { tasksLink } from '../../links.ts';
import { countTasks, nextTasks, type TaskRow } from '../list-tasks.server.ts';
import { taskListWords } from '../parts/task-list-words.tsx';
import { clearOf } from '../six-clear.ts';
import { taskListShape } from '../task-list.ts';
import { texts } from '../texts.ts';

type NamedRow = TaskRow & { readonly assigneeName: string | null; readonly approverName: string | null };

/** The task list as it goes into a file. */
export const taskExport: ExportedList<NamedRow> = {
  path: tasksLink(),
  act: 'planning.task.export',
  shape: taskListShape,
  fileName: 'nhiem-vu',
  title: (ctx) => texts(ctx.lang).list,
  words: taskListWords,
  columns: (ctx) => {
    const t = texts(ctx.lang);
    return [
      fileColumn('ma', t.fields.code, (row) => row.code),
      fileColumn('ten', t.fields.title, (row) => row.title),
      fileColumn('ky', t.fields.period, (row) => row.taskPeriod && periodWords(ctx.lang, row.taskPeriod)),
      fileColumn('san-pham', t.fields.product, (row) => row.product),
      fileColumn('don-vi', t.fields.lead, (row) => row.leadUnitName),
      fileColumn('nguoi-lam', t.fields.assignee, (row) => row.assigneeName),
      fileColumn('nguoi-duyet', t.fields.approver, (row) => row.approverName),
      fileColumn('trang-thai', t.fields.state, (row) => t.stage[row.stage]),
      fileColumn('thoi-han', t.record.dueText, (row) => row.dueText),
      fileColumn('ngay-han', t.fields.dueOn, (row) => dayOf(row.dueOn)),
      fileColumn('han-dau', t.fields.firstDueOn, (row) => dayOf(row.firstDueOn)),
      fileColumn('nguon', t.fields.source, (row) => t.source[sourceOf(row)]),
      fileColumn('so-van-ban', t.fields.fromNumber, (row) => row.fromNumber),
      fileColumn('ngay-xong', t.fields.closedOn, (row) => dayOf(row.closedOn)),
      fileColumn('sau-ro', t.fields.sixClear, (row) => Object.values(clearOf(row)).filter(Boolean).length),
    ];
  },
  count: async (ctx, filter) => countTasks(ctx, await loadOfficeCalendar(ctx), filter),
  next: async (ctx, filter, after, size) => {
    const batch = await nextTasks(ctx, await loadOfficeCalendar(ctx), filter, after, size);
    const names = new Map<string, string>(
      (await listOfficers(ctx)).map((officer) => [officer.id, officer.fullName]),
    );
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
    return {
      rows: batch.rows.map((row) => ({
        ...row,
        assigneeName: nameOf(row.assigneeId),
        approverName: nameOf(row.approverId),
      })),
      after: batch.after,
    };
  },
};

/** Which columns of the tasks of the filter go into which file. */
export function taskExportPage(ctx: Ctx, req: Req): Promise<Reply> {
  return exportFormPage(ctx, req, taskExport);
}

/** The file of the tasks of the filter. */
export function taskExportAction(ctx: Ctx, req: Req): Promise<Reply> {
  return exportFormAction(ctx, req, taskExport);
}

function dayOf(day: PlainDate | null): FileCell {
  return day && { day };
}
