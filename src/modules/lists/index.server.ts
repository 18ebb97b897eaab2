export type { ListWords } from './list-page/field-words.ts';
export { ListFilters } from './list-page/parts/list-filters.tsx';
export {
  countWords,
  ListPages,
  type PlacedList,
  sorting,
} from './list-page/parts/list-pages.tsx';
export { checkColumn, Selection } from './list-page/parts/selection.tsx';
export { ListPrint } from './list-page/parts/list-print.tsx';
export { areAllTicked } from './list-page/selected.ts';
