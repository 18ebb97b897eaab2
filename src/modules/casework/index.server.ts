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
export { attachDocument, attachFile } from './evidence/commands/attach.server.ts';
export { evidenceOperations } from './evidence/api.server.ts';
export { evidenceRoutes } from './evidence/evidence-routes.server.ts';
export type { EvidenceOwner, ProvenRecord } from './evidence/owner.server.ts';
export type { Evidence } from './evidence/evidence.ts';
export { uploadRefusalWords } from './evidence/upload-words.ts';
export { EvidenceLines } from './evidence/parts/evidence-lines.tsx';
export { getEvidence, listEvidence, listEvidenceOfMany } from './evidence/queries.server.ts';
export { EvidencePanel, openLink, showEvidence } from './evidence/parts/evidence-panel.tsx';
export { findStandingProofs } from './evidence/queries.server.ts';
export { evidenceTrash } from './evidence/trash.server.ts';
export { jobs } from './jobs.ts';
export { operations } from './operations.ts';
export { routes } from './routes.ts';
export { trustedCertificateTrash } from './trusted-certificate/trash.server.ts';
export type { Telling } from './notice/notice.ts';
export type { NoticedRecord, NoticeSource } from './notice/notice-source.server.ts';
export { tell } from './notice/tell.server.ts';
export type { NoticeChoice, NoticeGroup } from './notice-choice/notice-choice.ts';
export type { DigestLine, DigestReader } from './digest/digest.ts';
export type { DigestPlace, DigestSource } from './digest/digest-source.server.ts';
export { digestJob, digestJobName, makeDigestsNow } from './digest/jobs.server.ts';
export { setChoice } from './notice-choice/commands.server.ts';
export { digestTraces } from './digest/traces.server.ts';
export { noticeTraces } from './notice/traces.server.ts';
export { followOperations } from './follow/api.server.ts';
export { beginFollowing } from './follow/commands.server.ts';
export { followRoutes } from './follow/follow-routes.server.ts';
export { FollowButton, Followers, showFollowers } from './follow/parts/followers.tsx';
export type { RecordOwner } from './follow/record-owner.server.ts';
export { noteOperations } from './note/api.server.ts';
export { writeNote } from './note/commands/write.server.ts';
export { countNotes } from './note/queries.server.ts';
export { noteRoutes } from './note/note-routes.server.ts';
export { type DatedEntry, noteEntries, showNotes, WriteNote } from './note/parts/notes.tsx';
export { noteTrash } from './note/trash.server.ts';
export { packageOperations } from './evidence-package/api.server.ts';
export { frozenOperations } from './frozen-record/api.server.ts';
export { askFreeze } from './frozen-record/commands/ask.server.ts';
export { frozenRoutes } from './frozen-record/frozen-routes.server.ts';
export type { FreezingPlace, FrozenSource } from './frozen-record/frozen-source.ts';
export { freezeJob } from './frozen-record/jobs.server.ts';
export { listSource, plainListSource } from './frozen-record/list-source.server.ts';
export { UseAsEvidence } from './frozen-record/parts/use-as-evidence.tsx';
export { recordSource, type Said } from './frozen-record/record-source.server.ts';
export { packageJob } from './evidence-package/jobs.server.ts';
export { askPackageLink } from './evidence-package/links.ts';
export type { PackageOwner } from './evidence-package/package-owner.server.ts';
export { packageRoutes } from './evidence-package/package-routes.server.ts';
export { readCertificateFile } from './trusted-certificate/certificate-file.server.ts';
export { addTrusted } from './trusted-certificate/commands.server.ts';
export { issuedPaperOperations, paperReply, showPaper } from './issued-paper/api.server.ts';
export { paperProof } from './issued-paper/as-proof.server.ts';
export { draftPaper, editPaper, headOf } from './issued-paper/commands.server.ts';
export { issuedPaperEvidence } from './issued-paper/evidence-owner.server.ts';
export { headFields, headForm } from './issued-paper/input.ts';
export { issuePaper } from './issued-paper/issue.server.ts';
export { orderBatch } from './paper-batch/commands.server.ts';
export {
  authorities,
  type Book,
  type IssuedPaper,
  longestName,
  longestRecipients,
  longestSymbol,
  mostRecords,
  type PaperHead,
  urgencies,
} from './issued-paper/issued-paper.ts';
export { paperNoticeSource } from './issued-paper/notice-source.server.ts';
export { issuedPaperList } from './issued-paper/pages/paper-list.tsx';
export { issuedPaperRoutes, type PaperForms } from './issued-paper/paper-routes.server.ts';
export type {
  ComposedPaper,
  PaperFrame,
  PaperLine,
  PaperSource,
  PaperTrouble,
  ThenNow,
} from './issued-paper/paper-source.server.ts';
export { PapersAbout } from './issued-paper/parts/papers-about.tsx';
export {
  draft as mayDraftPaper,
  may as mayDoWithPaper,
  readSome as mayReadPapers,
} from './issued-paper/policy.ts';
export { getPaper, listPapersAbout, listPapersToMe } from './issued-paper/queries.server.ts';
export { issuedPaperSource } from './issued-paper/search.server.ts';
export { texts as issuedPaperTexts } from './issued-paper/texts.ts';
export { issuedPaperTrash } from './issued-paper/trash.server.ts';
export { confirmContact, nameContact } from './contact/commands.server.ts';
export { sendAgain, tryChannel } from './delivery/commands.server.ts';
export type { LetterParts } from './delivery/compose.server.ts';
export { deliveryJobs, sendNow } from './delivery/jobs.server.ts';
export { routeNotices } from './delivery/route.server.ts';
export { queueLetters } from './delivery/queue.server.ts';
export type { NewLetter } from './delivery/delivery.ts';
export type { MatterSource } from './reminder/matter-source.server.ts';
export { deliveryTraces } from './delivery/traces.server.ts';
export { listClosedWays } from './delivery/queries.server.ts';
export { texts as deliveryTexts } from './delivery/texts.ts';
export { takeZaloEvent } from './zalo-account/take-event.server.ts';
export {
  type Escalation,
  type Matter,
  reminderKinds,
  type Rung,
} from './reminder/reminder.ts';
export { remindJob, remindJobName, remindNow } from './reminder/jobs.server.ts';
export { reminderReach } from './reminder/visible-to.server.ts';
export { reminderGroup, reminderWords } from './reminder/reminder-words.server.ts';
export { deliveryList } from './delivery/pages/delivery-list.tsx';
