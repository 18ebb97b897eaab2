export { texts as listsAuditWords } from './audit-words/texts.ts';
export type { ListWords } from './list-page/field-words.ts';
export { ListFilters } from './list-page/parts/list-filters.tsx';
export {
  countWords,
  ListPages,
  type PlacedList,
  sorting,
} from './list-page/parts/list-pages.tsx';
export { checkColumn, Selection } from './list-page/parts/selection.tsx';
export { filterWords } from './list-page/parts/condition-words.tsx';
export { mayFreezeLists } from './list-page/list-proof.ts';
export { ListPrint } from './list-page/parts/list-print.tsx';
export { allWord, areAllTicked, chosenWord, deedWord } from './list-page/selected.ts';
export { exportFormAction, exportFormPage } from './list-export/pages/export-form.tsx';
export type { ExportedList } from './list-export/exported-list.ts';
export { exportJob } from './list-export/jobs.server.ts';
export { exportOperation } from './list-export/api.server.ts';
export { bulkOperations } from './bulk-run/api.server.ts';
export { operations } from './operations.ts';
export { routes } from './routes.ts';
export { listViews } from './saved-view/queries.server.ts';
export { viewTrash } from './saved-view/trash.server.ts';
export { keptViews } from './saved-view/parts/view-tabs.tsx';
export { ListTools } from './list-page/parts/list-tools.tsx';
export type { BulkDeed, BulkList, BulkTarget, RowResult } from './bulk-run/bulk-list.server.ts';
export { plainListPage } from './plain-list/pages/plain-list.tsx';
export { exportOf, type ManyDeeds, manyOf, type PlainList, rowForm } from './plain-list/plain-list.server.ts';
export { plainListJobs, plainListRoutes } from './plain-list/list-routes.server.ts';
export { type DeedInput, eachRowName } from './bulk-run/bulk-run.ts';
export { bulkJob } from './bulk-run/jobs.server.ts';
export { bulkFormAction, bulkFormPage } from './bulk-run/pages/bulk-form.tsx';
export { bulkRunPage, bulkUndoAction } from './bulk-run/pages/bulk-run.tsx';
