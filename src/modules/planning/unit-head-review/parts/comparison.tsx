import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { reviewLink } from '../../links.ts';
import { monthName } from '../month-name.ts';
import type { MonthView, UnitMonth } from '../month-view.server.ts';
import type { DecidedMonth } from '../queries.server.ts';
import type { ReviewMonth } from '../review-month.ts';
import { texts } from '../texts.ts';

/** The decided points of each unit month by month; each opens its evaluation. */
export function Comparison(props: {
  lang: Lang;
  view: MonthView;
  months: readonly ReviewMonth[];
  decided: readonly DecidedMonth[];
}) {
  const { lang, view, months, decided } = props;
  const t = texts(lang).compare;
  const pointsOf = (unitId: string, { key }: ReviewMonth) => {
    const one = decided.find((each) => each.unitId === unitId && each.month.key === key);
    if (!one)
      return (
        <>
          <span aria-hidden="true">–</span>
          <span class="said">{t.none}</span>
        </>
      );
    const points = formatNumber(lang, one.total);
    return (
      <a href={reviewLink(one.reviewId)} aria-label={`${one.officerName}, ${key}: ${points}`}>
        {points}
      </a>
    );
  };
  return (
    <Panel id="compared" title={t.title} isFlush>
      <Table<UnitMonth>
        caption={t.caption}
        frame="none"
        narrow="tight"
        rows={view.rows}
        rowKey={({ unit }) => unit.id}
        columns={[
          {
            key: 'unit',
            label: texts(lang).column.unitName,
            priority: 'lead',
            render: ({ unit }) => unit.name,
          },
          ...months.map((month) => ({
            key: month.key,
            label: monthName(month),
            align: 'end' as const,
            render: ({ unit }: UnitMonth) => pointsOf(unit.id, month),
          })),
        ]}
      />
    </Panel>
  );
}
