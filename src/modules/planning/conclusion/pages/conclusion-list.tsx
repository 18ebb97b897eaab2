import { type PlacedList, type PlainList, plainListPage, sorting } from '#modules/lists/index.server.ts';
import type { Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import { fileColumn } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import type { Column } from '#ui/table/table.tsx';
import { conclusionLink, conclusionsLink, tasksLink } from '../../links.ts';
import { newConclusionLink } from '../links.ts';
import { texts as taskTexts } from '../../task/texts.ts';
import { conclusionListShape } from '../conclusion-list.ts';
import { type Conclusion, conclusionKinds } from '../conclusion.ts';
import { conclusionRows } from '../listed.server.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

/** The conclusions of the office. */
export const conclusionList: PlainList<Conclusion> = {
  path: conclusionsLink,
  shape: conclusionListShape,
  rows: conclusionRows,
  mayRead: policy.read,
  title: (ctx) => texts(ctx.lang).list,
  caption: (ctx) => texts(ctx.lang).caption,
  crumbs: (ctx) => [{ label: taskTexts(ctx.lang).list, href: tasksLink() }],
  words: (ctx) => {
    const t = texts(ctx.lang);
    return Promise.resolve({
      loai: {
        label: t.fields.kind,
        options: conclusionKinds.map((value) => ({ value, label: t.kind[value] })),
      },
      ngay: { label: t.fields.on },
      so: { label: t.fields.number },
      ten: { label: t.fields.title },
      'noi-ban-hanh': { label: t.fields.issuer },
      'chu-tri': { label: t.fields.chair },
      'chua-xu-ly': { label: t.column.open },
      'nhiem-vu': { label: t.column.tasks },
      'qua-han': { label: t.column.late },
    });
  },
  quick: ['loai'],
  table: (ctx, placed) => Promise.resolve(columns(ctx, placed)),
  rowName: (_ctx, row) => `${row.number} ${row.title}`,
  none: (ctx) => {
    const t = texts(ctx.lang).none;
    return (
      <EmptyState title={t.title} action={addButton(ctx)}>
        {t.text}
      </EmptyState>
    );
  },
  file: {
    act: 'planning.conclusion.export',
    fileName: 'ket-luan',
    columns: (ctx) => {
      const t = texts(ctx.lang);
      return [
        fileColumn('so', t.fields.number, (row) => row.number),
        fileColumn('ngay', t.fields.on, (row) => formatDate(row.on)),
        fileColumn('loai', t.fields.kind, (row) => t.kind[row.kind]),
        fileColumn('ten', t.fields.title, (row) => row.title),
        fileColumn('noi-ban-hanh', t.fields.issuer, (row) => row.issuer),
        fileColumn('chu-tri', t.fields.chair, (row) => row.chair),
        fileColumn('so-y', t.column.lines, (row) => row.lines),
        fileColumn('chua-xu-ly', t.column.open, (row) => row.open),
        fileColumn('nhiem-vu', t.column.tasks, (row) => row.tasks),
        fileColumn('da-xong', t.column.done, (row) => row.done),
        fileColumn('qua-han', t.column.late, (row) => row.late),
      ];
    },
  },
  trash: 'conclusion',
};

/** The conclusions of the filter in the address. */
export function conclusionListPage(ctx: Ctx, req: Req): Promise<Reply> {
  return plainListPage(ctx, req, conclusionList, {
    lead: texts(ctx.lang).listLead,
    reply: { records: [{ kind: 'conclusion' }] },
    actions: (isEmpty) => !isEmpty && addButton(ctx),
  });
}

function addButton(ctx: Ctx) {
  if (!policy.may(ctx.actor, 'create').allowed) return undefined;
  return (
    <LinkButton kind="primary" href={newConclusionLink} shortcut="N">
      {texts(ctx.lang).add}
    </LinkButton>
  );
}

function columns(ctx: Ctx, placed: PlacedList): Column<Conclusion>[] {
  const t = texts(ctx.lang);
  const figure = (
    key: 'tasks' | 'done' | 'late' | 'open',
    query: Readonly<Record<string, string>> | undefined,
  ): Column<Conclusion> => ({
    key,
    label: t.column[key],
    align: 'end',
    size: 'short',
    render: (row) =>
      query === undefined || row[key] === 0 ? (
        formatNumber(ctx.lang, row[key])
      ) : (
        <a href={tasksLink({ 'ket-luan': row.id, ...query })}>{formatNumber(ctx.lang, row[key])}</a>
      ),
  });
  return [
    {
      key: 'title',
      label: t.column.title,
      priority: 'lead',
      render: (row) => (
        <>
          <a href={conclusionLink(row.id)}>{row.title}</a>
          <small>{[row.number, row.issuer, t.kind[row.kind]].join(' · ')}</small>
        </>
      ),
      ...sorting(placed, 'ten'),
    },
    {
      key: 'on',
      label: t.column.on,
      size: 'short',
      render: (row) => formatDate(row.on),
      ...sorting(placed, 'ngay'),
    },
    figure('tasks', {}),
    figure('done', { 'trang-thai': 'done' }),
    { ...figure('late', { han: 'late' }), ...sorting(placed, 'qua-han') },
    figure('open', undefined),
  ];
}
