import type { WorkCalendar } from '#modules/calendar/index.server.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Panel } from '#ui/panel/panel.tsx';
import { StackedBar } from '#ui/stacked-bar/stacked-bar.tsx';
import { Table } from '#ui/table/table.tsx';
import { reportHandInLink } from '../links.ts';
import { reportHandInsLink } from '../../links.ts';
import { HandInStateTag, lateWords } from '../../report-hand-in/parts/hand-in-words.tsx';
import type { HandIn } from '../../report-hand-in/report-hand-in.ts';
import { askedFor, type PeriodCounts } from '../queries.server.ts';
import type { ReportPeriod } from '../report-period.ts';
import { texts } from '../texts.ts';

interface BoardProps {
  readonly ctx: Ctx;
  readonly period: ReportPeriod;
  readonly handIns: readonly HandIn[];
  readonly counts: PeriodCounts;
  readonly calendar: WorkCalendar;
}

/** How far each unit has come, with sums that open exactly the reports that they count. */
export function PeriodBoard({ ctx, period, handIns, counts, calendar }: BoardProps) {
  const t = texts(ctx.lang);
  const handedIn = counts.handedIn + counts.accepted + counts.sentBack;
  const all = askedFor(counts);
  if (handIns.length === 0) {
    return (
      <Panel id="board" title={t.page.board}>
        <p>{t.page.noUnits}</p>
      </Panel>
    );
  }
  return (
    <Panel
      id="board"
      title={t.page.board}
      count={`${formatNumber(ctx.lang, handedIn)}/${formatNumber(ctx.lang, all)}`}
      isFlush
      footer={<Sums ctx={ctx} period={period} counts={counts} />}
    >
      {all > 0 && (
        <StackedBar
          max={all}
          segments={[
            { kind: 'done', value: counts.accepted },
            { kind: 'open', value: counts.handedIn },
            { kind: 'soon', value: counts.sentBack },
            { kind: 'late', value: counts.expected },
          ]}
        />
      )}
      <Table<HandIn>
        caption={t.page.boardCaption}
        frame="none"
        narrow="tight"
        rows={handIns}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'unit',
            label: t.page.unit,
            priority: 'lead',
            render: (row) => <a href={reportHandInLink(row.id)}>{row.unitName}</a>,
          },
          {
            key: 'state',
            label: t.page.unitState,
            size: 'long',
            render: (row) => {
              const late = lateWords(ctx.lang, calendar, row, ctx.clock.today());
              return (
                <>
                  <HandInStateTag lang={ctx.lang} state={row.state} />
                  {late && (
                    <>
                      <br />
                      <small>{late}</small>
                    </>
                  )}
                </>
              );
            },
          },
          {
            key: 'on',
            label: t.page.handedIn,
            size: 'medium',
            render: (row) => (row.handedInOn === null ? '–' : formatDate(row.handedInOn)),
          },
        ]}
      />
    </Panel>
  );
}

function Sums({ ctx, period, counts }: Pick<BoardProps, 'ctx' | 'period' | 'counts'>) {
  const t = texts(ctx.lang);
  const sums = [
    ['all', askedFor(counts), {}],
    ['expected', counts.expected, { 'trang-thai': 'expected' }],
    ['handedIn', counts.handedIn, { 'trang-thai': 'handed-in' }],
    ['accepted', counts.accepted, { 'trang-thai': 'accepted' }],
    ['sentBack', counts.sentBack, { 'trang-thai': 'sent-back' }],
    ['excused', counts.excused, { 'trang-thai': 'excused' }],
    ['late', counts.late, { muon: 'co' }],
  ] as const;
  return (
    <ul class="inline-list">
      {sums
        .filter(([name, count]) => name === 'all' || count > 0)
        .map(([name, count, query]) => {
          const n = formatNumber(ctx.lang, count);
          const asked: Readonly<Record<string, string>> =
            name === 'all' ? { 'trang-thai.khac': 'excused' } : query;
          return (
            <li key={name}>
              <a href={reportHandInsLink({ ky: period.id, ...asked })} aria-label={t.sumOf(t.sum[name], n)}>
                {`${t.sum[name]}: ${n}`}
              </a>
            </li>
          );
        })}
    </ul>
  );
}
