export { type AuditWords, type HistoryLine, idsIn } from './history/history.ts';
export { HistoryList } from './history/parts/history-list.tsx';
export { RecordHistory } from './history/parts/record-history.tsx';
export {
  findLastCheck,
  linesOf,
  listHistory,
  listPeople,
  listRecordLines,
  namesIn,
  opening,
  toLine,
} from './history/queries.server.ts';
