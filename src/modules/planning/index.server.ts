export { texts as planningAuditWords } from './audit-words/texts.ts';
export { jobs } from './jobs.ts';
export { operations } from './operations.ts';
export { addObjective, editObjective } from './objective/commands.server.ts';
export { listObjectives } from './objective/queries.server.ts';
export { linkTasks } from './task-target/commands.server.ts';
export { listProposals } from './task-target/queries.server.ts';
export { texts as objectiveTexts } from './objective/texts.ts';
export { objectiveTrash } from './objective/trash.server.ts';
export { routes } from './routes.ts';
export { draftTrash, planTrash } from './plan-draft/trash.server.ts';
export { discardDraft } from './plan-draft/commands/set-aside.server.ts';
export { issueDraft } from './plan-draft/commands/issue.server.ts';
export type { PlanDraft } from './plan-draft/plan-draft.ts';
export {
  acceptContribution,
  contribute,
  declineContribution,
} from './contribution/commands.server.ts';
export { listContributions } from './contribution/queries.server.ts';
export { addDependency } from './dependency/commands.server.ts';
export { addSubTask } from './sub-task/commands.server.ts';
export { makeOccurrencesJobName } from './occurrence/occurrence.ts';
export { makeOccurrencesNow } from './occurrence/jobs.server.ts';
export { readDraftNow, readPlanNow } from './plan-draft/jobs.server.ts';
export { listDrafts } from './plan-draft/queries.server.ts';
export { draftList } from './draft-list/pages/draft-list.tsx';
export { templateList } from './task-template/pages/template-list.tsx';
export { conclusionProof } from './conclusion/as-proof.server.ts';
export { handInProof } from './report-hand-in/as-proof.server.ts';
export { taskProof } from './task/as-proof.server.ts';
export { paperList, paperSources } from './chasing-paper/paper-sources.server.ts';
export { startPaper } from './chasing-paper/asked-paper.server.ts';
export { paperNotices } from './chasing-paper/notice-source.server.ts';
export { planList } from './plan/pages/plan-list.tsx';
export { targetExport } from './target/pages/target-export.tsx';
export { taskExport } from './task/pages/task-export.tsx';
export { groupsExport } from './task-look/pages/groups-export.tsx';
export { taskEvidence } from './task/evidence-owner.server.ts';
export { taskOwner } from './task/record-owner.server.ts';
export { waitsForEvent } from './task/task-landing.ts';
export { askDueChange } from './due-change/commands.server.ts';
export { changeDue } from './task/commands/change-due.server.ts';
export { enterTaskFromAbove } from './task-from-above/commands.server.ts';
export { taskTrash } from './task-from-above/trash.server.ts';
export { builtInTemplates } from './task-template/built-in.server.ts';
export { createTemplate } from './task-template/commands.server.ts';
export { makeParts } from './task-template/make.server.ts';
export { beginFor, planParts } from './task-template/planned-parts.server.ts';
export { templateTrash } from './task-template/trash.server.ts';
export { assignTask } from './task/commands/assign.server.ts';
export { submitTask } from './task/commands/hand-in.server.ts';
export { approveTask, sendTaskBack } from './task/commands/judge.server.ts';
export { acceptTask, startTask } from './task/commands/receive.server.ts';
export { taskList } from './task/input.ts';
export { listAllTasks, listTasks } from './task/list-tasks.server.ts';
export { listPlans, listReportRegimes } from './plan/queries.server.ts';
export { handInDays } from './plan/report-regime.ts';
export { countWaiting } from './waiting-task/count-waiting.server.ts';
export {
  listWaiting,
  type WaitingSection,
  type WaitingTask,
} from './waiting-task/queries.server.ts';
export { AnswerForm as DueAnswerForm } from './due-change/parts/due-change-panel.tsx';
export {
  listRequestsToAnswer,
  type WaitingRequest,
} from './waiting-task/due-requests.server.ts';
export { type Section, sections } from './waiting-task/waiting-task.ts';
export { texts as progressTexts } from './progress/texts.ts';
export { drawLadder, switchLadderOn } from './escalation/commands.server.ts';
export { usualSteps as usualLadder } from './escalation/escalation.ts';
export { taskMatters } from './task-reminder/matter-source.server.ts';
export { orderReport } from './report-period/commands/order.server.ts';
export { sendOn } from './report-period/commands/close.server.ts';
export { makePeriodsNow } from './report-period/jobs.server.ts';
export { periodList } from './report-period/pages/period-list.tsx';
export { reportHandInLink, reportPeriodLink } from './report-period/links.ts';
export { periodName } from './report-period/period-name.ts';
export { listNextPeriods, listPeriodsOfYear } from './report-period/queries.server.ts';
export { makePeriodsJobName } from './report-period/report-period.ts';
export { texts as reportTexts } from './report-period/texts.ts';
export { reportPeriodTrash } from './report-period/trash.server.ts';
export { acceptReport, handIn, sendReportBack } from './report-hand-in/commands.server.ts';
export { conclusionEvidence } from './conclusion/evidence-owner.server.ts';
export { askReading } from './conclusion-reading/commands.server.ts';
export { reportEvidence } from './report-hand-in/evidence-owner.server.ts';
export { reportMatters } from './report-hand-in/matter-source.server.ts';
export { reportNotices } from './report-hand-in/notice-source.server.ts';
export { handInList } from './report-hand-in/pages/hand-in-list.tsx';
export { HandInStateTag, lateWords } from './report-hand-in/parts/hand-in-words.tsx';
export { listHandIns } from './report-hand-in/queries.server.ts';
export { texts as handInTexts } from './report-hand-in/texts.ts';
export { listReportsToDo, type ReportToDo } from './waiting-task/reports-to-do.server.ts';
export { taskDigest } from './task-digest/task-digest.server.ts';
export { taskNotices } from './task-notice/notice-source.server.ts';
export { decideReview, proposeReview, scoreReview } from './unit-head-review/commands/judge.server.ts';
export { openMonth } from './unit-head-review/commands/open-month.server.ts';
export { reviewNotices } from './unit-head-review/notice-source.server.ts';
export { listReviews } from './unit-head-review/queries.server.ts';
export { monthBefore, monthOf } from './unit-head-review/review-month.ts';
export { texts as reviewTexts } from './unit-head-review/texts.ts';
export { TaskClock } from './task/parts/task-clock.tsx';
export {
  type GroupSummary,
  sumUp,
  summarizeFromAbove,
  summarizeTasks,
  type TaskSummary,
} from './task-summary/queries.server.ts';
export { targetWords } from './target/parts/target-words.tsx';
export { texts as targetTexts } from './target/texts.ts';
export { reviewKeyWords } from './plan-draft/parts/key-legend.tsx';
export { draftSource } from './plan-draft/search.server.ts';
export { planSource } from './plan/search.server.ts';
export { targetSource } from './target/search.server.ts';
export { taskSource } from './task/search.server.ts';
export {
  listContributionsAsked,
  type WaitingContribution,
} from './waiting-task/contributions.server.ts';
export { transitionRows } from './task-notice/transition-rows.server.ts';
export { openFeed } from './calendar-feed/open-feed.server.ts';
export { createConclusion } from './conclusion/commands.server.ts';
export { addLines } from './conclusion/line-commands.server.ts';
export { conclusionList } from './conclusion/pages/conclusion-list.tsx';
export { listLines } from './conclusion/queries.server.ts';
export { conclusionTrash } from './conclusion/trash.server.ts';
