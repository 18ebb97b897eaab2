import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { type PlacedList, type PlainList, plainListPage, sorting } from '#modules/lists/index.server.ts';
import type { Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import { fileColumn } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import type { Column } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { draftsLink, planLink, plansLink, tasksLink } from '../../links.ts';
import { type GroupSummary, summarizeTasks } from '../../task-summary/queries.server.ts';
import { type PlanRow, planRows } from '../listed.server.ts';
import { planListShape, planStates } from '../plan-list.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

/** The plans of the commune with how far each has come. */
export const planList: PlainList<PlanRow> = {
  path: plansLink,
  shape: planListShape,
  rows: planRows,
  mayRead: policy.read,
  title: (ctx) => texts(ctx.lang).list,
  caption: (ctx) => texts(ctx.lang).listCaption,
  words: (ctx) => {
    const t = texts(ctx.lang);
    return Promise.resolve({
      'tinh-trang': {
        label: t.fields.state,
        options: planStates.map((value) => ({ value, label: t.fields.states[value] })),
      },
      'tu-nam': { label: t.fields.yearFrom },
      'den-nam': { label: t.fields.yearTo },
      'ngay-ban-hanh': { label: t.issuedOn },
      'so-ky-hieu': { label: t.number },
      ten: { label: t.fields.title },
      'co-quan': { label: t.issuer },
      'nguoi-ky': { label: t.signer },
    });
  },
  quick: ['tinh-trang'],
  table: async (ctx, list) =>
    columns(ctx, list, await summarizeTasks(ctx, await loadOfficeCalendar(ctx), 'plan')),
  rowName: (_ctx, row) => row.title,
  none: (ctx) => {
    const t = texts(ctx.lang).none;
    return (
      <EmptyState title={t.title} action={importButton(ctx)}>
        {t.text}
      </EmptyState>
    );
  },
  file: {
    act: 'planning.plan.export',
    fileName: 'ke-hoach',
    columns: (ctx) => {
      const t = texts(ctx.lang);
      return [
        fileColumn('ten', t.fields.title, (row) => row.title),
        fileColumn('so-ky-hieu', t.number, (row) => row.number),
        fileColumn('ngay-ban-hanh', t.issuedOn, (row) => row.issuedOn && { day: row.issuedOn }),
        fileColumn('tu-nam', t.fields.yearFrom, (row) => row.yearFrom),
        fileColumn('den-nam', t.fields.yearTo, (row) => row.yearTo),
        fileColumn('co-quan', t.issuer, (row) => row.issuer),
        fileColumn('nguoi-ky', t.signer, (row) => row.signerName),
        fileColumn('tinh-trang', t.fields.state, (row) => t.fields.states[row.state]),
      ];
    },
  },
  trash: 'plan',
};

/** The plans of the filter in the address. */
export function planListPage(ctx: Ctx, req: Req): Promise<Reply> {
  return plainListPage(ctx, req, planList, {
    actions: (isEmpty) => !isEmpty && importButton(ctx),
  });
}

function importButton(ctx: Ctx) {
  if (!ctx.actor.grants.has('planning.plan-draft.upload')) return undefined;
  return (
    <LinkButton kind="primary" icon="upload" href={draftsLink} shortcut="N">
      {texts(ctx.lang).import}
    </LinkButton>
  );
}

function columns(ctx: Ctx, list: PlacedList, summaries: readonly GroupSummary[]): Column<PlanRow>[] {
  const t = texts(ctx.lang);
  const byPlan = new Map(summaries.map((one) => [one.key as string, one]));
  const count = (
    key: 'total' | 'done' | 'late',
    query: Readonly<Record<string, string>>,
  ): Column<PlanRow> => ({
    key,
    label: t.column[key],
    align: 'end',
    size: 'short',
    render: (row) => (
      <a href={tasksLink({ 'ke-hoach': row.id, ...query })}>
        {formatNumber(ctx.lang, byPlan.get(row.id)?.[key] ?? 0)}
      </a>
    ),
  });
  return [
    {
      key: 'title',
      label: t.column.title,
      priority: 'lead',
      render: (row) => (
        <>
          <a href={planLink(row.id)}>{row.title}</a>
          {row.state === 'replaced' && <Tag tone="neutral">{t.replaced}</Tag>}
        </>
      ),
      ...sorting(list, 'ten'),
    },
    {
      key: 'number',
      label: t.column.number,
      size: 'medium',
      render: (row) => `${row.number ?? t.noNumber}, ${row.issuedOn ? formatDate(row.issuedOn) : t.noDate}`,
      ...sorting(list, 'ngay-ban-hanh'),
    },
    {
      key: 'years',
      label: t.column.years,
      size: 'short',
      render: (row) => t.years(row.yearFrom, row.yearTo),
      ...sorting(list, 'nam'),
    },
    count('total', {}),
    count('done', { 'trang-thai': 'done' }),
    count('late', { han: 'late' }),
  ];
}
