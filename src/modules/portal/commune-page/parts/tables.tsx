import { targetTexts, targetWords } from '#modules/planning/index.server.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Legend, StackedBar } from '#ui/stacked-bar/stacked-bar.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag, type Tone } from '#ui/tag/tag.tsx';
import type { PublicState } from '../input.ts';
import type { listPublicTargets, PublicTask, SectionProgress } from '../queries.server.ts';
import { texts } from '../texts.ts';

const tone: Readonly<Record<PublicState, Tone>> = {
  'hoan-thanh': 'ok',
  'con-han': 'info',
  'qua-han': 'late',
  'da-huy': 'neutral',
};

/** Tasks as citizens see them: what, by which unit, until when, how far. */
export function PublicTasks({
  lang,
  rows,
  caption,
}: {
  lang: Lang;
  rows: readonly PublicTask[];
  caption: string;
}) {
  const t = texts(lang);
  return (
    <Table<PublicTask>
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'code', label: t.code, size: 'tiny', render: (row) => row.code },
        {
          key: 'task',
          label: t.task,
          priority: 'lead',
          render: (row) => (
            <>
              {row.title}
              {row.product && <small>{row.product}</small>}
            </>
          ),
        },
        { key: 'lead', label: t.lead, size: 'medium', render: (row) => row.leadUnitName ?? '–' },
        {
          key: 'due',
          label: t.due,
          size: 'medium',
          render: (row) => <PublicDue lang={lang} row={row} />,
        },
        {
          key: 'state',
          label: t.stateLabel,
          size: 'medium',
          render: (row) => <Tag tone={tone[row.state]}>{t.state[row.state]}</Tag>,
        },
      ]}
    />
  );
}

/** The deadline in the words of the plan; where it was moved, the first and the present day beside it. */
function PublicDue({ lang, row }: { lang: Lang; row: PublicTask }) {
  const { dueText, dueOn, firstDueOn } = row;
  const isMoved = dueOn !== null && firstDueOn !== null && dueOn !== firstDueOn;
  return (
    <>
      {dueText ?? (dueOn ? formatDate(dueOn) : '–')}
      {isMoved && <small>{texts(lang).moved(formatDate(firstDueOn), formatDate(dueOn))}</small>}
    </>
  );
}

/** The targets of a plan in words. */
export function PublicTargets(props: { lang: Lang; rows: Awaited<ReturnType<typeof listPublicTargets>> }) {
  const t = texts(props.lang);
  return (
    <Table
      caption={t.targets}
      rows={props.rows}
      rowKey={(row) => row.id ?? ''}
      columns={[
        { key: 'text', label: t.target, priority: 'lead', render: (row) => row.text },
        {
          key: 'level',
          label: t.level,
          size: 'medium',
          render: (row) =>
            targetWords(props.lang, targetTexts(props.lang), {
              operator: (row.operator ?? '=') as '=',
              value: row.value ?? 0,
              unit: row.unit ?? '',
            }),
        },
      ]}
    />
  );
}

/** Progress by section: bars stand in the rows of the table that proves them. */
export function PublicProgress({
  lang,
  rows,
  href,
}: {
  lang: Lang;
  rows: readonly SectionProgress[];
  href: (query: Record<string, string | undefined>) => string;
}) {
  const t = texts(lang);
  const most = Math.max(1, ...rows.map((row) => row.total));
  const count = (n: number, query: Record<string, string | undefined>) =>
    n === 0 ? '0' : <a href={href(query)}>{formatNumber(lang, n)}</a>;
  const sum = (name: 'total' | 'done' | 'inTime' | 'late') => rows.reduce((all, row) => all + row[name], 0);
  const column = (
    name: 'total' | 'done' | 'inTime' | 'late',
    label: string,
    state: PublicState | undefined,
  ) => ({
    key: name,
    label,
    align: 'end' as const,
    render: (row: SectionProgress) =>
      row.id ? count(row[name], { muc: row.id, 'trang-thai': state }) : formatNumber(lang, row[name]),
    total: count(sum(name), { 'trang-thai': state }),
  });
  return (
    <>
      <Legend
        entries={[
          { kind: 'done', label: t.state['hoan-thanh'] },
          { kind: 'open', label: t.state['con-han'] },
          { kind: 'late', label: t.state['qua-han'] },
        ]}
      />
      <Table<SectionProgress>
        caption={t.progress}
        narrow="tight"
        rows={rows}
        rowKey={(row) => row.id ?? 'none'}
        columns={[
          {
            key: 'section',
            label: t.section,
            priority: 'lead',
            render: (row) => row.label ?? t.outside,
            total: t.total,
          },
          {
            key: 'bar',
            label: t.progress,
            isLabelHidden: true,
            size: 'bar',
            render: (row) => (
              <StackedBar
                max={most}
                segments={[
                  { kind: 'done', value: row.done },
                  { kind: 'open', value: row.inTime },
                  { kind: 'late', value: row.late },
                ]}
              />
            ),
          },
          column('total', t.total, undefined),
          column('done', t.state['hoan-thanh'], 'hoan-thanh'),
          column('inTime', t.state['con-han'], 'con-han'),
          column('late', t.state['qua-han'], 'qua-han'),
        ]}
      />
    </>
  );
}
