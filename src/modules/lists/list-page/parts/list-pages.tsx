import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { addressOf, cursorWord, viewWord, writeFilter } from '#platform/list/address.ts';
import type { ListCount } from '#platform/list/count.server.ts';
import type { ListShape, ListState } from '#platform/list/filter.ts';
import type { KeysetPage } from '#platform/list/keyset.server.ts';
import { Pagination } from '#ui/pagination/pagination.tsx';
import { texts } from '../texts.ts';

/** A list where it stands: its address, what it can be filtered by, and how it is filtered. */
export interface PlacedList {
  readonly lang: Lang;
  readonly path: string;
  readonly shape: ListShape;
  readonly state: ListState;
}

/** The address of the list as it is, with the cursor of a page or, without one, its first page. */
export function pageAddress({ path, shape, state }: PlacedList, cursor: string | undefined): string {
  return addressOf(path, [
    ...writeFilter(shape, state),
    ...(state.view === undefined ? [] : [[viewWord, state.view] as const]),
    ...(cursor === undefined ? [] : [[cursorWord, cursor] as const]),
  ]);
}

/** A count as it is said: exact, or "hơn 10.000". */
export function countWords(lang: Lang, count: ListCount): string {
  const number = formatNumber(lang, count.rows);
  return count.isMore ? texts(lang).moreThan(number) : number;
}

/** Which rows these are, and the way to the first page, back and on. */
export function ListPages({
  list,
  page,
  count,
}: {
  list: PlacedList;
  page: KeysetPage<unknown>;
  count: ListCount;
}) {
  const t = texts(list.lang);
  const number = (n: number) => formatNumber(list.lang, n);
  return (
    <Pagination
      label={t.pages}
      summary={t.summary(
        number(page.rowsBefore + 1),
        number(page.rowsBefore + page.rows.length),
        countWords(list.lang, count),
      )}
      first={page.previous ? { label: t.first, href: pageAddress(list, undefined) } : undefined}
      previous={page.previous ? { label: t.previous, href: pageAddress(list, page.previous) } : undefined}
      next={page.next ? { label: t.nextPage, href: pageAddress(list, page.next) } : undefined}
    />
  );
}

/** What a column needs to sort the list by `name`, and to turn the order round. */
export function sorting({ path, shape, state }: PlacedList, name: string) {
  const isThis = state.sort.by === name;
  const isDown = isThis && !state.sort.isDown;
  return {
    sortHref: addressOf(path, writeFilter(shape, { ...state, sort: { by: name, isDown } })),
    sorted: isThis ? (state.sort.isDown ? ('descending' as const) : ('ascending' as const)) : undefined,
  };
}
