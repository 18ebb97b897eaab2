import { download, type Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { fileColumn, type FileColumn, mediaTypes } from '#platform/list/row-file.ts';
import { xlsxFile } from '#platform/list/xlsx-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { recordProgressExport } from '../commands.server.ts';
import { groupNames } from '../names.server.ts';
import * as policy from '../policy.ts';
import { figures, onTimePercent } from '../progress.ts';
import {
  type CountedTask,
  countProgress,
  type FigureQuery,
  listAllCounted,
  type ProgressGroup,
} from '../queries.server.ts';
import { texts } from '../texts.ts';
import { figureOf } from './counted.tsx';

/** No office has more tasks in a year. */
const mostRows = 20_000;

/** The figures of a day as an Excel file, or the tasks behind the figure that the form names. */
export async function progressExportAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.exported(ctx.actor));
  const asked = new URLSearchParams(
    req.form.entries().filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const figure = figureOf(asked, ctx.clock.today());
  return asked.has('so') ? tasksFile(ctx, figure) : figuresFile(ctx, figure);
}

async function figuresFile(ctx: Ctx, { day, by }: FigureQuery): Promise<Reply> {
  const t = texts(ctx.lang);
  const groups = await countProgress(ctx, day, by);
  const names = await groupNames(
    ctx,
    by,
    groups.map((group) => group.key),
  );
  await recordProgressExport(ctx, { day, by, rows: groups.length });
  const columns: FileColumn<ProgressGroup>[] = [
    fileColumn('group', t.by[by], (group) => names.get(group.key) ?? t.none[by]),
    ...figures
      .filter((name) => name !== 'due')
      .map((name) => fileColumn<ProgressGroup>(name, t.figure[name], (group) => group[name])),
    fileColumn('share', t.share, (group) => onTimePercent(group) ?? null),
  ];
  return workbook(`tien-do-${day}.xlsx`, `${t.title} ${formatDate(day)}`, columns, groups);
}

async function tasksFile(ctx: Ctx, figure: FigureQuery): Promise<Reply> {
  const t = texts(ctx.lang);
  const tasks = await listAllCounted(ctx, figure, mostRows);
  await recordProgressExport(ctx, {
    day: figure.day,
    by: figure.by,
    group: figure.key ?? null,
    figure: figure.figure,
    rows: tasks.length,
  });
  const day = (value: CountedTask['doneOn']) => (value === null ? null : { day: value });
  const columns: FileColumn<CountedTask>[] = [
    fileColumn('code', t.column.code, (task) => task.code),
    fileColumn('task', t.column.task, (task) => task.title),
    fileColumn('unit', t.column.unit, (task) => task.unitName),
    fileColumn('assignee', t.column.assignee, (task) => task.assigneeName),
    fileColumn('approver', t.column.approver, (task) => task.approverName),
    fileColumn('due', t.column.due, (task) => day(task.firstDueOn)),
    fileColumn('done', t.column.done, (task) => day(task.doneOn)),
    fileColumn('standing', t.column.standing, (task) => t.figure[task.standing]),
  ];
  return workbook(`tien-do-viec-${figure.day}.xlsx`, t.figure[figure.figure], columns, tasks);
}

function workbook<Row>(
  fileName: string,
  title: string,
  columns: readonly FileColumn<Row>[],
  rows: readonly Row[],
): Reply {
  const file = xlsxFile(title, columns);
  return download(fileName, mediaTypes.xlsx, Buffer.concat([file.add(rows), file.end()]));
}
