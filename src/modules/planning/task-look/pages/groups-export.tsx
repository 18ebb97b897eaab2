import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { type ExportedList, exportFormAction, exportFormPage } from '#modules/lists/index.server.ts';
import { type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { ListFilter } from '#platform/list/filter.ts';
import { fileColumn } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { taskGroupsLink, tasksLink } from '../../links.ts';
import { taskListWords } from '../../task/parts/task-list-words.tsx';
import { taskListShape } from '../../task/task-list.ts';
import { type GroupSum, listGroups } from '../group-sums.server.ts';
import { type Grouping, groupings, sharePercent } from '../task-look.ts';
import { texts } from '../texts.ts';

type NamedSum = GroupSum & { readonly label: string };

/** The sums of the tasks of a filter, group by group, as they go into a file; by unit where the filter names no grouping. */
export const groupsExport: ExportedList<NamedSum> = {
  path: taskGroupsLink,
  act: 'planning.task.export',
  shape: taskListShape,
  fileName: 'nhiem-vu-theo-nhom',
  title: (ctx) => texts(ctx.lang).groups.title,
  words: taskListWords,
  columns: (ctx) => {
    const t = texts(ctx.lang);
    return [
      fileColumn('nhom', t.time.group, (row) => row.label),
      fileColumn('tong-so', t.groups.total, (row) => row.total),
      fileColumn('chua-ket-thuc', t.groups.open, (row) => row.open),
      fileColumn('qua-han', t.groups.late, (row) => row.late),
      fileColumn('hoan-thanh', t.groups.done, (row) => row.done),
      fileColumn('da-huy', t.groups.cancelled, (row) => row.cancelled),
      fileColumn('ty-le', t.groups.share, (row) => {
        const share = sharePercent(row);
        return share === null ? null : Math.round(share * 10) / 10;
      }),
    ];
  },
  count: async (ctx, filter) => ({ rows: (await sumsOf(ctx, filter)).length, isMore: false }),
  next: async (ctx, filter) => ({ rows: await sumsOf(ctx, filter), after: undefined }),
};

/** Which columns of the sums go into which file. */
export function groupsExportPage(ctx: Ctx, req: Req): Promise<Reply> {
  return exportFormPage(ctx, req, groupsExport);
}

/** The file of the sums. */
export function groupsExportAction(ctx: Ctx, req: Req): Promise<Reply> {
  return exportFormAction(ctx, req, groupsExport);
}

/** The sums stand on the page of the list. */
export function groupsPage(_ctx: Ctx, req: Req): Promise<Reply> {
  return Promise.resolve(seeOther(tasksLink(Object.fromEntries(req.query))));
}

async function sumsOf(ctx: Ctx, filter: ListFilter): Promise<NamedSum[]> {
  const grouping = groupings.find((one) => one === filter.grouping) ?? ('don-vi' satisfies Grouping);
  const groups = await listGroups(ctx, await loadOfficeCalendar(ctx), filter, grouping);
  const { without } = texts(ctx.lang);
  return groups.map((group) => ({ ...group, label: group.name ?? without[grouping] }));
}
