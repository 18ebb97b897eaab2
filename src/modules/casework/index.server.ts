export { type AuditWords, type HistoryLine, idsIn } from './history/history.ts';
export { type HistoryFilter, historyFilter } from './history/input.ts';
export { HistoryList } from './history/parts/history-list.tsx';
export { RecordHistory } from './history/parts/record-history.tsx';
export {
  exportHistory,
  findLastCheck,
  listActors,
  listHistory,
  listRecordLines,
  namesIn,
} from './history/queries.server.ts';
