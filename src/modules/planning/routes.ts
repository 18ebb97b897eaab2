import { get, post, type Route } from '#platform/http/route.ts';
import { taskListCsv, taskListPage } from './task/pages/task-list.tsx';
import { taskPage } from './task/pages/task.tsx';
import { assignAction, assignPage } from './task/pages/assign.tsx';
import { cancelAction, cancelPage, completeAction, completePage, reopenAction } from './task/pages/close.tsx';

export const routes: readonly Route[] = [
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
];
