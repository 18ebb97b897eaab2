import { get, post, type Route } from '#platform/http/route.ts';
import { taskListCsv, taskListPage } from './task/pages/task-list.tsx';
import { taskPage } from './task/pages/task.tsx';
import { planPage } from './plan/pages/plan.tsx';
import { planListPage } from './plan/pages/plan-list.tsx';
import { targetListCsv, targetListPage } from './target/pages/target-list.tsx';
import { yearCalendarPage } from './year-calendar/pages/year-calendar.tsx';
import { headAction, rowAction } from './plan-import/pages/edit.tsx';
import { confirmAction, confirmPage } from './plan-import/pages/confirm.tsx';
import { discardAction, importPage, restoreAction, undoAction } from './plan-import/pages/import.tsx';
import { importListPage, uploadAction } from './plan-import/pages/import-list.tsx';
import { assignAction, assignPage } from './task/pages/assign.tsx';
import { cancelAction, cancelPage, completeAction, completePage, reopenAction } from './task/pages/close.tsx';

export const routes: readonly Route[] = [
  get('/ke-hoach', planListPage),
  get('/ke-hoach/:id', planPage),
  get('/chi-tieu', targetListPage),
  get('/chi-tieu.csv', targetListCsv),
  get('/nhiem-vu', taskListPage),
  get('/nhiem-vu.csv', taskListCsv),
  get('/nhiem-vu/:id', taskPage),
  get('/nhiem-vu/:id/giao', assignPage),
  post('/nhiem-vu/:id/giao', 'planning.task.assign', assignAction),
  get('/nhiem-vu/:id/hoan-thanh', completePage),
  post('/nhiem-vu/:id/hoan-thanh', 'planning.task.complete', completeAction),
  get('/nhiem-vu/:id/huy', cancelPage),
  post('/nhiem-vu/:id/huy', 'planning.task.cancel', cancelAction),
  post('/nhiem-vu/:id/mo-lai', 'planning.task.reopen', reopenAction),
  get('/lich', yearCalendarPage),
  get('/nhap-ke-hoach', importListPage),
  post('/nhap-ke-hoach', 'planning.plan-import.upload', uploadAction, { maxBytes: 21 * 1024 * 1024 }),
  get('/nhap-ke-hoach/:id', importPage),
  get('/nhap-ke-hoach/:id/xac-nhan', confirmPage),
  post('/nhap-ke-hoach/:id/xac-nhan', 'planning.plan-import.store', confirmAction),
  post('/nhap-ke-hoach/:id/hoan-tac', 'planning.plan-import.undo', undoAction),
  post('/nhap-ke-hoach/:id/bo', 'planning.plan-import.discard', discardAction),
  post('/nhap-ke-hoach/:id/khoi-phuc', 'planning.plan-import.restore', restoreAction),
  post('/nhap-ke-hoach/:id/thong-tin', 'planning.plan-import.edit', headAction),
  post('/nhap-ke-hoach/:id/dong/:row', 'planning.plan-import.edit', rowAction),
];
