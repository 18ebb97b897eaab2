import type { WorkCalendar } from '#modules/calendar/index.server.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { taskLink } from '../../links.ts';
import { doneAmong } from '../../task/task.ts';
import { taskColumns } from '../../task/parts/task-columns.tsx';
import { periodWords } from './period-words.tsx';
import type { OccurrenceRow } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The times of a recurring task with their states, each a link; the one that the page shows says so. */
export function OccurrenceStrip({
  ctx,
  calendar,
  occurrences,
  shownId,
}: {
  ctx: Ctx;
  calendar: WorkCalendar;
  occurrences: readonly OccurrenceRow[];
  shownId: string;
}) {
  const t = texts(ctx.lang);
  if (occurrences.length === 0) return null;
  const columns = taskColumns<OccurrenceRow>(ctx, calendar, t.period);
  return (
    <Panel id="occurrences" title={t.panel} count={doneOf(ctx, occurrences)} isFlush>
      <Table<OccurrenceRow>
        caption={t.caption}
        frame="none"
        narrow="tight"
        rows={occurrences}
        rowKey={(row) => row.id}
        isCurrent={(row) => row.id === shownId}
        columns={[
          {
            key: 'period',
            label: t.period,
            priority: 'lead',
            render: (row) => <Period ctx={ctx} row={row} isShown={row.id === shownId} />,
          },
          columns.state,
          columns.due,
          {
            key: 'assignee',
            label: t.assignee,
            size: 'medium',
            priority: 'aside',
            render: (row) => row.assigneeName ?? t.noOne,
          },
        ]}
      />
    </Panel>
  );
}

function Period({ ctx, row, isShown }: { ctx: Ctx; row: OccurrenceRow; isShown: boolean }) {
  const words = row.taskPeriod ? periodWords(ctx.lang, row.taskPeriod) : row.code;
  if (!isShown) return <a href={taskLink(row.id)}>{words}</a>;
  return (
    <>
      <strong>{words}</strong>
      <small>{texts(ctx.lang).here}</small>
    </>
  );
}

/** What stands in the place of the next step on the page of a recurring task: how many of its times are done. */
export function SeriesNotice({ ctx, occurrences }: { ctx: Ctx; occurrences: readonly OccurrenceRow[] }) {
  const t = texts(ctx.lang);
  const { total, done } = doneAmong(occurrences);
  const number = (n: number) => formatNumber(ctx.lang, n);
  return (
    <Notice
      tone={total > 0 && done === total ? 'ok' : 'info'}
      title={t.isSeries(number(done), number(total))}
    >
      {t.seriesText}
    </Notice>
  );
}

/** Which time of a recurring task a page shows, and the way to the whole. */
export function OfSeries({ ctx, seriesId }: { ctx: Ctx; seriesId: string }) {
  const t = texts(ctx.lang);
  return (
    <Notice
      tone="info"
      title={t.ofSeries}
      actions={<LinkButton href={taskLink(seriesId)}>{t.openSeries}</LinkButton>}
    />
  );
}

function doneOf(ctx: Ctx, occurrences: readonly OccurrenceRow[]): string {
  const { total, done } = doneAmong(occurrences);
  return texts(ctx.lang).doneOf(formatNumber(ctx.lang, done), formatNumber(ctx.lang, total));
}
