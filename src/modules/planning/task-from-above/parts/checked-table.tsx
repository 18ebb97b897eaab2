import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import type { CheckedTask } from '../check-list.server.ts';
import { texts } from '../texts.ts';

/** Every line of a list with what would become of it. */
export function CheckedTable({ lang, rows }: { lang: Lang; rows: readonly CheckedTask[] }) {
  const t = texts(lang).list;
  return (
    <Table<CheckedTask>
      caption={t.caption}
      rows={rows}
      rowKey={(row) => String(row.written.line)}
      columns={[
        {
          key: 'line',
          label: t.line,
          size: 'tiny',
          render: (row) => formatNumber(lang, row.written.line),
        },
        {
          key: 'task',
          label: t.heads.title,
          priority: 'lead',
          render: (row) => (
            <>
              {row.written.title || '–'}
              <small>{[row.written.number, row.written.issuer].filter(Boolean).join(' · ')}</small>
            </>
          ),
        },
        {
          key: 'due',
          label: t.heads.due,
          size: 'medium',
          render: (row) => (row.task?.dueOn ? formatDate(row.task.dueOn) : row.written.due || '–'),
        },
        { key: 'unit', label: t.heads.unit, size: 'medium', render: (row) => row.written.unit || '–' },
        {
          key: 'result',
          label: t.result,
          size: 'long',
          render: (row) =>
            row.problem ? <Tag tone="late">{t.problem[row.problem]}</Tag> : <Tag tone="ok">{t.fine}</Tag>,
        },
      ]}
    />
  );
}
