import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Panel } from '#ui/panel/panel.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import { reviewLink, reviewWorkLink } from '../../links.ts';
import type { WorkFigure } from '../counted-work.ts';
import { monthName } from '../month-name.ts';
import type { MonthView, UnitMonth } from '../month-view.server.ts';
import { texts } from '../texts.ts';
import { FigureLink } from './figure-link.tsx';
import { ReviewStateTag, type ShownState } from './review-state.tsx';

/** All units of a month: what the tasks say, points, grade and state; each figure opens its tasks. */
export function MonthTable({ lang, view }: { lang: Lang; view: MonthView }) {
  const t = texts(lang);
  const column = (figure: WorkFigure): Column<UnitMonth> => ({
    key: figure,
    label: t.figure[figure],
    align: 'end',
    render: ({ unit, review, counts }) => (
      <FigureLink
        lang={lang}
        figure={figure}
        count={counts[figure]}
        unitName={unit.name}
        href={reviewWorkLink(
          review ? { reviewId: review.id } : { month: view.month.key, unitId: unit.id },
          figure,
        )}
      />
    ),
  });
  return (
    <Panel id="units" title={t.units} isFlush>
      <Table<UnitMonth>
        caption={t.unitsCaption(monthName(view.month))}
        frame="none"
        narrow="tight"
        rows={view.rows}
        rowKey={({ unit }) => unit.id}
        columns={[
          {
            key: 'unit',
            label: t.column.unit,
            priority: 'lead',
            render: (row) => (
              <>
                {row.review ? <a href={reviewLink(row.review.id)}>{row.unit.name}</a> : row.unit.name}
                <small>{peopleOf(lang, row)}</small>
              </>
            ),
          },
          column('given'),
          column('finished'),
          column('sent-back'),
          column('late'),
          {
            key: 'state',
            label: t.column.state,
            render: (row) => (
              <>
                <ReviewStateTag lang={lang} state={shownState(row)} />
                {row.grade && row.total !== null && (
                  <small>{t.eventPoints(formatNumber(lang, row.total), t.grade[row.grade])}</small>
                )}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** Where the evaluation of a unit stands, also where there is none. */
export function shownState({ unit, review }: UnitMonth): ShownState {
  return review?.state ?? (unit.heads.length > 0 ? 'none' : 'unheaded');
}

/** Who headed the unit, what changed within the month, and who was away. */
export function peopleOf(lang: Lang, { unit, absences, review }: UnitMonth): string {
  const t = texts(lang);
  const heads = unit.heads.map(({ fullName, from, to }) =>
    [fullName, from && t.headFrom(formatDate(from)), to && t.headTo(formatDate(to))]
      .filter(Boolean)
      .join(', '),
  );
  const named = review && !unit.heads.some(({ officerId }) => officerId === review.officerId);
  const away = absences.map(({ from, to, substituteName }) =>
    [t.away(formatDate(from), formatDate(to)), substituteName && t.substitute(substituteName)]
      .filter(Boolean)
      .join(', '),
  );
  const said = [...(named ? [review.officerName] : []), ...heads, ...away];
  return said.length > 0 ? said.join(' · ') : t.noHead;
}
