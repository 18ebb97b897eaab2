import { listUnits } from '#modules/directory/index.server.ts';
import { type PlacedList, type PlainList, plainListPage, sorting } from '#modules/lists/index.server.ts';
import type { Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import { fileColumn } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import type { Column } from '#ui/table/table.tsx';
import { newTemplateLink, tasksLink, templateLink, templatesLink } from '../../links.ts';
import { texts as taskTexts } from '../../task/texts.ts';
import { templateRows } from '../listed.server.ts';
import { BuiltInTemplates } from '../parts/built-in-templates.tsx';
import * as policy from '../policy.ts';
import type { TemplateRecord } from '../queries.server.ts';
import { templateListShape } from '../template-list.ts';
import { texts } from '../texts.ts';

/** The templates of the office. */
export const templateList: PlainList<TemplateRecord> = {
  path: templatesLink,
  shape: templateListShape,
  rows: templateRows,
  mayRead: policy.read,
  title: (ctx) => texts(ctx.lang).list,
  caption: (ctx) => texts(ctx.lang).caption,
  crumbs: (ctx) => [{ label: taskTexts(ctx.lang).list, href: tasksLink() }],
  words: async (ctx) => {
    const t = texts(ctx.lang);
    return {
      'don-vi': {
        label: t.fields.unit,
        options: (await listUnits(ctx)).map(({ id, name }) => ({ value: id, label: name })),
      },
      ten: { label: t.column.title },
      'san-pham': { label: t.fields.product },
      'so-viec': { label: t.column.steps },
      'so-ngay': { label: t.column.days },
      'sua-ngay': { label: t.column.changed },
      nguon: { label: t.column.source },
    };
  },
  quick: ['don-vi'],
  table: (ctx, placed) => Promise.resolve(columns(ctx, placed)),
  rowName: (_ctx, row) => row.title,
  none: (ctx) => {
    const t = texts(ctx.lang).none;
    return (
      <EmptyState title={t.title} action={addButton(ctx)}>
        {t.text}
      </EmptyState>
    );
  },
  file: {
    act: 'planning.task-template.export',
    fileName: 'mau-nhiem-vu',
    columns: (ctx) => {
      const t = texts(ctx.lang);
      return [
        fileColumn('ten', t.column.title, (row) => row.title),
        fileColumn('noi-dung', t.fields.activity, (row) => row.activity),
        fileColumn('san-pham', t.fields.product, (row) => row.product),
        fileColumn('minh-chung', t.fields.evidence, (row) => row.evidence),
        fileColumn('don-vi', t.fields.unit, (row) => row.leadUnitName),
        fileColumn('so-viec', t.column.steps, (row) => row.steps.length),
        fileColumn('so-ngay', t.column.days, (row) => row.dueWorkingDays),
        fileColumn('phien-ban', t.column.version, (row) => row.version),
        fileColumn('nguoi-sua', t.column.by, (row) => row.changedBy),
        fileColumn('nguon', t.column.source, (row) => row.source),
      ];
    },
  },
  trash: 'task-template',
};

/** The templates of the filter in the address, and those that come with the product. */
export function templateListPage(ctx: Ctx, req: Req): Promise<Reply> {
  return plainListPage(ctx, req, templateList, {
    lead: texts(ctx.lang).listLead,
    reply: { records: [{ kind: 'task-template' }] },
    actions: (isEmpty) => !isEmpty && addButton(ctx),
    ...(policy.may(ctx.actor, 'create').allowed && { below: <BuiltInTemplates ctx={ctx} /> }),
  });
}

function addButton(ctx: Ctx) {
  if (!policy.may(ctx.actor, 'create').allowed) return undefined;
  return (
    <LinkButton kind="primary" href={newTemplateLink()} shortcut="N">
      {texts(ctx.lang).add}
    </LinkButton>
  );
}

function columns(ctx: Ctx, placed: PlacedList): Column<TemplateRecord>[] {
  const t = texts(ctx.lang);
  return [
    {
      key: 'title',
      label: t.column.title,
      priority: 'lead',
      render: (row) => (
        <>
          <a href={templateLink(row.id)}>{row.title}</a>
          <small>{row.product}</small>
        </>
      ),
      ...sorting(placed, 'ten'),
    },
    {
      key: 'unit',
      label: t.column.unit,
      size: 'long',
      render: (row) =>
        row.leadUnitName && row.isLeadEnded ? t.ended(row.leadUnitName) : (row.leadUnitName ?? t.notGiven),
    },
    {
      key: 'steps',
      label: t.column.steps,
      align: 'end',
      size: 'short',
      render: (row) => formatNumber(ctx.lang, row.steps.length),
      ...sorting(placed, 'so-viec'),
    },
    {
      key: 'days',
      label: t.column.days,
      align: 'end',
      size: 'short',
      render: (row) => (row.dueWorkingDays === null ? t.noDays : formatNumber(ctx.lang, row.dueWorkingDays)),
    },
    {
      key: 'changed',
      label: t.column.changed,
      size: 'medium',
      render: (row) => formatInstant(ctx.lang, row.changedAt),
      ...sorting(placed, 'sua'),
    },
  ];
}
