import {
  evidenceRoutes,
  followRoutes,
  issuedPaperRoutes,
  noteRoutes,
  packageRoutes,
} from '#modules/casework/index.server.ts';
import { plainListRoutes } from '#modules/lists/index.server.ts';
import { get, post, type Route } from '#platform/http/route.ts';
import {
  acceptContributionAction,
  contributeAction,
  contributionPage,
  declineContributionAction,
  sendContributionBackAction,
} from './contribution/pages/contribution.tsx';
import {
  changedManyPage,
  changeManyAction,
  changeManyPage,
  undoManyAction,
} from './task/pages/change-many.tsx';
import { taskExportAction, taskExportPage } from './task/pages/task-export.tsx';
import { taskListPage, taskPrintPage } from './task/pages/task-list.tsx';
import {
  addDependencyAction,
  dependencyPage,
  removeDependencyAction,
} from './dependency/pages/dependency.tsx';
import { drawAction, ladderPage, switchOffAction } from './escalation/pages/ladder.tsx';
import { previewPage, switchOnAction } from './escalation/pages/preview.tsx';
import { escalationLink, escalationOffLink, escalationPreviewLink } from './links.ts';
import { subTaskAction, subTaskPage } from './sub-task/pages/add-sub-task.tsx';
import { taskPage } from './task/pages/task.tsx';
import { planPage } from './plan/pages/plan.tsx';
import { planList, planListPage } from './plan/pages/plan-list.tsx';
import { draftPaper, issuedPaper } from './plan-draft/pages/papers.tsx';
import { asIssuedPage, planChangesPage } from './plan-draft/pages/plan-versions.tsx';
import {
  changedTargetsPage,
  changeTargetsAction,
  changeTargetsPage,
  undoTargetsAction,
} from './target/pages/change-many.tsx';
import { targetExportAction, targetExportPage } from './target/pages/target-export.tsx';
import { targetPage } from './target/pages/target.tsx';
import { targetEditAction, targetEditPage, targetUndoAction } from './target/pages/target-edit.tsx';
import { targetListPage, targetPrintPage } from './target/pages/target-list.tsx';
import { groupsExportAction, groupsExportPage, groupsPage } from './task-look/pages/groups-export.tsx';
import { grantDueAction, refuseDueAction, withdrawDueAction } from './due-change/pages/answer.tsx';
import { askDueAction, askDuePage } from './due-change/pages/ask.tsx';
import { changeDueAction, changeDuePage } from './due-change/pages/change-due.tsx';
import {
  discardAction as discardTaskAction,
  restoreAction as restoreTaskAction,
} from './task-from-above/pages/discard.tsx';
import {
  discardTaskListAction,
  enterListPage,
  taskListAction,
  taskListTemplate,
} from './task-from-above/pages/enter-list.tsx';
import { editDocumentAction, editDocumentPage } from './task-from-above/pages/edit-document.tsx';
import { enterAction, enterPage } from './task-from-above/pages/enter.tsx';
import { bareTargetsPage } from './objective/pages/bare-targets.tsx';
import { linkedTasksPage } from './objective/pages/linked-tasks.tsx';
import {
  discardObjectiveAction,
  objectivePage,
  restoreObjectiveAction,
} from './objective/pages/objective.tsx';
import {
  addObjectiveAction,
  editObjectiveAction,
  editObjectivePage,
  newObjectivePage,
} from './objective/pages/objective-edit.tsx';
import { objectivePrintPage, objectiveTreePage } from './objective/pages/objective-tree.tsx';
import { placeTargetAction, placeTargetPage } from './objective/pages/place-target.tsx';
import { objectiveExportAction } from './objective/pages/tree-export.tsx';
import { chooseTargetAction, chooseTargetPage } from './task-target/pages/choose-target.tsx';
import {
  chooseTasksAction,
  chooseTasksPage,
  linkAgainAction,
  undoBatchAction,
  unlinkAction,
} from './task-target/pages/choose-tasks.tsx';
import { linkProposalsAction, linkProposalsPage } from './task-target/pages/link-proposals.tsx';
import { yearCalendarPage } from './year-calendar/pages/year-calendar.tsx';
import { headAction } from './plan-draft/pages/edit.tsx';
import { rowAction } from './plan-draft/pages/row-action.tsx';
import { draftDifferencePage, pairAction } from './plan-draft/pages/difference.tsx';
import {
  acceptClearAction,
  addAction,
  amendAction,
  checkAction,
  discardAction,
  issueAgainAction,
  mendAction,
  redoAction,
  reopenDraftAction,
  restoreAction,
  takeBackAction,
  undoAction,
  visitAction,
} from './plan-draft/pages/draft-deeds.tsx';
import { issueAction, issuePage } from './plan-draft/pages/issue.tsx';
import { draftFile, draftPage } from './plan-draft/pages/draft.tsx';
import { pasteAction, startAction, startPage } from './plan-draft/pages/start.tsx';
import { draftList, draftListPage, uploadAction } from './draft-list/pages/draft-list.tsx';
import { taskEvidence } from './task/evidence-owner.server.ts';
import { packedTasks } from './task/packed-tasks.server.ts';
import { taskOwner } from './task/record-owner.server.ts';
import {
  chooseTemplatePage,
  partsFromTemplateAction,
  partsFromTemplatePage,
} from './task-template/pages/parts-from-template.tsx';
import { takeRunBackAction } from './task-template/pages/take-run-back.tsx';
import { taskFromTemplateAction, taskFromTemplatePage } from './task-template/pages/task-from-template.tsx';
import {
  createTemplateAction,
  editTemplateAction,
  editTemplatePage,
  newTemplatePage,
} from './task-template/pages/template-edit.tsx';
import { templateList, templateListPage } from './task-template/pages/template-list.tsx';
import {
  discardTemplateAction,
  restoreTemplateAction,
  templatePage,
} from './task-template/pages/template.tsx';
import { feedRoutes } from './calendar-feed/feed-routes.server.ts';
import { assignAction, assignPage } from './task/pages/assign.tsx';
import { handInAction, handInPage } from './task/pages/hand-in.tsx';
import { approveAction, judgePage, sendBackAction } from './task/pages/judge.tsx';
import { occasionAction, occasionPage } from './task/pages/occasion.tsx';
import { acceptAction, reopenAction, startTaskAction, withdrawAction } from './task/pages/one-tap.tsx';
import { paperList, paperSources } from './chasing-paper/paper-sources.server.ts';
import {
  editPaperAction,
  editPaperPage,
  newPaperAction,
  newPaperPage,
} from './chasing-paper/pages/draft.tsx';
import { chasingRulesAction, chasingRulesPage } from './chasing-paper/pages/rules.tsx';
import { countedPage } from './progress/pages/counted.tsx';
import { progressPage } from './progress/pages/progress.tsx';
import { progressPrintPage } from './progress/pages/progress-print.tsx';
import { progressExportAction } from './progress/pages/progress-export.tsx';
import {
  decideAction as decideReviewAction,
  proposeAction as proposeReviewAction,
  reopenAction as reopenReviewAction,
  scoreAction as scoreReviewAction,
} from './unit-head-review/pages/deeds.tsx';
import { monthExportAction } from './unit-head-review/pages/month-export.tsx';
import { monthTableFile, monthTablePage } from './unit-head-review/pages/month-table.tsx';
import { monthPage, openMonthAction } from './unit-head-review/pages/month.tsx';
import { reviewPage } from './unit-head-review/pages/review.tsx';
import { rulesAction, rulesPage } from './unit-head-review/pages/rules.tsx';
import { reviewWorkPage, unitWorkPage } from './unit-head-review/pages/work.tsx';
import { conclusionRoutes } from './conclusion-reading/conclusion-routes.server.ts';
import { reportRoutes } from './report-period/report-routes.server.ts';
import { takeLastAction } from './task/pages/take-last.tsx';
import { cancelAction, cancelPage, declineAction, declinePage } from './task/pages/say-why.tsx';

export const routes: readonly Route[] = [
  get(escalationLink(), ladderPage),
  post(escalationLink(), 'planning.escalation.draw', drawAction),
  get(escalationPreviewLink(), previewPage),
  post(escalationPreviewLink(), 'planning.escalation.switch', switchOnAction),
  post(escalationOffLink, 'planning.escalation.switch', switchOffAction),
  get('/ke-hoach', planListPage),
  ...plainListRoutes(planList),
  get('/ke-hoach/:id', planPage),
  get('/ke-hoach/:id/ban-hanh', asIssuedPage),
  get('/ke-hoach/:id/van-ban/:paper', issuedPaper),
  get('/ke-hoach/:id/thay-doi', planChangesPage),
  get('/chi-tieu', targetListPage),
  get('/chi-tieu/in', targetPrintPage),
  get('/chi-tieu/xuat', targetExportPage),
  post('/chi-tieu/xuat', 'planning.target.export', targetExportAction),
  get('/chi-tieu/hang-loat', changeTargetsPage),
  post('/chi-tieu/hang-loat', 'planning.target.change-many', changeTargetsAction),
  get('/chi-tieu/hang-loat/:id', changedTargetsPage),
  post('/chi-tieu/hang-loat/:id/hoan-tac', 'planning.target.change-many', undoTargetsAction),
  get('/chi-tieu/:id', targetPage),
  get('/chi-tieu/:id/sua', targetEditPage),
  post('/chi-tieu/:id/sua', 'planning.target.edit', targetEditAction),
  post('/chi-tieu/:id/hoan-tac/:version', 'planning.target.edit', targetUndoAction),
  get('/chi-tieu/:id/muc-tieu', placeTargetPage),
  post('/chi-tieu/:id/muc-tieu', 'planning.objective.place', placeTargetAction),
  get('/chi-tieu/:id/nhiem-vu', chooseTasksPage),
  post('/chi-tieu/:id/nhiem-vu', 'planning.task-target.link', chooseTasksAction),
  post('/chi-tieu/:id/nhiem-vu/:task/bo', 'planning.task-target.unlink', unlinkAction),
  post('/chi-tieu/:id/nhiem-vu/:task/gan', 'planning.task-target.link', linkAgainAction),
  get('/nhiem-vu/:id/chi-tieu', chooseTargetPage),
  post('/nhiem-vu/:id/chi-tieu', 'planning.task-target.link', chooseTargetAction),
  get('/muc-tieu', objectiveTreePage),
  get('/muc-tieu/in', objectivePrintPage),
  post('/muc-tieu/xuat', 'planning.objective.export', objectiveExportAction),
  get('/muc-tieu/viec', linkedTasksPage),
  get('/muc-tieu/chi-tieu-trong', bareTargetsPage),
  get('/muc-tieu/de-xuat', linkProposalsPage),
  post('/muc-tieu/de-xuat', 'planning.task-target.link', linkProposalsAction),
  post('/muc-tieu/gan/:id/hoan-tac', 'planning.task-target.unlink', undoBatchAction),
  get('/muc-tieu/moi', newObjectivePage),
  post('/muc-tieu/moi', 'planning.objective.add', addObjectiveAction),
  get('/muc-tieu/:id', objectivePage),
  get('/muc-tieu/:id/sua', editObjectivePage),
  post('/muc-tieu/:id/sua', 'planning.objective.edit', editObjectiveAction),
  post('/muc-tieu/:id/bo', 'planning.objective.discard', discardObjectiveAction),
  post('/muc-tieu/:id/lay-lai', 'planning.objective.restore', restoreObjectiveAction),
  get('/nhiem-vu', taskListPage),
  get('/nhiem-vu/xuat', taskExportPage),
  post('/nhiem-vu/xuat', 'planning.task.export', taskExportAction),
  get('/nhiem-vu/in', taskPrintPage),
  get('/nhiem-vu/theo-nhom', groupsPage),
  get('/nhiem-vu/theo-nhom/xuat', groupsExportPage),
  post('/nhiem-vu/theo-nhom/xuat', 'planning.task.export', groupsExportAction),
  get('/nhiem-vu/hang-loat', changeManyPage),
  post('/nhiem-vu/hang-loat', 'planning.task.change-many', changeManyAction),
  get('/nhiem-vu/hang-loat/:id', changedManyPage),
  post('/nhiem-vu/hang-loat/:id/hoan-tac', 'planning.task.change-many', undoManyAction),
  ...packageRoutes([packedTasks]),
  get('/nhiem-vu/cap-tren', enterPage),
  post('/nhiem-vu/cap-tren', 'planning.task-from-above.enter', enterAction),
  get('/nhiem-vu/cap-tren/danh-sach', enterListPage),
  get('/nhiem-vu/cap-tren/danh-sach.xlsx', taskListTemplate),
  post('/nhiem-vu/cap-tren/danh-sach', 'planning.task-from-above.enter-list', taskListAction, {
    maxBytes: 2 * 1024 * 1024,
  }),
  post('/nhiem-vu/cap-tren/danh-sach/:id/bo', 'planning.task-from-above.discard-list', discardTaskListAction),
  post('/nhiem-vu/:id/bo', 'planning.task-from-above.discard', discardTaskAction),
  post('/nhiem-vu/:id/lay-lai', 'planning.task-from-above.restore', restoreTaskAction),
  get('/nhiem-vu/:id/van-ban-giao', editDocumentPage),
  post('/nhiem-vu/:id/van-ban-giao', 'planning.task-from-above.edit-document', editDocumentAction),
  get('/nhiem-vu/:id', taskPage),
  get('/nhiem-vu/:id/giao', assignPage),
  post('/nhiem-vu/:id/giao', 'planning.task.assign', assignAction),
  post('/nhiem-vu/:id/nhan', 'planning.task.accept', acceptAction),
  get('/nhiem-vu/:id/khong-nhan', declinePage),
  post('/nhiem-vu/:id/khong-nhan', 'planning.task.decline', declineAction),
  post('/nhiem-vu/:id/bat-dau', 'planning.task.start', startTaskAction),
  get('/nhiem-vu/:id/nop', handInPage),
  post('/nhiem-vu/:id/nop', 'planning.task.submit', handInAction),
  post('/nhiem-vu/:id/rut-lai', 'planning.task.withdraw', withdrawAction),
  get('/nhiem-vu/:id/duyet', judgePage),
  post('/nhiem-vu/:id/duyet', 'planning.task.approve', approveAction),
  post('/nhiem-vu/:id/tra-lai', 'planning.task.send-back', sendBackAction),
  get('/nhiem-vu/:id/su-kien', occasionPage),
  post('/nhiem-vu/:id/su-kien', 'planning.task.record-event', occasionAction),
  get('/nhiem-vu/:id/huy', cancelPage),
  post('/nhiem-vu/:id/huy', 'planning.task.cancel', cancelAction),
  post('/nhiem-vu/:id/mo-lai', 'planning.task.reopen', reopenAction),
  get('/nhiem-vu/:id/viec-con', subTaskPage),
  post('/nhiem-vu/:id/viec-con', 'planning.sub-task.add', subTaskAction),
  get('/nhiem-vu/:id/tu-mau', chooseTemplatePage),
  get('/nhiem-vu/:id/tu-mau/:template', partsFromTemplatePage),
  post('/nhiem-vu/:id/tu-mau/:template', 'planning.task-template.use', partsFromTemplateAction),
  get('/mau-nhiem-vu', templateListPage),
  ...plainListRoutes(templateList),
  get('/mau-nhiem-vu/moi', newTemplatePage),
  post('/mau-nhiem-vu/moi', 'planning.task-template.create', createTemplateAction),
  post('/mau-nhiem-vu/da-tao/:id/hoan-tac', 'planning.task-template.take-back', takeRunBackAction),
  get('/mau-nhiem-vu/:id', templatePage),
  get('/mau-nhiem-vu/:id/sua', editTemplatePage),
  post('/mau-nhiem-vu/:id/sua', 'planning.task-template.edit', editTemplateAction),
  get('/mau-nhiem-vu/:id/dung', taskFromTemplatePage),
  post('/mau-nhiem-vu/:id/dung', 'planning.task-template.use', taskFromTemplateAction),
  post('/mau-nhiem-vu/:id/bo', 'planning.task-template.discard', discardTemplateAction),
  post('/mau-nhiem-vu/:id/khoi-phuc', 'planning.task-template.restore', restoreTemplateAction),
  get('/nhiem-vu/:id/cho-nhiem-vu', dependencyPage),
  post('/nhiem-vu/:id/cho-nhiem-vu', 'planning.dependency.add', addDependencyAction),
  post('/nhiem-vu/:id/cho-nhiem-vu/bo', 'planning.dependency.remove', removeDependencyAction),
  get('/nhiem-vu/:id/phoi-hop/:unit', contributionPage),
  post('/nhiem-vu/:id/phoi-hop/:unit/nhan', 'planning.contribution.accept', acceptContributionAction),
  post('/nhiem-vu/:id/phoi-hop/:unit/nop', 'planning.contribution.contribute', contributeAction),
  post('/nhiem-vu/:id/phoi-hop/:unit/tu-choi', 'planning.contribution.decline', declineContributionAction),
  post('/nhiem-vu/:id/phoi-hop/:unit/tra-lai', 'planning.contribution.send-back', sendContributionBackAction),
  post('/nhiem-vu/:id/lay-lai/:version', 'planning.task.take-back', takeLastAction),
  get('/nhiem-vu/:id/doi-han', changeDuePage),
  post('/nhiem-vu/:id/doi-han', 'planning.task.change-due', changeDueAction),
  get('/nhiem-vu/:id/xin-doi-han', askDuePage),
  post('/nhiem-vu/:id/xin-doi-han', 'planning.task.ask-due-change', askDueAction),
  post('/nhiem-vu/:id/rut-xin-doi-han', 'planning.task.withdraw-due-change', withdrawDueAction),
  post('/nhiem-vu/:id/duyet-doi-han', 'planning.task.grant-due-change', grantDueAction),
  post('/nhiem-vu/:id/tu-choi-doi-han', 'planning.task.refuse-due-change', refuseDueAction),
  ...evidenceRoutes(taskEvidence),
  ...noteRoutes(taskOwner),
  ...followRoutes(taskOwner),
  ...conclusionRoutes,
  get('/van-ban/nguong', chasingRulesPage),
  post('/van-ban/nguong', 'planning.chasing-rules.set', chasingRulesAction),
  ...issuedPaperRoutes(paperList, paperSources, {
    newPage: newPaperPage,
    newAction: newPaperAction,
    editPage: editPaperPage,
    editAction: editPaperAction,
  }),
  ...feedRoutes,
  get('/lich', yearCalendarPage),
  get('/tien-do', progressPage),
  get('/tien-do/in', progressPrintPage),
  get('/tien-do/viec', countedPage),
  post('/tien-do/xuat', 'planning.progress.export', progressExportAction),
  get('/danh-gia-thang', monthPage),
  get('/danh-gia-thang/so-lieu', unitWorkPage),
  get('/danh-gia-thang/quy-dinh', rulesPage),
  post('/danh-gia-thang/quy-dinh', 'planning.unit-head-review.set-rules', rulesAction),
  get('/danh-gia-thang/bang', monthTablePage),
  get('/danh-gia-thang/bang.docx', monthTableFile),
  post('/danh-gia-thang/xuat', 'planning.unit-head-review.export', monthExportAction),
  post('/danh-gia-thang/mo', 'planning.unit-head-review.open', openMonthAction),
  get('/danh-gia-thang/:id', reviewPage),
  get('/danh-gia-thang/:id/so-lieu', reviewWorkPage),
  post('/danh-gia-thang/:id/tu-cham', 'planning.unit-head-review.score', scoreReviewAction),
  post('/danh-gia-thang/:id/de-xuat', 'planning.unit-head-review.propose', proposeReviewAction),
  post('/danh-gia-thang/:id/quyet-dinh', 'planning.unit-head-review.decide', decideReviewAction),
  post('/danh-gia-thang/:id/mo-lai', 'planning.unit-head-review.reopen', reopenReviewAction),
  ...reportRoutes,
  get('/du-thao', draftListPage),
  ...plainListRoutes(draftList),
  post('/du-thao', 'planning.plan-draft.upload', uploadAction, { maxBytes: 21 * 1024 * 1024 }),
  get('/du-thao/moi', startPage),
  post('/du-thao/moi', 'planning.plan-draft.edit', startAction),
  post('/du-thao/dan', 'planning.plan-draft.upload', pasteAction, { maxBytes: 21 * 1024 * 1024 }),
  get('/du-thao/:id', draftPage),
  get('/du-thao/:id/xac-nhan', issuePage),
  post('/du-thao/:id/xac-nhan', 'planning.plan-draft.issue', issueAction, { maxBytes: 21 * 1024 * 1024 }),
  get('/du-thao/:id/tep', draftFile),
  get('/du-thao/:id/van-ban/:paper', draftPaper),
  post('/du-thao/:id/hoan-tac', 'planning.plan-draft.take-back', takeBackAction),
  post('/du-thao/:id/bo', 'planning.plan-draft.discard', discardAction),
  post('/du-thao/:id/khoi-phuc', 'planning.plan-draft.restore', restoreAction),
  post('/du-thao/:id/ban-hanh-lai', 'planning.plan-draft.issue-again', issueAgainAction),
  post('/du-thao/:id/thong-tin', 'planning.plan-draft.edit', headAction),
  post('/du-thao/:id/soat-xong', 'planning.plan-draft.check', checkAction),
  post('/du-thao/:id/mo-soat', 'planning.plan-draft.check', reopenDraftAction),
  post('/du-thao/:id/thay-the', 'planning.plan-draft.edit', amendAction),
  get('/du-thao/:id/so-sanh', draftDifferencePage),
  post('/du-thao/:id/so-sanh', 'planning.plan-draft.edit', pairAction),
  post('/du-thao/:id/nhan-ro', 'planning.plan-draft.edit', acceptClearAction),
  post('/du-thao/:id/lui', 'planning.plan-draft.edit', undoAction),
  post('/du-thao/:id/tien', 'planning.plan-draft.edit', redoAction),
  post('/du-thao/:id/them', 'planning.plan-draft.edit', addAction),
  post('/du-thao/:id/sua-de-xuat', 'planning.plan-draft.edit', mendAction),
  post('/du-thao/:id/dang-mo', 'planning.plan-draft.edit', visitAction),
  post('/du-thao/:id/dong/:row', 'planning.plan-draft.edit', rowAction),
];
