import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Column } from '#ui/table/table.tsx';
import { linkedTasksLink } from '../../links.ts';
import { noObjective } from '../input.ts';
import type { TaskPlace, TreeFilter } from '../linked-tasks.server.ts';
import { type LinkCounts, type LinkFigure, linkFigures } from '../objective.ts';
import { texts } from '../texts.ts';

/** The filter as it stands in addresses. */
export function filterQuery({ planId, unitId, leaderId }: TreeFilter) {
  return { 'ke-hoach': planId, 'don-vi': unitId, 'lanh-dao': leaderId };
}

/** The address of exactly the tasks that a figure counted. */
export function figureLink(
  filter: TreeFilter,
  place: TaskPlace,
  figure: LinkFigure,
  cursor?: string,
): string {
  return linkedTasksLink({
    'chi-tieu': place.kind === 'target' ? place.targetId : undefined,
    'muc-tieu': place.kind === 'objective' ? (place.objectiveId ?? noObjective) : undefined,
    so: figure,
    ...filterQuery(filter),
    trang: cursor,
  });
}

/** One figure, which opens its tasks; a zero opens nothing. */
export function LinkNumber(props: {
  lang: Lang;
  filter: TreeFilter;
  place: TaskPlace;
  name: string;
  counts: LinkCounts;
  figure: LinkFigure;
}) {
  const count = formatNumber(props.lang, props.counts[props.figure]);
  if (props.counts[props.figure] === 0) return <>{count}</>;
  const t = texts(props.lang);
  return (
    <a
      href={figureLink(props.filter, props.place, props.figure)}
      aria-label={t.figuresOf(props.name, t.figure[props.figure], count)}
    >
      {count}
    </a>
  );
}

/** The columns of figures over rows that have counts and a place. */
export function figureColumns<Row>(
  lang: Lang,
  filter: TreeFilter,
  of: (row: Row) => { readonly place: TaskPlace; readonly name: string; readonly counts: LinkCounts },
  all: { readonly place: TaskPlace; readonly name: string; readonly counts: LinkCounts } | undefined,
): Column<Row>[] {
  const t = texts(lang);
  return linkFigures.map((figure) => ({
    key: figure,
    label: t.figure[figure],
    align: 'end' as const,
    render: (row) => <LinkNumber lang={lang} filter={filter} figure={figure} {...of(row)} />,
    ...(all && { total: <LinkNumber lang={lang} filter={filter} figure={figure} {...all} /> }),
  }));
}
