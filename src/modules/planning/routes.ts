import { evidenceRoutes } from '#modules/casework/index.server.ts';
import { plainListRoutes } from '#modules/lists/index.server.ts';
import { get, post, type Route } from '#platform/http/route.ts';
import {
  changedManyPage,
  changeManyAction,
  changeManyPage,
  undoManyAction,
} from './task/pages/change-many.tsx';
import { taskExportAction, taskExportPage } from './task/pages/task-export.tsx';
import { taskListPage, taskPrintPage } from './task/pages/task-list.tsx';
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
import { assignAction, assignPage } from './task/pages/assign.tsx';
import { handInAction, handInPage } from './task/pages/hand-in.tsx';
import { approveAction, judgePage, sendBackAction } from './task/pages/judge.tsx';
import { occasionAction, occasionPage } from './task/pages/occasion.tsx';
import { acceptAction, reopenAction, startTaskAction, withdrawAction } from './task/pages/one-tap.tsx';
import { cancelAction, cancelPage, declineAction, declinePage } from './task/pages/say-why.tsx';

export const routes: readonly Route[] = [
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
  get('/nhiem-vu', taskListPage),
  get('/nhiem-vu/xuat', taskExportPage),
  post('/nhiem-vu/xuat', 'planning.task.export', taskExportAction),
  get('/nhiem-vu/in', taskPrintPage),
  get('/nhiem-vu/hang-loat', changeManyPage),
  post('/nhiem-vu/hang-loat', 'planning.task.change-many', changeManyAction),
  get('/nhiem-vu/hang-loat/:id', changedManyPage),
  post('/nhiem-vu/hang-loat/:id/hoan-tac', 'planning.task.change-many', undoManyAction),
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
  ...evidenceRoutes(taskEvidence),
  get('/lich', yearCalendarPage),
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
