import type { PlainDate } from '#platform/clock/plain-date.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import type { IssuePreview } from '../issue-preview.ts';
import { texts } from '../texts.ts';

/** The days that issuing puts into the calendar: of recurring tasks, and of reports. */
export function IssuePreviewPanels({ lang, preview }: { lang: Lang; preview: IssuePreview }) {
  const t = texts(lang).issuing;
  const year = String(preview.year);
  const number = (n: number) => formatNumber(lang, n);
  const daysOf = (days: readonly PlainDate[]) => days.map((day) => formatDate(day)).join(', ');
  return (
    <>
      <Panel id="recurring" title={t.recurring(year)} count={number(preview.recurring.length)} isFlush>
        {preview.recurring.length === 0 ? (
          <p>{t.noRecurring}</p>
        ) : (
          <Table
            caption={t.recurring(year)}
            frame="none"
            rows={preview.recurring}
            rowKey={(row) => row.title}
            columns={[
              { key: 'task', label: t.task, priority: 'lead', render: (row) => row.title },
              {
                key: 'days',
                label: t.days,
                render: (row) =>
                  [
                    t.times(number(row.days.length + row.withoutDay)),
                    daysOf(row.days),
                    row.withoutDay > 0 ? t.withoutDay(number(row.withoutDay)) : '',
                  ]
                    .filter(Boolean)
                    .join(' · '),
              },
            ]}
          />
        )}
      </Panel>
      <Panel id="reports" title={t.reports(year)} count={number(preview.reports.length)} isFlush>
        {preview.reports.length === 0 ? (
          <p>{t.noReports}</p>
        ) : (
          <Table
            caption={t.reports(year)}
            frame="none"
            rows={preview.reports}
            rowKey={(row) => row.text}
            columns={[
              { key: 'report', label: t.report, priority: 'lead', render: (row) => row.text },
              { key: 'days', label: t.days, render: (row) => daysOf(row.days) || t.noDay },
            ]}
          />
        )}
      </Panel>
    </>
  );
}
