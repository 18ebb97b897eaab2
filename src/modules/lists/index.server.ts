export type { ListWords } from './list-page/field-words.ts';
export { filterWords, type SpokenList } from './list-page/parts/condition-words.tsx';
export { ListFilters } from './list-page/parts/list-filters.tsx';
export {
  countWords,
  ListPages,
  pageAddress,
  type PlacedList,
  sorting,
} from './list-page/parts/list-pages.tsx';
export { checkColumn, Selection } from './list-page/parts/selection.tsx';
export { areAllTicked } from './list-page/selected.ts';
