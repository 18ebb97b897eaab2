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
export { texts as caseworkAuditWords } from './audit-words/texts.ts';
export { attachDocument } from './evidence/commands/attach.server.ts';
export { evidenceOperations } from './evidence/api.server.ts';
export { evidenceRoutes } from './evidence/evidence-routes.server.ts';
export type { EvidenceOwner, ProvenRecord } from './evidence/owner.server.ts';
export { EvidencePanel, showEvidence } from './evidence/parts/evidence-panel.tsx';
export { evidenceTrash } from './evidence/trash.server.ts';
